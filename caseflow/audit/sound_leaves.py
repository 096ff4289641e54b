"""Recognise many leaves at once that are as they must be, as nearly all are.

What is recognised here needs no closer look. What is not may be sound all the same:
`audit.check_leaves` looks at each of those leaves by itself, and it alone says what is wrong.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from caseflow.audit.joined_row import ColumnTexts, Joined
from caseflow.audit.quick_entries import EntriesTold, UseTold, read_quickly
from caseflow.merkle.tiles import TILE_WIDTH
from caseflow.merkle.tree import leaf_hash
from caseflow.vocabulary.acts import Act

# What an entry with one of these acts tells of is compared with what lies elsewhere.
HEEDED = frozenset({Act.LOG_PRUNE.value, Act.ALARM_SEAL.value})
_PART = 2 * TILE_WIDTH  # what the nearer caches of a processor hold


@dataclass(slots=True)
class Sound:
    """Leaves that repeat what their entries say; whether the tree holds them is not asked here.

    Of the entries only this is kept: to keep all of them costs as much as reading them.
    """

    hashes: list[bytes] = field(default_factory=list)
    used: list[tuple[UseTold, ...]] = field(default_factory=list)  # by each
    ended: list[tuple[int, UseTold]] = field(default_factory=list)  # and by which, from 0
    ids: list[str] = field(default_factory=list)


def recognise(parts: Iterable[Joined]) -> Sound | None:
    """Return what leaves hold that are all sound; None where one is not or there are none."""
    sound = Sound()
    try:
        for part in parts:
            if not _are_sound(part, sound):
                return None
    except (RecursionError, ValueError):
        return None
    return sound if sound.hashes else None


def _are_sound(joined: Joined, sound: Sound) -> bool:
    """Take in what some leaves hold; say whether they repeat it."""
    payloads = joined.payloads.split(b"\n")
    before = len(sound.hashes)
    texts = []
    for at in range(0, len(payloads), _PART):
        part = payloads[at : at + _PART]
        told = read_quickly(part)
        if told is None or not HEEDED.isdisjoint(told.act):
            return False
        _take(told, sound)
        sound.hashes += map(leaf_hash, part)
        texts.append(_lines(told))
    said = ColumnTexts(*map("\n".join, zip(*texts, strict=True)))
    held = b"".join(sound.hashes[before:]) == joined.hashes
    return held and _repeat(joined.columns, said, dashed=joined.dashed)


def _take(told: EntriesTold, sound: Sound) -> None:
    first = len(sound.used)
    sound.used += told.bases
    sound.ended += [
        (number, each) for number, some in enumerate(told.ended, first) for each in some
    ]
    sound.ids += told.id


def _lines(told: EntriesTold) -> ColumnTexts:
    line = "\n".join
    return ColumnTexts(
        entry_id=line(told.id),
        at=line(told.at),
        act=line(told.act),
        decision=line(told.decision),
        request_id=line(told.request),
        staff_id=line(told.staff),
        unit_id=line(told.unit),
        client_id=line(told.client),
    )


def _repeat(columns: ColumnTexts, said: ColumnTexts, *, dashed: bool) -> bool:
    """Say whether the columns say what the entries say."""
    ids = (columns.entry_id, columns.staff_id, columns.unit_id, columns.client_id)
    told = (said.entry_id, said.staff_id, said.unit_id, said.client_id)
    # Bytes lose their dashes in half the time of texts.
    spelled = "\n".join(told).encode().translate(None, b"" if dashed else b"-")
    return (
        columns.act == said.act
        and columns.decision == said.decision
        and columns.request_id == said.request_id
        and f"{columns.at}Z" == said.at.replace("T", " ")
        and "\n".join(ids).encode() == spelled
    )
