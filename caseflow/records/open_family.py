"""Open what is written down of a client's guardians and relatives, as far as it is open."""

from collections.abc import Iterable, Iterator
from uuid import UUID

from caseflow.database.tables.family import Guardian, Relative
from caseflow.database.unit_of_work import Work
from caseflow.records.family import Family, RelativeView, StoryLink
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.vault.declarers import FAMILY
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vault.same_person import everybody
from caseflow.vault.shown_clients import shown_clients
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused


def open_family(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[Family] | Refused:
    """Return it; a relative who is not open to the reader herself is not there.

    A closed case opens with a reason only.
    """
    ask = Ask(Act.FAMILY_READ, client, reason=reason, categories=frozenset({FAMILY}))
    answer = disclose(work, actor, ask, (Guardian, Relative))
    if isinstance(answer, Refused):
        return answer
    pieces = Pieces(answer.value)
    guardians, links = tuple(pieces.guardians()), pieces.links()
    family = Family(
        guardians=guardians,
        relatives=tuple(_relatives(work, actor, links)),
        damaged=tuple(pieces.damaged),
        overview=pieces.overview(client, actor.unit),
    )
    report_damage(work, actor, pieces)
    return Disclosed(family)


def _relatives(work: Work, actor: Actor, links: Iterable[StoryLink]) -> Iterator[RelativeView]:
    """Yield each relative once, by the own unit's link if there is one: that can be ended.

    Whoever was merged is shown as the unit has her, by whichever of her ids she was linked.
    """
    ordered, people = (
        sorted(links, key=lambda each: each.origin.unit != actor.unit),
        everybody(work),
    )
    ids = {link.other: people.who(link.other).ids for link in ordered}
    # Asked even where nobody is linked: a link to somebody who is closed costs nothing more.
    shown = shown_clients(work, actor, {each for hers in ids.values() for each in hers})
    by_client: dict[UUID, StoryLink] = {}
    for link in ordered:
        for client in shown.keys() & set(ids[link.other]):
            by_client.setdefault(client, link)
    for client, link in by_client.items():
        found = shown[client]
        yield RelativeView(link.origin, client, link.kin, found.code, found.name)
