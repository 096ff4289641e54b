"""All that may happen in a random life, and how often."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.factories.house import House
from tests.security import life_of_copies as copies
from tests.security import life_of_exceptions as exceptions
from tests.security import life_of_handovers as handovers
from tests.security import life_of_reads as reads
from tests.security import life_of_records as records
from tests.security import life_of_sharing as sharing
from tests.security.life import Life
from tests.security.world import KINDS

Operation = Callable[[Life], None]
OPERATIONS: Mapping[Operation, int] = {
    reads.story: 18,
    reads.intake: 8,
    reads.entry: 6,
    reads.overview: 4,
    reads.search: 6,
    reads.log: 2,
    records.look_up: 6,
    records.open_case: 5,
    records.close_case: 2,
    records.assign: 3,
    records.write_entry: 7,
    records.change_entry: 2,
    records.write_fact: 8,
    records.set_goal: 2,
    records.write_step: 2,
    copies.copy_entry: 4,
    sharing.consent: 7,
    sharing.refuse: 1,
    sharing.list_consents: 2,
    sharing.preview: 1,
    sharing.withdraw: 3,
    sharing.withdraw_everything: 1,
    handovers.send: 4,
    handovers.answer_handover: 5,
    handovers.list_handovers: 4,
    exceptions.emergency: 4,
    exceptions.review: 1,
    exceptions.put_up_wall: 2,
    exceptions.lift_wall: 2,
    exceptions.wait: 3,
    exceptions.leave: 1,
}


@dataclass(frozen=True)
class Setting:
    """Where a life is led: what happens how often, in which units, with how many clients."""

    operations: Mapping[Operation, int] = field(default_factory=lambda: OPERATIONS)
    units: tuple[str, ...] = (*KINDS, "datenschutz")
    clients: int = 5


def lead(house: House, number: int, operations: int, setting: Setting | None = None) -> Life:
    """Lead a life; raises Difference where an answer is not as the reference says."""
    setting = setting or Setting()
    life = Life(house, number, setting.units)
    chances = list(setting.operations.values())
    for _ in range(operations):
        few = len(life.codes) < setting.clients and (not life.codes or life.likely(0.1))
        [chosen] = life.dice.choices(list(setting.operations), chances)
        life.do(records.create if few else chosen)
    return life
