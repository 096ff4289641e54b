from caseflow.oversight import who_saw_client
from caseflow.policy.act_roles import may_act
from caseflow.policy.grounds import OPENING_ACTS, OUTSIDE_ACTS
from caseflow.vault.search import search
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.sights import SEEING
from tests.factories.clients import case_at, consented, entry, new_client, write
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.merges import merged
from tests.unit.vault.reading import read


def test_it_names_every_access_with_the_consent_that_justified_it(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    ida, olga = house.actor("ida", "wohnen"), house.actor("olga", "datenschutz")
    known = new_client(house, berta)
    write(house, berta, known, entry("Er hat gedroht."))
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    read(house, frieda, known)
    search(house.work(frieda), frieda, "")
    assert isinstance(read(house, ida, known), Refused)
    integrated(house)
    answer = who_saw_client(house.work(olga), olga, known.code)
    assert isinstance(answer, Disclosed)
    lines = answer.value.lines
    seen = {line.act: line for line in lines}
    assert sorted(seen) == ["client.shown", "story.read"]
    assert {line.staff_name for line in lines} == {"Frieda"}
    bases = [(basis.id, basis.kind) for basis in seen["story.read"].bases]
    assert (consent.id, "consent") in bases


def test_a_merged_person_is_asked_for_by_all_her_ids(house: House) -> None:
    berta, lea = house.actor("berta", "beratung"), house.actor("lea", "beratung")
    olga = house.actor("olga", "datenschutz")
    one, other = new_client(house, berta), new_client(house, berta)
    read(house, berta, other)
    merged(house, berta, lea, one, other)
    integrated(house)
    answer = who_saw_client(house.work(olga), olga, one.code)
    assert isinstance(answer, Disclosed)
    assert [line.client for line in answer.value.lines] == [other.id]


def test_nobody_but_an_officer_asks(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    assert isinstance(who_saw_client(house.work(berta), berta, known.code), Refused)


def test_an_officer_does_none_of_these_acts() -> None:
    assert not any(may_act(Role.OFFICER, act) for act in SEEING)


def test_whatever_opens_a_drawer_to_somebody_is_named() -> None:
    assert SEEING >= OPENING_ACTS | OUTSIDE_ACTS
