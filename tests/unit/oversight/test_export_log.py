import json

import pytest

from caseflow.oversight import LogForm, export_log
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.fhir import Release
from tests.factories.clients import new_client
from tests.factories.fhir import checked
from tests.factories.house import House
from tests.factories.told_log import told
from tests.unit.vault.reading import newest, read


def _written(house: House, form: LogForm) -> str:
    olga = house.actor("olga", "datenschutz")
    pieces: list[str] = []
    steps: list[tuple[int, int]] = []
    work = house.work(olga)
    answer = export_log(work, olga, form, pieces.append, lambda *step: steps.append(step))
    assert isinstance(answer, Disclosed)
    assert not work.session.in_transaction()
    assert steps[-1] == (answer.value, answer.value)
    return "".join(pieces)


def test_everything_up_to_now_is_written_and_that_is_told_first(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(export_log.__globals__, "_AT_ONCE", 7)
    berta = house.actor("berta", "beratung")
    read(house, berta, new_client(house, berta))
    before = told(house)
    lines = [json.loads(line) for line in _written(house, LogForm.JSONL).splitlines()]
    assert [each["index"] for each in lines] == list(range(len(before)))
    assert {each["id"] for each in lines} == {each["id"] for each in before}
    assert newest(house, Act.LOG_READ)["details"] == {"export": "jsonl"}
    rows = _written(house, LogForm.CSV).splitlines()
    assert len(rows) == len(before) + 2  # the head, and the export before
    for form, release in ((LogForm.FHIR_R4, Release.R4), (LogForm.FHIR_R5, Release.R5)):
        assert len(checked(json.loads(_written(house, form)), release)["entry"]) > len(before)


def test_nobody_but_an_officer_gets_a_line(house: House) -> None:
    lea, pieces = house.actor("lea", "beratung"), list[str]()
    answer = export_log(house.work(lea), lea, LogForm.CSV, pieces.append, lambda *_: None)
    assert answer == Refused(Reason.NOT_YOUR_ROLE)
    assert pieces == []
    assert newest(house, Act.LOG_READ)["decision"] == "refused"
