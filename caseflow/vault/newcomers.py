"""Write what is first known of new clients: few statements, however many they are.

A client whose creation is not committed is known to nobody else. So no consent, no emergency and
no other write can concern her, and nothing has to be looked up before her drawers are born.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from caseflow.database.tables.records import DrawerContent, Fact
from caseflow.database.unit_of_work import Work
from caseflow.keys.drawer_keys import birth
from caseflow.vault.contents import Content, add_row, deeds_of, joined
from caseflow.vault.identity_cards import CARDS, told_in
from caseflow.vault.name_cards import Text
from caseflow.vault.new_cards import file_new_cards
from caseflow.vault.open_drawers import OpenDrawer, fields_in, key_of
from caseflow.vault.permit import Deeds, Permit
from caseflow.vault.plans import newcomer_plan


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A client who is being created, by a permit of her own, and the rows about her."""

    given: Permit
    contents: Sequence[Content[Any]]


@dataclass(slots=True)
class _Written:
    """The rows of one newcomer, and the drawers they are in."""

    drawers: dict[str, OpenDrawer] = field(default_factory=dict)  # by category
    rows: list[tuple[OpenDrawer, DrawerContent]] = field(default_factory=list)


def put_newcomers(work: Work, newcomers: Sequence[Newcomer]) -> list[Deeds]:
    """Write the rows of all newcomers and file their cards; returns what each trace has to tell."""
    with work.session.no_autoflush:
        written = [_add(work, each) for each in newcomers]
    work.session.flush()
    file_new_cards(work, _cards(newcomers))
    return [joined(*(deeds_of(*row) for row in each.rows)) for each in written]


def _add(work: Work, newcomer: Newcomer) -> _Written:
    written = _Written()
    for content in newcomer.contents:
        opened = written.drawers.get(content.category)
        if opened is None:
            opened = _born(work, newcomer.given, content.category)
        # Only the first row in it tells of the drawer's birth.
        written.drawers[content.category] = replace(opened, keys=())
        opened.drawer.writes += 1
        row = add_row(work, newcomer.given, opened, content)
        written.rows.append((opened, row))
    return written


def _born(work: Work, given: Permit, category: str) -> OpenDrawer:
    unit = given.actor.unit
    plan = newcomer_plan(work, unit, category)
    drawer, events = birth(work, given.ask.client, unit, category, plan, given.entry)
    given.gathered.drawers[drawer.id] = drawer
    cipher = key_of(work, drawer)
    return OpenDrawer(drawer, cipher, fields_in(work, drawer, cipher), tuple(events))


def _cards(newcomers: Iterable[Newcomer]) -> list[tuple[Permit, Text]]:
    """Return what the cards say of those who have told who they are or how they are reached."""
    cards: list[tuple[Permit, Text]] = []
    for each in newcomers:
        named, reached = (_facts(each.contents, category) for category in CARDS)
        cards.extend([(each.given, told_in(named).text)] if named else ())
        cards.extend([(each.given, told_in(reached).contact)] if reached else ())
    return cards


def _facts(contents: Iterable[Content[Any]], category: str) -> list[Mapping[str, str]]:
    return [
        content.fields
        for content in contents
        if content.table is Fact and content.category == category
    ]
