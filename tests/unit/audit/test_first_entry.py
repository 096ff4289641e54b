from collections.abc import Mapping
from typing import Any

from caseflow.audit.first_entry import first_entry
from caseflow.vocabulary.acts import Act
from tests.factories.log import Log


def test_the_first_that_says_so_from_there_on_and_none_where_none_does(log: Log) -> None:
    entries = [log.access() for _ in range(3)]
    log.integrate()
    work = log.work()

    def says(content: Mapping[str, Any]) -> bool:
        return bool(content["id"] != str(entries[1]))

    found = [first_entry(work, Act.STORY_READ, since, says) for since in range(4)]
    assert found == [0, 2, 2, None]
    assert first_entry(work, Act.LOG_READ, 0, says) is None
    work.abandon()
