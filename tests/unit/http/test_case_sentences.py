import re
from pathlib import Path

import pytest

from caseflow.http.case_sentences import CASE_SENTENCES
from caseflow.http.sentences import SENTENCES

_VALUE = re.compile(r"%\((\w+)\)s")
_TEXTS = "".join(
    path.read_text()
    for room in ("records", "exceptions", "api")
    for path in (Path(__file__).resolve().parents[3] / "caseflow" / room).rglob("*.py")
)


@pytest.mark.parametrize("code", sorted(CASE_SENTENCES))
def test_each_sentence_is_one_of_all_and_its_code_is_handed_out(code: str) -> None:
    assert SENTENCES[code] == CASE_SENTENCES[code]
    assert f'"{code}"' in _TEXTS


def test_nobody_is_named_but_where_both_cases_are_known() -> None:
    named = {code for code, text in CASE_SENTENCES.items() if _VALUE.search(text)}
    assert named == {"works_with_both"}
