from dataclasses import replace
from pathlib import Path

import pytest

from caseflow.cli.outside import DEMO_KEYS, given, one_place
from caseflow.settings.environment import read_environment
from caseflow.vocabulary.sentences import Sentence

TOGETHER = Sentence("Both lie here.")


@pytest.mark.parametrize(
    ("made", "said"), [((), TOGETHER), (DEMO_KEYS[:1], TOGETHER), (DEMO_KEYS, None)]
)
def test_only_a_demo_keeps_both_keys_in_one_place(
    tmp_path: Path, made: tuple[str, ...], said: Sentence | None
) -> None:
    for name in made:
        (tmp_path / name).touch()
    settings = replace(read_environment(tmp_path), keys_in_one_place=TOGETHER)
    assert one_place(settings) == given(settings).in_one_place == said


def test_every_key_of_the_settings_is_examined(tmp_path: Path) -> None:
    keys = [bytes([number]) * 32 for number in range(4)]
    settings = replace(
        read_environment(tmp_path),
        root_key=keys[0],
        trustee_key=keys[1],
        former_root_key=keys[2],
        former_trustee_key=keys[3],
    )
    found = given(settings)
    assert [found.root, found.trustee, found.former_root, found.former_trustee] == keys
    assert found.in_one_place is None
