from caseflow.audit.entries import RowDigest
from caseflow.keys.events import KeyEvent
from caseflow.vault.permit import Ask, Deeds
from caseflow.vault.sheets import SHEET, trace_in_sheets
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client, permitted
from tests.factories.house import House
from tests.unit.vault.reading import log


def test_what_is_too_much_for_one_leaf_runs_over_several(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CONSENT_WITHDRAW, known.id))
    many = 9 * SHEET + 1
    deeds = Deeds(
        rows=tuple(RowDigest("consents", new_id(), bytes(32)) for _ in range(many)),
        ended=tuple(UsedBasis(BasisKind.CONSENT, new_id(), 3) for _ in range(SHEET)),
        keys=tuple(
            KeyEvent(Act.KEY_REVOKE, "drawer", new_id(), 1, bytes(16)) for _ in range(SHEET + 1)
        ),
        clients=tuple(new_id() for _ in range(SHEET + 3)),
        details={"consents": "901"},
    )
    trace_in_sheets(work, given, deeds)
    work.finish()
    told = [each for each in log(house) if each["act"] == Act.CONSENT_WITHDRAW]
    assert len(told) == 10
    (first,) = [each for each in told if each["id"] == str(given.entry)]
    assert (first["details"], bool(first["bases"])) == ({"consents": "901"}, True)
    further = [each for each in told if each is not first]
    assert all(each["details"] == {"entry": str(given.entry)} for each in further)
    assert not any("bases" in each for each in further)
    for name, count in (
        ("rows", many),
        ("ended", SHEET),
        ("keys", SHEET + 1),
        ("clients", SHEET + 3),
    ):
        assert sum(len(each.get(name, ())) for each in told) == count


def test_what_fits_stays_one_entry(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    work = house.work(berta)
    given = permitted(work, berta, Ask(Act.CONSENT_WITHDRAW, known.id))
    rows = tuple(RowDigest("consents", new_id(), bytes(32)) for _ in range(SHEET))
    trace_in_sheets(work, given, Deeds(rows=rows))
    work.finish()
    assert len([each for each in log(house) if each["act"] == Act.CONSENT_WITHDRAW]) == 1
