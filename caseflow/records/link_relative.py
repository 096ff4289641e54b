"""Link a child and her mother, who are both clients: nothing is copied from one to the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from uuid import UUID

from caseflow.crypto.client_codes import read_code
from caseflow.database.tables.family import Relative
from caseflow.database.unit_of_work import Work
from caseflow.records.add_clients import NewClient, add_clients
from caseflow.records.attempt import attempt
from caseflow.records.knock import knock
from caseflow.records.look_up_client import client_with
from caseflow.records.own_unit import writable_categories
from caseflow.vault.contents import Content, put
from caseflow.vault.declarers import FAMILY
from caseflow.vault.own_rows import own_rows
from caseflow.vault.permit import Ask, Permit, permit, trace
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Done, Invalid, Problem, Refused
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import Kin, LinkState

_SEEN_FROM_THERE: Mapping[Kin, Kin] = MappingProxyType(
    {Kin.CHILD: Kin.MOTHER, Kin.MOTHER: Kin.CHILD}
)


@dataclass(frozen=True, slots=True)
class Linked:
    """A link that is made, and the other client."""

    id: UUID
    client: UUID
    code: str


def link_relative(
    work: Work, actor: Actor, client: UUID, kin: str, code: str
) -> Done[Linked] | Invalid | Refused:
    """Link a client to another one by her code; both must have an open case in the unit.

    Of a code that nobody has and of a client who is closed here the answer is one.
    """
    refused = knock(work, actor, Act.RELATIVE_WRITE, client)
    if refused is not None:
        return refused
    spelled = read_code(code)
    if spelled is None:
        return Invalid((Problem("code", "no_client_code", {"given": code}),))
    if kin not in list(Kin):
        return Invalid((Problem("kin", "not_a_choice"),))
    other = client_with(work, spelled) or new_id()
    if knock(work, actor, Act.RELATIVE_WRITE, other) is not None:
        return Invalid((Problem("code", "nobody_open_with_code"),))
    act = partial(_link, work, actor, (other, spelled), Kin(kin))
    return attempt(work, actor, Ask(Act.RELATIVE_WRITE, client), act)


def open_child(work: Work, actor: Actor, client: UUID) -> Done[Linked] | Invalid | Refused:
    """Open a record for a child of hers, linked and empty: not a word is taken over."""
    return attempt(work, actor, Ask(Act.RELATIVE_WRITE, client), partial(_open_child, work, actor))


def _open_child(work: Work, actor: Actor, given: Permit) -> Done[Linked] | Invalid | Refused:
    if FAMILY not in writable_categories(work, actor):
        return _not_kept()
    beside = permit(work, actor, Ask(Act.CLIENT_CREATE, new_id()))
    if isinstance(beside, Refused):
        return beside
    link = _content(given.ask.client, Kin.MOTHER)
    ((created, deeds),) = add_clients(work, [NewClient(beside, (), (link,))])
    trace(work, beside, deeds)
    written = put(work, given, _content(created.id, Kin.CHILD))
    trace(work, given, written.deeds)
    return Done(Linked(written.row.id, created.id, created.code))


def _link(
    work: Work, actor: Actor, named: tuple[UUID, str], kin: Kin, given: Permit
) -> Done[Linked] | Invalid | Refused:
    other, code = named
    if FAMILY not in writable_categories(work, actor):
        return _not_kept()
    if other in given.gathered.person.ids:
        return Invalid((Problem("code", "herself"),))
    beside = permit(work, actor, Ask(Act.RELATIVE_WRITE, other))
    if isinstance(beside, Refused):
        return beside
    if _is_linked(work, given, beside):
        return Invalid((Problem("code", "linked_already"),))
    written = put(work, given, _content(other, kin))
    trace(work, given, written.deeds)
    if not _is_linked(work, beside, given):
        there = put(work, beside, _content(given.ask.client, _SEEN_FROM_THERE[kin]))
        trace(work, beside, there.deeds)
    return Done(Linked(written.row.id, other, code))


def _is_linked(work: Work, given: Permit, beside: Permit) -> bool:
    """Say whether one is linked to the other, by whichever of her ids."""
    linked = {
        each.texts["other"]
        for each in own_rows(work, given, Relative, FAMILY)
        if each.texts["state"] == LinkState.LINKED
    }
    return not linked.isdisjoint(map(str, beside.gathered.person.ids))


def _content(other: UUID, kin: Kin) -> Content[Relative]:
    fields = {"other": str(other), "kin": kin.value, "state": LinkState.LINKED.value}
    return Content(Relative, FAMILY, fields)


def _not_kept() -> Invalid:
    return Invalid((Problem("category", "not_kept_here", {"category": FAMILY}),))
