from sqlalchemy import select

from caseflow.database.tables.clients import Case
from caseflow.handovers import Accepted, Direction
from caseflow.records.close_case import close_case
from caseflow.vault.search import search
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, consented, entry, fact, new_client, withdrawn, write
from tests.factories.handovers import accepted, answered, exchange_slips, listed, sent
from tests.factories.house import House
from tests.unit.vault.reading import log, newest, read, texts


def _cases(house: House, unit: str) -> list[Case]:
    with house.sessions() as session:
        here = Case.unit_id == house.units[unit]
        return list(session.scalars(select(Case).where(here).order_by(Case.opened_at)))


def _names(house: House, name: str, unit: str) -> list[tuple[str, str]]:
    actor = house.actor(name, unit)
    page = search(house.work(actor), actor, "")
    assert isinstance(page, Disclosed)
    return [(each.code, each.name) for each in page.value.items]


def test_with_a_consent_it_opens_a_case_that_knows_her(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    write(house, berta, known, entry("Er hat gedroht."))
    consent = consented(house, berta, known, [frieda.unit], ["identity", "violence"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    answer = accepted(house, frieda, handover)
    [case] = _cases(house, "frauenhaus")
    assert answer == Accepted(handover, known.id, case.id)
    assert case.assigned == (frieda.staff,)
    assert _names(house, "frieda", "frauenhaus") == [(known.code, "Olena")]
    assert texts(read(house, frieda, known)) == ["Er hat gedroht."]


def test_its_trace_rests_on_the_consent_and_holds_both_rows(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    accepted(house, frieda, sent(house, berta, known, "frauenhaus", consent))
    told = newest(house, Act.HANDOVER_ACCEPT)
    assert str(consent.id) in [basis["id"] for basis in told["bases"]]
    assert sorted(row["table"] for row in told["rows"]) == ["cases", "handovers"]
    assert told["client"] == str(known.id)


def test_where_identity_stays_closed_she_comes_with_her_code_alone(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    accepted(house, frieda, sent(house, berta, known, "frauenhaus", consent))
    assert _names(house, "frieda", "frauenhaus") == [(known.code, "")]


def test_her_name_comes_by_another_consent_than_the_one_that_carries_her(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta, "Olena")
    consented(house, berta, known, [frieda.unit], ["identity"])
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    accepted(house, frieda, sent(house, berta, known, "frauenhaus", consent))
    assert _names(house, "frieda", "frauenhaus") == [(known.code, "Olena")]


def test_a_unit_that_knew_her_by_itself_finds_her_as_before(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, frieda)
    told = fact("client_name", '{"type":"text","value":"Olena"}', "identity")
    write(house, frieda, known, told)
    case_at(house, berta, known)
    lea = house.actor("lea", "frauenhaus")
    work = house.work(lea)
    assert isinstance(close_case(work, lea, _cases(house, "frauenhaus")[0].id), Done)
    work.finish()
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    accepted(house, frieda, sent(house, berta, known, "frauenhaus", consent))
    assert _names(house, "frieda", "frauenhaus") == [(known.code, "Olena")]
    assert len(_cases(house, "frauenhaus")) == 2


def test_an_open_case_stays_the_only_one(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    answer = accepted(house, frieda, sent(house, berta, known, "frauenhaus", consent))
    assert [case.id for case in _cases(house, "frauenhaus")] == [answer.case]


def test_without_a_consent_it_says_send_her_and_opens_nothing(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    handover = sent(house, berta, known, "frauenhaus")
    assert accepted(house, frieda, handover) == Accepted(handover)
    assert _cases(house, "frauenhaus") == []
    assert "client" not in newest(house, Act.HANDOVER_ACCEPT)
    assert listed(house, berta, Direction.OUT)[0].state == "accepted"


def test_it_is_accepted_once(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    accepted(house, frieda, handover)
    assert answered(house, frieda, handover) == Refused(Reason.TOO_LATE)
    assert len(_cases(house, "frauenhaus")) == 1


def test_after_a_withdrawal_it_is_too_late(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    withdrawn(house, berta, known, consent)
    assert answered(house, frieda, handover) == Refused(Reason.TOO_LATE)
    assert _cases(house, "frauenhaus") == []
    assert newest(house, Act.HANDOVER_ACCEPT)["decision"] == "refused"


def test_a_stranger_s_and_an_unknown_one_are_one(house: House) -> None:
    berta, ida = house.actor("berta", "beratung"), house.actor("ida", "wohnen")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    before = len(log(house))
    for unknown in (handover, new_id()):
        assert answered(house, ida, unknown) == Refused(Reason.NOT_OPEN)
    assert len(log(house)) == before + 2


def test_an_officer_accepts_nothing(house: House) -> None:
    berta, olga = house.actor("berta", "beratung"), house.actor("olga", "datenschutz")
    handover = sent(house, berta, new_client(house, berta), "frauenhaus")
    assert answered(house, olga, handover) == Refused(Reason.NOT_OPEN)


def test_a_damaged_slip_opens_no_case(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    handover = sent(house, berta, known, "frauenhaus", consent)
    exchange_slips(house, handover)
    assert answered(house, frieda, handover) == Invalid((Problem("slip", "damaged_slip"),))
    assert _cases(house, "frauenhaus") == []
    told = newest(house, Act.ALARM_KEY)
    assert told["details"] == {"table": "handovers", "row": str(handover)}
    assert listed(house, berta, Direction.OUT)[0].state == "open"
