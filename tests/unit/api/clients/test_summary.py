from flask import Flask

from caseflow.database.tables.records import SummaryVersion
from caseflow.records import Approved, write_summary
from tests.factories.contract import acts_of, assert_unknown_alike
from tests.factories.house import House
from tests.factories.known_clients import Storied
from tests.factories.programs import Program
from tests.unit.records.desk_work import damage, do, done


def test_a_paragraph_comes_with_what_stood_there_before(
    app: Flask, frieda: Program, ida: Program, made: Storied, house: House
) -> None:
    actor = house.actor("berta", "beratung")
    done(do(house, actor, write_summary, made.id, Approved("violence", "Ich bin in Sicherheit.")))
    [told] = frieda.get(f"/clients/{made.id}/summary").get_json()["paragraphs"]
    assert (told["text"], told["before"]) == ("Ich bin in Sicherheit.", [])
    berta = Program(app, "berta")
    answer = berta.get(f"/clients/{made.id}/summary")
    assert acts_of(house, answer).count("story.read") == 1
    [found] = answer.get_json()["paragraphs"]
    assert (found["text"], found["version"], found["not_so"]) == ("Ich bin in Sicherheit.", 2, [])
    [before] = found["before"]
    assert before.keys() == {"version", "text", "approved_on", "recorded_at", "author"}
    assert (before["version"], before["author"]) == (1, "Berta")
    assert "Angst um die Kinder" in before["text"]
    damage(house, SummaryVersion, "text")
    assert frieda.get(f"/clients/{made.id}/summary").get_json()["damaged"] == []
    broken = berta.get(f"/clients/{made.id}/summary").get_json()
    assert broken["paragraphs"][0]["before"] == []
    assert [(each["kind"], each["category"]) for each in broken["damaged"]] == [
        ("before", "violence")
    ]
    assert_unknown_alike(ida, "GET", "/clients/{}/summary", made.id)
