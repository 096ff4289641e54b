import pytest

from caseflow.web.consents.read_interpreter import check_interpreter, interpreter_of
from tests.factories.desk_forms import interpreted

WHOLE = interpreted("Frau Wort")


def test_nobody_has_to_interpret() -> None:
    assert list(check_interpreter({})) == []
    assert interpreter_of({}) == ""


@pytest.mark.parametrize("field", sorted(WHOLE))
def test_who_interprets_is_named_bound_and_wanted(field: str) -> None:
    assert list(check_interpreter(WHOLE)) == []
    found = list(check_interpreter({**WHOLE, field: ""}))
    assert [each.field for each in found] == [field]


def test_it_is_kept_as_one_text_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caseflow.web.consents.read_interpreter.gettext", str)
    assert interpreter_of(WHOLE) == (
        "Frau Wort; Farsi; has promised to keep silent; the client agrees to this person"
    )
