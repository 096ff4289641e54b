"""Look up how a client may be reached, in all that is open to the acting unit of what she told.

What lies in drawers that are closed to it cannot count here; where nothing is open, nothing is
known, and everything goes from hand to hand.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Alarm, Work
from caseflow.policy.safe_ways import safe_ways
from caseflow.vault.alarms import raise_alarms
from caseflow.vault.disclose import disclose
from caseflow.vault.her_words import disputed as not_so
from caseflow.vault.permit import Ask
from caseflow.vault.pieces import Opened, Piece
from caseflow.vault.would_permit import would_permit
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.errors import BrokenKey
from caseflow.vocabulary.questions.stored_answer import stored_answer
from caseflow.vocabulary.safe_contact import Heard, HeardOfContact, Ways
from caseflow.vocabulary.states import FactState

RULES, NOT_TO = "safe_contact_rules", "no_contact_persons"
_PARTS: Mapping[str, str] = MappingProxyType(
    {
        RULES: "rules",
        "safe_phone": "phone",
        "email": "email",
        "current_stay": "stay",
        "place_known": "known",
        NOT_TO: "not_to",
    }
)


@dataclass(frozen=True, slots=True)
class _Told:
    question: str
    by: tuple[UUID, int]  # the unit that was told, and which of her records it lies in
    heard: Heard
    text: str  # the answer where it is a text
    disputed: bool  # she says that it is not so


def look_at_ways(work: Work, actor: Actor, client: UUID, reason: str = "") -> Ways:
    """Return all ways to her for what rests on another ground; nothing where she is closed."""
    if not would_permit(work, actor, _ask(work, client, reason)):
        return unknown_ways()
    answer = ways_to(work, actor, client, reason)
    return unknown_ways() if isinstance(answer, Refused) else answer.value  # closed just now


def ways_to(work: Work, actor: Actor, client: UUID, reason: str = "") -> Disclosed[Ways] | Refused:
    """Return all ways to her; the look is traced and committed. A closed case needs a reason."""
    answer = disclose(work, actor, _ask(work, client, reason), (Fact, Correction))
    if isinstance(answer, Refused):
        return answer
    told, broken = _told_in(answer.value)
    raise_alarms(work, actor, broken)
    # Nobody can say whether it was a prohibition that does not open any more, or goes by an answer
    # that she says is not so.
    doubt = broken or any(each.disputed and each.question in _PARTS for each in told)
    return Disclosed(unknown_ways() if doubt else _ways(told))


def _ask(work: Work, client: UUID, reason: str) -> Ask:
    asked = [work.configuration.catalogue.question(key) for key in _PARTS]
    categories = frozenset(each.category for each in asked if each is not None)
    told = {"ways": "yes"}
    return Ask(Act.INTAKE_READ, client, reason=reason, categories=categories, details=told)


def unknown_ways() -> Ways:
    """Return the ways to somebody of whom nothing is known."""
    return Ways(safe_ways(HeardOfContact()))


def _told_in(opened: Opened) -> tuple[list[_Told], list[Alarm]]:
    told, broken = [], []
    against = not_so(opened)
    for piece in opened.of(Fact):
        try:
            told.append(_told(piece, disputed=piece.row.id in against))
        except BrokenKey:
            broken.append(Alarm.of_key(Fact.__tablename__, piece.row.id))
    return told, broken


def _told(piece: Piece[Fact], *, disputed: bool) -> _Told:
    question, state = piece.text("question"), FactState(piece.text("state"))
    value = stored_answer(question, piece.text("value")).value
    answered = state is FactState.ANSWERED
    at = date.fromisoformat(piece.text("told_on")), piece.row.recorded_at
    place = piece.place
    return _Told(
        question,
        (place.copied_from or place.unit, place.record),
        Heard(state, at, frozenset(_words(value)) if answered else frozenset()),
        value if answered and isinstance(value, str) else "",
        disputed,
    )


def _words(value: object) -> Iterator[str]:
    """Yield the options that an answer has chosen; of an e-mail whether only she reads it."""
    chosen = value
    if isinstance(value, Mapping) and "private" in value:
        chosen = value["private"] is True
    if isinstance(chosen, bool):
        yield "yes" if chosen else "no"
    elif isinstance(chosen, list):
        yield from (each for each in chosen if isinstance(each, str))
    elif isinstance(chosen, str):
        yield chosen


def _ways(told: Iterable[_Told]) -> Ways:
    newest: dict[tuple[str, tuple[UUID, int]], _Told] = {}
    for each in sorted(told, key=_age):
        if each.question in _PARTS:
            newest[each.question, each.by] = each
    by_part: dict[str, list[Heard]] = {}
    for each in newest.values():
        by_part.setdefault(_PARTS[each.question], []).append(each.heard)
    heard = HeardOfContact(**{part: tuple(found) for part, found in by_part.items()})
    return Ways(
        safe_ways(heard),
        frozenset().union(*(each.words for each in heard.rules)),
        tuple(each.text for each in newest.values() if each.question == NOT_TO and each.text),
        min((each.told[0] for each in heard.rules), default=None),
    )


def _age(told: _Told) -> tuple[date, datetime]:
    return told.heard.told
