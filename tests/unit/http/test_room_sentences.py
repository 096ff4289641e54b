import re
from pathlib import Path

import pytest

from caseflow.http.room_sentences import ROOM_SENTENCES
from caseflow.http.sentences import SENTENCES

# Units are founded by a command, which writes sentences of its own.
OF_COMMANDS = {"no_slug", "only_one"}
ROOMS = ("consents", "exceptions", "handovers", "identity", "oversight", "web")
_CODE = re.compile(r'Problem\(\s*[^,()]*,\s*"([a-z_]+)"')


def codes() -> set[str]:
    """Return the codes that these rooms hand out."""
    root = Path(__file__).resolve().parents[3] / "caseflow"
    texts = (path.read_text() for room in ROOMS for path in (root / room).rglob("*.py"))
    return {code for text in texts for code in _CODE.findall(text)}


def test_the_codes_are_found() -> None:
    assert {"nothing_left", "opens_nothing", "no_emergency_category", "taken"} <= codes()


def test_every_code_has_a_sentence() -> None:
    assert codes() - set(SENTENCES) == OF_COMMANDS


@pytest.mark.parametrize("code", sorted(ROOM_SENTENCES))
def test_it_is_a_sentence(code: str) -> None:
    assert ROOM_SENTENCES[code].endswith(".")
