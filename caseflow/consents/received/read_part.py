"""Read one permitting part of a FHIR Consent as an offer, with the pairs that it denies."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product
from types import MappingProxyType
from typing import Any
from uuid import UUID

from caseflow.consents.declaration import Offer
from caseflow.consents.received.fhir_codes import (
    Read,
    listed,
    not_understood,
    table,
    units_of,
    unknown_keys,
    words_of,
)
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.matrices import Action
from caseflow.vocabulary.units import Unit

_READ = frozenset(
    {"type", "period", "actor", "action", "purpose", "code", "data", "provision", "id"}
)
_READ_OF_A_NO = frozenset({"type", "period", "actor", "code", "id"})
_READ_OF_A_PERIOD = frozenset({"start", "end", "id", "extension"})
_MODIFIED = "modifierExtension"
_PERMIT = "permit"
_OTHER = "http://terminology.hl7.org/CodeSystem/consentaction"
# `disclose` may mean by word of mouth or in writing: which, only our own words say.
_MEANINGS: Mapping[str, str] = MappingProxyType(
    {f"{_OTHER}|access": Action.VIEW.value, f"{_OTHER}|use": Action.COPY.value}
)
_ACTIONS = frozenset(action.value for action in Action)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a part may name, and when it is read."""

    units: Collection[Unit]
    configuration: Configuration
    now: datetime
    within: tuple[object, ...] = ()  # periods that bound every part


@dataclass(frozen=True, slots=True)
class Proposal:
    """One part of a consent that was sent, for her to declare here or not."""

    offer: Offer
    last_day: date | None  # where it names one


def read_part(
    part: Mapping[str, Any], field: str, terms: Terms
) -> tuple[Proposal, tuple[Problem, ...]]:
    """Return one part, and everything of it that was not understood."""
    words = terms.configuration
    to = _receivers(part, field, terms)
    givers = [table(each).get("reference") for each in listed(part.get("data"))]
    from_ = units_of(givers, f"{field}.data", terms.units)
    codes = words_of(part.get("code"), "category", f"{field}.code", words.categories)
    purposes = words_of(part.get("purpose"), "purpose", f"{field}.purpose", words.purposes)
    actions = words_of(part.get("action"), "action", f"{field}.action", _ACTIONS, _MEANINGS)
    refused, wrong = _refused(part, field, terms)
    last, untimely = _last_day((part.get("period"), *terms.within), field, terms)
    offer = Offer(
        from_units=_ids(from_),
        to_units=_ids(to),
        categories=codes.words,
        purposes=purposes.words,
        actions=actions.words,
        refused=refused,
    )
    problems = (
        *unknown_keys(part, _READ, field),
        *_kind(part, field),
        *_qualified(part, field),
        *(each for one in (to, from_, codes, purposes, actions) for each in one.problems),
        *wrong,
        *untimely,
    )
    return Proposal(offer, last), problems


def _ids(read: Read) -> frozenset[UUID]:
    return frozenset(map(UUID, read.words))


def _receivers(part: Mapping[str, Any], field: str, terms: Terms) -> Read:
    actors = [table(each).get("reference") for each in listed(part.get("actor"))]
    return units_of(actors, f"{field}.actor", terms.units)


def _refused(
    part: Mapping[str, Any], field: str, terms: Terms
) -> tuple[frozenset[tuple[UUID, str]], list[Problem]]:
    """Return the pairs that nested parts deny; what was taken back, or will be, stays closed."""
    pairs: set[tuple[UUID, str]] = set()
    problems: list[Problem] = []
    for number, each in enumerate(listed(part.get("provision"))):
        no, at = table(each), f"{field}.provision.{number}"
        to = _receivers(no, at, terms)
        codes = words_of(no.get("code"), "category", f"{at}.code", terms.configuration.categories)
        problems += [*unknown_keys(no, _READ_OF_A_NO, at), *to.problems, *codes.problems]
        if no.get("type") == _PERMIT or not (to.words and codes.words):
            problems.append(not_understood(at, "provision"))
        pairs |= set(product(_ids(to), codes.words))
    return frozenset(pairs), problems


def _kind(part: Mapping[str, Any], field: str) -> Iterator[Problem]:
    if part.get("type", _PERMIT) != _PERMIT:
        yield not_understood(f"{field}.type", "type")


def _qualified(part: Mapping[str, Any], field: str) -> Iterator[Problem]:
    """Yield what says of whom or what it names that it is meant otherwise."""
    for key in ("actor", "data"):
        for each in listed(part.get(key)):
            if _MODIFIED in table(each):
                yield not_understood(f"{field}.{key}", _MODIFIED)


def _last_day(
    periods: Iterable[object], field: str, terms: Terms
) -> tuple[date | None, tuple[Problem, ...]]:
    """Return the earliest last day that the periods name; one that is none could be an end."""
    today = local_day(terms.now, terms.configuration.zone)
    ends = []
    for said in periods:
        period = table(said)
        if said is not None and (period is not said or period.keys() - _READ_OF_A_PERIOD):
            return None, (not_understood(f"{field}.period", str(said)),)
        try:
            start, end = (_day(period.get(key), terms) for key in ("start", "end"))
        except (ValueError, OverflowError):
            return None, (Problem(f"{field}.period", "not_a_day"),)
        if start is not None and start > today:
            return None, (Problem(f"{field}.period", "begins_later"),)
        ends += [] if end is None else [end]
    return min(ends, default=None), ()


def _day(said: object, terms: Terms) -> date | None:
    """Return the day of a FHIR date or instant, in the provider's time zone.

    Raises ValueError and OverflowError for what is none; an instant without a zone is none.
    """
    if said is None:
        return None
    text = str(said)
    if "T" not in text:
        return date.fromisoformat(text)
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return local_day(at, terms.configuration.zone)
