from sqlalchemy import update

from caseflow.database.tables.reviews import ReviewFinding
from caseflow.oversight.review.findings import (
    close_finding,
    findings_since,
    list_findings,
    note_finding,
)
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Invalid, Problem, Reason, Refused
from tests.factories.house import House
from tests.unit.vault.reading import log, newest


def test_a_finding_is_sealed_and_closed_once_with_what_was_done(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    noted = note_finding(work, olga, "bulk", [3, 12], " Zu viele. ")
    assert isinstance(noted, Done)
    work.finish()
    assert newest(house, Act.FINDING_NOTE)["details"]["rule"] == "bulk"
    found = list_findings(work, olga)
    assert isinstance(found, Disclosed)
    [view] = found.value
    assert (view.note, view.done, view.open, view.positions) == ("Zu viele.", None, True, (3, 12))
    assert [each.id for each in findings_since(work, 99)] == [noted.value]
    work.finish()
    assert close_finding(work, olga, noted.value, " ") == Invalid((Problem("done", "required"),))
    assert close_finding(work, olga, noted.value, "Besprochen.") == Done(None)
    work.finish()
    assert close_finding(work, olga, noted.value, "Noch einmal.") == Refused(Reason.TOO_LATE)
    assert close_finding(work, olga, house.units["beratung"], "x") == Refused()
    work.finish()
    found = list_findings(work, olga)
    assert isinstance(found, Disclosed)
    assert (found.value[0].done, found.value[0].open) == ("Besprochen.", False)
    assert findings_since(work, 13) == []
    assert len(findings_since(work, 12)) == 1
    work.finish()
    assert "Besprochen" not in str(log(house))


def test_what_cannot_be_meant_is_not_kept_and_nobody_else_reads(house: House) -> None:
    olga, berta = house.actor("olga", "datenschutz"), house.actor("berta", "beratung")
    answer = note_finding(house.work(olga), olga, "gossip", [], "")
    assert isinstance(answer, Invalid)
    assert {each.field for each in answer.problems} == {"note", "rule"}
    work = house.work(berta)
    assert isinstance(note_finding(work, berta, "bulk", [], "x"), Refused)
    assert isinstance(close_finding(work, berta, berta.unit, "x"), Refused)
    assert isinstance(list_findings(work, berta), Refused)


def test_a_note_that_was_exchanged_is_an_alarm(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    for note in ("eins", "zwei"):
        assert isinstance(note_finding(work, olga, "own", [1], note), Done)
    work.finish()
    one = house.sessions()
    first, second = one.query(ReviewFinding.id, ReviewFinding.note).all()
    one.close()
    with house.engine.begin() as connection:
        swapped = update(ReviewFinding).where(ReviewFinding.id == first[0])
        connection.execute(swapped.values(note=second[1]))
    found = list_findings(work, olga)
    assert isinstance(found, Disclosed)
    assert [each.note for each in found.value] == ["zwei"]
    assert newest(house, Act.ALARM_SEAL)["details"]["table"] == "review_findings"
