"""Look whether a client of whom something was opened lives where whoever reads it lives."""

from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from caseflow.database.unit_of_work import Work
from caseflow.records.story import StoryAppointment, StoryEntry, StoryFact
from caseflow.vault.own_address import raise_address
from caseflow.vocabulary.actors import Actor

# Where the catalogue asks for places, and where people write them down all the same.
_PLACES = frozenset({"contact", "whereabouts", "housing"})


def heed_address(
    work: Work,
    actor: Actor,
    client: UUID,
    facts: Iterable[StoryFact],
    entries: Iterable[StoryEntry] = (),
    appointments: Iterable[StoryAppointment] = (),
) -> None:
    """Tell the officer, and nobody else."""
    texts = [
        "\n".join(_texts(fact.answer.value))
        for fact in facts
        if fact.answer and fact.origin.category in _PLACES
    ]
    texts += [f"{each.title}\n{each.text}" for each in entries if each.origin.category in _PLACES]
    texts += [f"{each.title}\n{each.place}" for each in appointments]
    raise_address(work, actor, client, texts)


def _texts(value: object) -> Iterator[str]:
    """Yield whatever an answer says, part by part and cell by cell: an address in one line."""
    if isinstance(value, Mapping):
        yield ", ".join(text for each in value.values() for text in _texts(each))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)
