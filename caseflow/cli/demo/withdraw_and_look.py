"""Withdraw a consent, and look at once at what it had opened: the very next read is refused."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from caseflow.cli.demo.measure_step import opened_drawers
from caseflow.cli.demo.stage import must
from caseflow.consents import withdraw_consent
from caseflow.identity import list_units
from caseflow.records import open_story, read_entry
from caseflow.vocabulary.answers import Disclosed

if TYPE_CHECKING:
    from caseflow.cli.demo.stage import Player, Stage


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What other units' drawers showed before and after she withdrew."""

    before_open: int  # drawers
    after_open: int
    entry_before: (
        bool | None
    )  # whether one entry of another unit could be read; none: there is none
    entry_after: bool | None
    seen: int  # drawers and days that her receipt lists


def withdraw_and_look(
    stage: "Stage", player: "Player", client: UUID, consent: UUID, unit: str
) -> Withdrawal:
    """Withdraw the whole consent at the unit that it lets in, and count what is open there."""
    own = next(each.id for each in stage.alone(list_units) if each.slug == unit)
    count = partial(opened_drawers, player, client, own)
    entry = _foreign_entry(player, client, own)
    before, read_before = len(count()), _readable(player, entry)
    withdrawn = must(player.try_to(withdraw_consent, client, consent))
    read_after = _readable(player, entry)  # the very next read
    return Withdrawal(before, len(count()), read_before, read_after, len(withdrawn.for_receipt))


def _foreign_entry(player: "Player", client: UUID, own: UUID) -> UUID | None:
    story = must(player.try_to(open_story, client))
    return next((each.origin.id for each in story.entries if each.origin.unit != own), None)


def _readable(player: "Player", entry: UUID | None) -> bool | None:
    return None if entry is None else isinstance(player.try_to(read_entry, entry), Disclosed)
