from uuid import UUID

import pytest
from sqlalchemy import select, update

from caseflow.consents.take_back import EVERYTHING, Choice, surely, take_back
from caseflow.crypto.ciphers import Cipher, new_key
from caseflow.database.tables.consents import Consent
from caseflow.keys.keyring import ring
from caseflow.vault.again import TRIES
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.errors import BrokenKey, Stale
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client, permitted
from tests.factories.declarations import agreed, declaration, offer
from tests.factories.house import House


def test_a_withdrawal_is_tried_again_and_then_without_turning(house: House) -> None:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    told: list[UUID | None] = []

    def attempt(turning: UUID | None) -> str:
        told.append(turning)
        ring(work).ciphers[new_id(), 1] = Cipher(new_key())
        if len(told) == 1:
            raise Stale("consents")
        if turning is not None:
            raise BrokenKey("damaged")
        assert len(ring(work).ciphers) == 1  # no key of an attempt that was rolled back is left
        return "done"

    assert surely(work, berta, attempt) == "done"
    assert told == [berta.unit, berta.unit, None]


def test_it_does_not_try_for_ever(house: House) -> None:
    work = house.work()
    told: list[UUID | None] = []

    def attempt(turning: UUID | None) -> None:
        told.append(turning)
        raise Stale("consents")

    with pytest.raises(Stale):
        surely(work, house.actor("berta", "beratung"), attempt)
    assert len(told) == TRIES


def test_the_end_names_a_use_that_another_request_made_meanwhile(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CONSENT_WITHDRAW, known.id))
    (row,) = given.gathered.consents.values()
    counted = update(Consent).values(uses=7)
    work.session.execute(counted, execution_options={"synchronize_session": False})
    assert row.uses == 0
    deeds = take_back(work, given, row, EVERYTHING)
    assert [basis.use for basis in deeds.ended] == [7]
    work.abandon()


def test_a_row_that_was_changed_meanwhile_is_stale(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    agreed(house, berta, known, declaration(offer([berta.unit], [frieda.unit], "violence")))
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CONSENT_WITHDRAW, known.id))
    row = work.session.scalars(select(Consent)).one()
    changed = update(Consent).values(row_seal=b"another")
    work.session.execute(changed, execution_options={"synchronize_session": False})
    for choice in (EVERYTHING, Choice(categories=frozenset({"violence"}))):
        with pytest.raises(Stale):
            take_back(work, given, row, choice)
    work.abandon()
