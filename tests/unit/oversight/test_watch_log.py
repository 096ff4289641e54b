import json
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest

from caseflow.audit.witness_check import check_witness
from caseflow.audit.witness_file import read_witness
from caseflow.oversight import Contradicted, Contradicts, Watched, source_at_console, watch_log
from caseflow.vocabulary.acts import Act
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.plain_log import PlainLog, end, entry, prune
from tests.factories.told_log import told
from tests.unit.audit.test_witness_restore import restore

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def watched(found: Watched | Contradicted) -> Watched:
    assert isinstance(found, Watched), found
    return found


def test_each_look_is_cosigned_and_takes_the_place_of_the_former_one(tmp_path: Path) -> None:
    file, leaves = tmp_path / "log.json", [entry(0), end(1)]
    first = watched(watch_log(file, PlainLog(leaves), NOW))
    assert (first.first, first.size, first.fresh, first.ends) == (True, 2, 2, 1)
    log = PlainLog([*leaves, entry(2), prune("2-2")])
    log.pruned = {2}
    later = watched(watch_log(file, log, NOW + timedelta(days=1)))
    assert (later.first, later.size, later.fresh, later.ends) == (False, 4, 2, 1)
    assert (first.unread, later.unread) == (0, 1)
    assert (later.key, later.witness) == (first.key, first.witness)
    assert later.at == NOW + timedelta(days=1)
    kept = read_witness(file)
    assert kept is not None
    assert (kept.checkpoint, kept.witness) == (later.note, later.witness)
    assert check_witness(kept, log.origin, log.signer.public) is None
    assert sorted(each.name for each in tmp_path.iterdir()) == ["log.json", "log.json.key"]


def test_an_empty_entry_is_looked_at_again_until_its_pruning_is_in_the_tree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaves = [entry(0), end(1)]
    emptied = PlainLog(leaves)
    emptied.pruned = {0}

    class Pruning(PlainLog):
        def tell(self, seconds: float) -> None:
            slept.append(seconds)
            self.__init__([*leaves, entry(2), prune("0-0")])  # type: ignore[misc] # it has grown
            self.pruned = {0}

    slept: list[float] = []
    log = Pruning(leaves)
    log.pruned = {0}
    room = import_module("caseflow.oversight.watch_log")
    monkeypatch.setattr(room, "sleep", log.tell)
    assert watched(watch_log(tmp_path / "log.json", log, NOW)).unread == 1
    assert slept == [1.0]
    monkeypatch.setattr(room, "sleep", slept.append)
    found = watch_log(tmp_path / "other.json", emptied, NOW)
    assert isinstance(found, Contradicted)
    assert (found.how, found.position, len(slept)) == (Contradicts.LEAF_EMPTIED, 0, 4)


def test_a_contradiction_keeps_the_file_and_writes_both_heads_beside_it(tmp_path: Path) -> None:
    file, leaves = tmp_path / "log.json", [entry(0), end(1)]
    first = watched(watch_log(file, PlainLog(leaves), NOW))
    before = file.read_bytes()
    log = PlainLog([entry(9), end(1), entry(2)])
    found = watch_log(file, log, NOW)
    assert found == Contradicted(
        Contradicts.FORKED, None, tmp_path / "log.json.evidence-20260302T090000Z"
    )
    assert file.read_bytes() == before
    said = json.loads(found.evidence.read_bytes())
    assert (said["how"], said["seen"], said["met"]) == ("forked", first.note, log.note)
    assert said["key"] == first.key


def test_a_file_that_says_nothing_is_not_taken_for_a_first_look(tmp_path: Path) -> None:
    file = tmp_path / "log.json"
    file.write_text("{}")
    found = watch_log(file, PlainLog([entry(0)]), NOW)
    assert isinstance(found, Contradicted)
    assert found.how is Contradicts.FILE_BROKEN
    assert json.loads(found.evidence.read_bytes())["seen"] == ""
    assert file.read_text() == "{}"


def test_a_restore_is_believed_only_when_the_officer_says_that_she_knows_of_it(
    tmp_path: Path,
) -> None:
    file, leaves = tmp_path / "log.json", [entry(0), end(1), entry(2)]
    first = watched(watch_log(file, PlainLog(leaves), NOW, restored=True))
    assert first.first
    log = PlainLog([*leaves[:2], restore(2, leaves[:2])])
    assert isinstance(watch_log(file, log, NOW), Contradicted)
    before = file.read_bytes()
    later = watched(watch_log(file, log, NOW + timedelta(days=1), restored=True))
    assert (tmp_path / "log.json.before-20260303T090000Z").read_bytes() == before
    assert (later.size, later.witness) == (3, first.witness)
    evidence = json.loads((tmp_path / "log.json.evidence-20260303T090000Z").read_bytes())
    assert (evidence["how"], evidence["seen"]) == ("restored", first.note)


def test_the_database_at_hand_is_watched_and_that_is_an_entry(house: House, tmp_path: Path) -> None:
    new_client(house, house.actor("berta", "beratung"))
    work = house.work()
    found = watched(watch_log(tmp_path / "log.json", source_at_console(work), NOW))
    assert found.size == found.fresh > 1
    [look] = [each for each in told(house) if each["act"] == Act.LOG_READ]
    assert look["details"] == {"witness": "console"}
