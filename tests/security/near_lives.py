"""Lives of one client in few units, where much happens to her: for the faults that are seeded."""

from collections.abc import Mapping
from typing import TypeAlias

from tests.security import life_of_copies as copies
from tests.security import life_of_exceptions as exceptions
from tests.security import life_of_handovers as handovers
from tests.security import life_of_reads as reads
from tests.security import life_of_records as records
from tests.security import life_of_sharing as sharing
from tests.security.lives import Operation, Setting

Operations: TypeAlias = Mapping[Operation, int]

_CASES: Operations = {
    records.look_up: 5,
    records.open_case: 5,
    records.write_fact: 7,
    records.write_entry: 3,
    reads.story: 12,
    reads.overview: 3,
}


def _near(operations: Operations, *further: str) -> Setting:
    """Return a life of one client in two units or more, where much happens to her."""
    return Setting(operations, ("beratung", "frauenhaus", "datenschutz", *further), clients=1)


_SHARING: Operations = {
    **_CASES,
    sharing.consent: 9,
    sharing.withdraw: 6,
    reads.intake: 3,
    exceptions.wait: 2,
}
SHARING = _near(_SHARING)
SHARING_WIDELY = _near(_SHARING, "wohnen")
KEEPING = _near(
    {
        **_CASES,
        records.close_case: 4,
        records.assign: 5,
        exceptions.put_up_wall: 4,
        reads.search: 6,
        exceptions.leave: 2,
        exceptions.wait: 1,
    }
)
URGENCY = _near({**_CASES, exceptions.emergency: 8, exceptions.wait: 3})
HANDING = _near(
    {
        **_CASES,
        sharing.consent: 8,
        sharing.withdraw: 6,
        handovers.send: 8,
        handovers.answer_handover: 9,
        handovers.list_handovers: 6,
        reads.search: 6,
    }
)
NAMING = _near(
    {
        records.look_up: 5,
        records.open_case: 6,
        records.write_fact: 3,
        sharing.consent: 9,
        sharing.withdraw: 4,
        reads.story: 3,
        reads.search: 9,
    }
)
COPYING = _near(
    {
        **_CASES,
        records.write_entry: 8,
        records.change_entry: 3,
        copies.copy_entry: 16,
        sharing.consent: 12,
        sharing.withdraw: 5,
        sharing.withdraw_everything: 1,
        reads.entry: 4,
        exceptions.wait: 2,
    },
    "wohnen",
)
SETTINGS = (SHARING, SHARING_WIDELY, KEEPING, URGENCY, HANDING, NAMING, COPYING)
