from caseflow.oversight import LogPage, LogQuery, list_entries
from caseflow.records import search_clients
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.unit.vault.reading import read


def _listed(house: House, query: LogQuery) -> LogPage:
    olga = house.actor("olga", "datenschutz")
    answer = list_entries(house.work(olga), olga, query)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_what_was_staged_until_now_is_among_them(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    read(house, berta, known)
    [line] = _listed(house, LogQuery(act=Act.STORY_READ)).lines
    assert line.client == known.id


def test_an_id_that_was_never_issued_is_told_as_it_was_asked_for(house: House) -> None:
    frieda = house.actor("frieda", "frauenhaus")
    nobody = new_id()
    work = house.work(frieda)
    assert isinstance(search_clients(work, frieda, ""), Disclosed)
    work.finish()
    assert _listed(house, LogQuery(client=str(nobody))).lines == ()
    [line] = _listed(house, LogQuery(client=str(nobody))).lines
    assert (line.act, line.client) == (Act.LOG_READ, nobody)


def test_of_several_shown_together_the_one_asked_for_is_named(house: House) -> None:
    berta = house.actor("berta", "beratung")
    both = [new_client(house, berta, name) for name in ("Amira", "Olena")]
    work = house.work(berta)
    assert isinstance(search_clients(work, berta, ""), Disclosed)
    work.finish()
    for known in both:
        for asked in (known.code, str(known.id)):
            [line] = _listed(house, LogQuery(client=asked, act=Act.CLIENT_SHOWN)).lines
            assert line.client == known.id
    [line] = _listed(house, LogQuery(act=Act.CLIENT_SHOWN)).lines
    assert line.client is None


def test_a_text_that_is_neither_code_nor_id_is_named_and_nobody_else_looks(house: House) -> None:
    olga, berta = house.actor("olga", "datenschutz"), house.actor("berta", "beratung")
    wrong = Invalid((Problem("client", "no_client_code", {"given": "Olena"}),))
    assert list_entries(house.work(olga), olga, LogQuery(client="Olena")) == wrong
    for query in (LogQuery(), LogQuery(client=str(new_id()))):
        refused = list_entries(house.work(berta), berta, query)
        assert refused in {Refused(Reason.NOT_YOUR_ROLE), Refused(Reason.NOT_OPEN)}
