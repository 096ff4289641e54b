import pytest
from sqlalchemy import delete

from caseflow.database.tables.name_cards import NameCard
from caseflow.database.tables.records import Entry, Fact
from caseflow.exceptions.declare_emergency import Danger, declare_emergency
from caseflow.records.open_story import open_story
from caseflow.records.set_goal import set_goal
from caseflow.records.write_progress import write_progress
from caseflow.records.write_summary import Approved, write_summary
from caseflow.vault.search import search
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.states import FactState
from tests.factories.clients import case_at, consented, withdrawn
from tests.factories.house import House
from tests.unit.records.desk_work import (
    create,
    damage,
    do,
    done,
    jot,
    keep_back,
    shared,
    story,
    tell,
    traces,
)


def test_a_story_goes_by_day_and_names_who_wrote_what(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal Haddad"})
    jot(house, berta, known)
    jot(house, berta, known, occurred_on="2026-02-01", text="früher")
    told = story(house, berta, known)
    assert [entry.text for entry in told.entries] == ["früher", "Sie kam mit zwei Kindern."]
    assert [entry.origin.author for entry in told.entries] == ["Berta", "Berta"]
    assert [(fact.question, fact.answer and fact.answer.value) for fact in told.facts] == [
        ("client_name", "Amal Haddad")
    ]
    assert told.damaged == ()


def test_goals_come_with_their_steps_and_the_summary_with_its_day(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta)
    goal = done(do(house, berta, set_goal, known.id, "Eigene Wohnung"))
    for text, day in (("Besichtigung", "2026-03-01"), ("Antrag", "2026-02-01")):
        done(do(house, berta, write_progress, goal.id, text, day))
    done(do(house, berta, write_summary, known.id, Approved("housing", "Sie sucht.", "1.3.2026")))
    told = story(house, berta, known)
    (found,) = told.goals
    assert (found.title, found.state) == ("Eigene Wohnung", "open")
    assert [step.text for step in found.steps] == ["Antrag", "Besichtigung"]
    (paragraph,) = told.summary
    assert (paragraph.text, paragraph.approved_on.isoformat()) == ("Sie sucht.", "2026-03-01")


def test_another_unit_sees_what_a_consent_opens_with_its_basis(house: House) -> None:
    known, berta, frieda = shared(house, "violence")
    jot(house, berta, known)
    jot(house, berta, known, category="health", text="Gesundheit")
    (entry,) = story(house, frieda, known).entries
    assert (entry.origin.unit, entry.origin.category) == (berta.unit, "violence")
    assert entry.origin.basis.kind is BasisKind.CONSENT
    assert entry.origin.author == "Berta"


def test_after_a_withdrawal_the_story_is_her_own_again(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = create(house, berta)
    consent = consented(house, berta, known, [frieda.unit], ["violence"])
    case_at(house, frieda, known)
    jot(house, berta, known)
    jot(house, frieda, known, text="eigener")
    assert len(story(house, frieda, known).entries) == 2
    withdrawn(house, berta, known, consent)
    assert [entry.text for entry in story(house, frieda, known).entries] == ["eigener"]


def test_for_another_purpose_a_consent_opens_nothing(house: House) -> None:
    known, berta, frieda = shared(house, "violence")
    jot(house, berta, known)
    assert story(house, frieda, known, purpose="safety").entries == ()


def test_what_she_withholds_here_hides_what_was_told_elsewhere(house: House) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "mother_tongue", "Arabisch", "2026-03-01")
    assert [fact.state for fact in story(house, frieda, known).facts] == [FactState.ANSWERED]
    keep_back(house, frieda, known, "mother_tongue", FactState.WITHHELD)
    (fact,) = story(house, frieda, known).facts
    assert (fact.state, fact.origin.unit) == (FactState.WITHHELD, frieda.unit)
    (theirs,) = story(house, berta, known).facts
    assert theirs.state is FactState.ANSWERED


def test_answers_that_differ_stand_with_both_sources(house: House) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "mother_tongue", "Arabisch", "2026-03-01")
    tell(house, frieda, known, "mother_tongue", "Persisch", "2026-02-01")
    facts = story(house, frieda, known).facts
    assert [(fact.origin.unit, fact.counts, fact.differs) for fact in facts] == [
        (frieda.unit, False, True),
        (berta.unit, True, True),
    ]


def test_intake_staff_get_facts_and_the_summary_and_nothing_else(house: House) -> None:
    wanda, ida = house.actor("wanda", "wohnen"), house.actor("ida", "wohnen")
    known = create(house, wanda, {"client_name": "Amal"})
    jot(house, wanda, known)
    done(do(house, wanda, set_goal, known.id, "Wohnung"))
    done(do(house, wanda, write_summary, known.id, Approved("housing", "Sie sucht.")))
    told = story(house, ida, known)
    assert (told.entries, told.goals) == ((), ())
    assert len(told.facts) == len(told.summary) == 1
    fields = traces(house, Act.STORY_READ)[-1]["fields"]
    assert not any(field.startswith(("entries", "goals")) for field in fields)


def test_nobody_and_a_stranger_are_refused_alike(house: House) -> None:
    known = create(house, house.actor("berta", "beratung"))
    frieda = house.actor("frieda", "frauenhaus")
    answers = [
        open_story(house.work(frieda), frieda, client) for client in (known.id, frieda.staff)
    ]
    assert answers == [Refused(Reason.NOT_OPEN)] * 2


def test_a_damaged_piece_is_named_raises_an_alarm_and_leaves_the_others(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"safe_phone": "0170 1"})
    jot(house, berta, known)
    damage(house, Entry, "text")
    told = story(house, berta, known)
    assert told.entries == ()
    assert len(told.facts) == 1
    (broken,) = told.damaged
    assert (broken.table, broken.unit, broken.category) == ("entries", berta.unit, "violence")
    (alarm,) = traces(house, Act.ALARM_KEY)
    assert alarm["details"] == {"table": "entries", "row": str(broken.id)}


def test_a_damaged_name_does_not_keep_the_story_shut(house: House) -> None:
    known, berta, frieda = shared(house, "identity", "violence")
    jot(house, berta, known)
    tell(house, berta, known, "client_name", "Amal")
    damage(house, Fact, "value")
    work = house.work()
    work.session.execute(delete(NameCard))
    work.finish()
    told = story(house, frieda, known)
    assert [broken.table for broken in told.damaged] == ["facts"]
    assert len(told.entries) == 1


def test_a_name_that_she_withheld_here_does_not_come_back_on_the_card(house: House) -> None:
    known, berta, frieda = shared(house, "identity")
    tell(house, berta, known, "client_name", "Amal")
    tell(house, berta, known, "birth_date", "1990")
    keep_back(house, frieda, known, "client_name", FactState.WITHHELD)
    work = house.work()
    work.session.execute(delete(NameCard))
    work.finish()
    story(house, frieda, known)
    found = search(house.work(frieda), frieda, "")
    assert isinstance(found, Disclosed)
    assert [each.name for each in found.value.items] == [""]


@pytest.mark.parametrize("consent", [True, False], ids=["beside a consent", "alone"])
def test_an_emergency_shows_what_she_withheld_here(
    house: House,
    consent: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    known, berta, frieda = shared(house, "health" if consent else "violence")
    tell(house, berta, known, "allergies", "Penicillin", "2026-02-01")
    keep_back(house, frieda, known, "allergies", FactState.WITHHELD)
    assert [fact.state for fact in story(house, frieda, known).facts] == [FactState.WITHHELD]
    danger = Danger("bewusstlos", "die Klientin", "nicht ansprechbar")
    done(do(house, frieda, declare_emergency, known.id, danger, frozenset({"health"})))
    answer, own = story(house, frieda, known).facts
    assert (answer.state, answer.counts, answer.origin.urgent) == (FactState.ANSWERED, True, True)
    assert (own.state, own.counts) == (FactState.WITHHELD, False)
    kinds = {basis["kind"] for basis in traces(house, Act.STORY_READ)[-1]["bases"]}
    assert "emergency" in kinds
