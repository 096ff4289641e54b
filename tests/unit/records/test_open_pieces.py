from caseflow.database.tables.records import (
    DrawerContent,
    Entry,
    Fact,
    Goal,
    Progress,
    SummaryParagraph,
)
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.set_goal import set_goal
from caseflow.records.write_progress import write_progress
from caseflow.records.write_summary import Approved, write_summary
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.records.desk_work import create, damage, do, done, jot, traces

TABLES: tuple[type[DrawerContent], ...] = (Entry, Fact, Goal, Progress, SummaryParagraph)


def filled(house: House) -> Known:
    berta = house.actor("berta", "beratung")
    known = create(house, berta, {"client_name": "Amal"})
    jot(house, berta, known)
    goal = done(do(house, berta, set_goal, known.id, "Wohnung")).id
    done(do(house, berta, write_progress, goal, "Antrag"))
    done(do(house, berta, write_summary, known.id, Approved("housing", "Sie sucht.")))
    return known


def opened(house: House, known: Known) -> Pieces:
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    answer = disclose(work, berta, Ask(Act.STORY_READ, known.id), TABLES)
    assert isinstance(answer, Disclosed)
    pieces = Pieces(answer.value)
    counts = [len(part()) for part in (pieces.entries, pieces.facts, pieces.paragraphs)]
    assert counts in ([1, 1, 1], [0, 0, 0])
    goals = pieces.goals()
    assert len(goals) == counts[0]
    report_damage(work, berta, pieces)
    return pieces


def test_every_piece_opens_with_its_origin(house: House) -> None:
    known = filled(house)
    pieces = opened(house, known)
    assert pieces.damaged == []
    assert traces(house, Act.ALARM_KEY) == []


def test_every_damaged_piece_is_named_once_and_raises_one_alarm(house: House) -> None:
    known = filled(house)
    for table, column in zip(
        TABLES, ("text", "state", "title", "occurred_on", "approved_on"), strict=True
    ):
        damage(house, table, column)
    pieces = opened(house, known)
    assert sorted(each.table for each in pieces.damaged) == sorted(
        table.__tablename__ for table in TABLES
    )
    rows = {alarm["details"]["row"] for alarm in traces(house, Act.ALARM_KEY)}
    assert rows == {str(each.id) for each in pieces.damaged}
