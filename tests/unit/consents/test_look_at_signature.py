from dataclasses import replace

import pytest

from caseflow.consents import Form, record_consent
from caseflow.consents.look_at_signature import look_at_signature
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Invalid, Problem, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.declarations import declaration, offer
from tests.factories.house import House
from tests.unit.vault.reading import newest

ROOM = "caseflow.consents.look_at_signature"


def test_it_is_opened_behind_a_knock_alone_and_no_transaction_waits(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    known = new_client(house, berta)
    offered = offer([berta.unit], [ida.unit], "family")
    signed = declaration(offered, form=Form("signed_screen"), signature="sent")
    opened: list[str] = []

    def clean(sent: str, _limits: object) -> str | Problem:
        assert not work.session.in_transaction()
        opened.append(sent)
        return Problem("form.signature", "no_signature") if sent == "bad" else "kept"

    monkeypatch.setattr(f"{ROOM}.clean_signature", clean)
    work = house.work(ida)
    assert look_at_signature(work, ida, known.id, signed) == Refused(Reason.NOT_OPEN)
    assert opened == []
    work.finish()
    assert newest(house, Act.CONSENT_RECORD)["decision"] == "refused"
    work = house.work(berta)
    assert look_at_signature(work, berta, known.id, signed) == replace(signed, signature="kept")
    bad = replace(signed, signature="bad")
    wrong = Invalid((Problem("form.signature", "no_signature"),))
    assert record_consent(work, berta, known.id, bad) == wrong
    work.finish()
