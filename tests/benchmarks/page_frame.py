"""What the benchmarks of whole pages share: a look without what comes after it, and who looks."""

from uuid import UUID

from werkzeug.test import TestResponse

from caseflow.http import current
from caseflow.identity import MembershipView, memberships
from caseflow.vocabulary.actors import Actor
from tests.factories.application import LOOPBACK, Visitor
from tests.factories.house import House


def look(visitor: Visitor, address: str) -> str:
    """Return the page; what runs after its last byte is not waited for, as in a browser."""
    answer = visitor.browser.get(address, base_url=LOOPBACK)
    assert answer.status_code == 200, answer.status
    text = answer.text
    _CLOSING.append(answer)
    return text


def close() -> None:
    """Let the server do what it does after the last byte."""
    while _CLOSING:
        _CLOSING.pop().close()


def know(house: House, reader: Actor) -> None:
    """Fill in who looks, so that the twin's frame is the same as ours."""
    current.hold_who(reader, _memberships(house, reader))


_CLOSING: list[TestResponse] = []
_held: dict[UUID, tuple[MembershipView, ...]] = {}


def _memberships(house: House, reader: Actor) -> tuple[MembershipView, ...]:
    if reader.staff not in _held:
        work = house.work()
        _held[reader.staff] = tuple(memberships(work, reader.staff))
        work.finish()
    return _held[reader.staff]
