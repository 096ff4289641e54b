from dataclasses import replace

import pytest

from caseflow.consents.declaration import Declaration, Form
from caseflow.consents.look_first import LookedAt, look_first
from caseflow.vocabulary.ids import new_id
from tests.factories.declarations import declaration, offer

ON_SCREEN = Form("signed_screen")


@pytest.mark.parametrize(
    ("form", "signature", "looked"),
    [
        (ON_SCREEN, "sent", True),
        (ON_SCREEN, "", False),  # found by the check: there is nothing to look at
        (Form("signed_paper"), "where the paper is", False),
    ],
)
def test_only_what_was_drawn_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, form: Form, signature: str, *, looked: bool
) -> None:
    def look(_work: object, _actor: object, _client: object, given: Declaration) -> Declaration:
        return replace(given, signature="kept")

    monkeypatch.setattr("caseflow.consents.look_first.look_at_signature", look)
    declared = declaration(offer([new_id()], [new_id()], "family"), form=form, signature=signature)
    answer = look_first(None, None, new_id(), declared)  # type: ignore[arg-type]  # not reached
    kept = replace(declared, signature="kept") if looked else declared
    assert answer == LookedAt(kept, None)
