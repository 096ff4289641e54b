import re
from pathlib import Path

import pytest

from caseflow.http.answer_sentences import ANSWER_SENTENCES
from caseflow.http.sentences import SENTENCES

ROOMS = ("caseflow/records", "caseflow/vocabulary/questions")
_CODE = re.compile(r'(?:Problem\([^,()]*,\s*|Fault\()"([a-z_]+)"')


def codes() -> set[str]:
    """Return the codes that the rooms of records and answers hand out."""
    root = Path(__file__).resolve().parents[3]
    paths = (path for room in ROOMS for path in (root / room).rglob("*.py"))
    # An import speaks on the command line, which has sentences of its own.
    texts = (path.read_text() for path in paths if "imports" not in path.parts)
    return {code for text in texts for code in _CODE.findall(text)}


def test_the_codes_are_found() -> None:
    assert {"no_such_day", "empty", "not_kept_here"} <= codes()


def test_every_code_has_a_sentence() -> None:
    assert codes() - set(SENTENCES) == set()


@pytest.mark.parametrize("code", sorted(ANSWER_SENTENCES))
def test_it_is_a_sentence(code: str) -> None:
    assert ANSWER_SENTENCES[code].endswith(".")
