from sqlalchemy import update

from caseflow.database.tables.name_cards import NameCard
from caseflow.records.close_case import close_case
from caseflow.records.search_clients import Hits, search_clients
from caseflow.vault.settle import settle
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Refused
from tests.factories.clients import case_at, consented, new_client
from tests.factories.house import House
from tests.unit.records.desk_work import traces


def _hits(house: House, query: str, *, closed: bool = False, start: int = 0) -> Hits:
    actor = house.actor("berta", "beratung")
    answer = search_clients(house.work(actor), actor, query, closed=closed, start=start)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_a_name_is_found_as_it_sounds_and_a_code_as_it_is_read_out(house: House) -> None:
    known = new_client(house, house.actor("berta", "beratung"), "Müller, Aylin")
    new_client(house, house.actor("berta", "beratung"), "Schmitt, Vera")
    assert [each.client for each in _hits(house, "mueler").clients] == [known.id]
    assert [each.client for each in _hits(house, known.code.lower()).clients] == [known.id]
    assert _hits(house, "Öztürk") == Hits((), more=False)


def test_a_closed_case_is_looked_through_on_demand(house: House) -> None:
    actor = house.actor("lea", "beratung")
    known = new_client(house, actor, "Müller, Aylin")
    [found] = _hits(house, "Müller").clients
    work = house.work(actor)
    assert isinstance(close_case(work, actor, found.case), Done)
    work.finish()
    assert _hits(house, "Müller").clients == ()
    assert [each.client for each in _hits(house, "Müller", closed=True).clients] == [known.id]


def test_a_later_page_begins_where_it_is_told(house: House) -> None:
    for name in ("Amal", "Bente"):
        new_client(house, house.actor("berta", "beratung"), name)
    assert [each.name for each in _hits(house, "", start=1).clients] == ["Bente"]


def test_a_page_holds_what_is_wanted_and_its_trace_names_nobody_else(house: House) -> None:
    actor = house.actor("berta", "beratung")
    known = [new_client(house, actor, name) for name in ("Amal", "Bente", "Cora")]
    for start, more in ((1, True), (2, False)):
        answer = search_clients(house.work(actor), actor, "", start=start, most=1)
        assert isinstance(answer, Disclosed), answer
        assert [each.client for each in answer.value.clients] == [known[start].id]
        assert answer.value.more is more
        assert traces(house, Act.CLIENT_SHOWN)[-1]["clients"] == [str(known[start].id)]


def test_an_officer_looks_for_nobody(house: House) -> None:
    actor = house.actor("olga", "datenschutz")
    assert isinstance(search_clients(house.work(actor), actor, "Müller"), Refused)


def test_a_card_that_was_given_another_ground_or_client_shows_no_name(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known, other = new_client(house, berta, "Müller, Aylin"), new_client(house, berta)
    for each in (known, other):
        case_at(house, frieda, each)
    first = consented(house, berta, known, [frieda.unit], ["identity"])
    settle(house.work(frieda), frieda)
    second = consented(house, berta, known, [frieda.unit], ["identity"])

    def seen() -> list[str]:
        answer = search_clients(house.work(frieda), frieda, "")
        assert isinstance(answer, Disclosed)
        return [each.name for each in answer.value.clients]

    assert seen() == ["Müller, Aylin", ""]
    assert not traces(house, Act.ALARM_KEY)
    received = update(NameCard).where(NameCard.unit_id == frieda.unit)
    for forged in (
        {"consent_id": None},
        {"consent_id": second.id},
        {"consent_id": None, "client_id": other.id},
    ):
        with house.sessions.begin() as session:
            session.execute(received.values({"consent_id": first.id, **forged}))
        assert seen() == ["", ""]
    told = [each["details"]["table"] for each in traces(house, Act.ALARM_KEY)]
    assert told == ["name_cards"] * 3
