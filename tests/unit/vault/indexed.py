"""A unit that has more clients than are looked through one by one."""

from dataclasses import replace

from sqlalchemy import func, select

from caseflow.database.tables.search_index import IndexToken
from caseflow.vault.search import search
from caseflow.vault.settle import settle
from caseflow.vocabulary.actors import Actor
from tests.factories.house import House


def scan_up_to(house: House, clients: int) -> None:
    """Let a unit have an index from so many clients on."""
    configuration = house.around.configuration
    limits = replace(configuration.limits, scan_up_to=clients)
    house.around = replace(house.around, configuration=replace(configuration, limits=limits))


def indexed(house: House, actor: Actor) -> None:
    """Let the actor's unit have an index: it is begun by a search and built by settling."""
    scan_up_to(house, 0)
    search(house.work(actor), actor, "somebody")
    settled(house, actor)


def settled(house: House, actor: Actor) -> None:
    """Settle what is due, and leave no transaction open where nothing was."""
    work = house.work(actor)
    settle(work, actor)
    work.finish()


def tokens(house: House) -> int:
    """Return how many tokens there are."""
    with house.sessions() as session:
        return session.scalar(select(func.count()).select_from(IndexToken)) or 0
