"""What the officers' review looks for, and how much of it by chance; the provider decides both."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from caseflow.vocabulary.units import UnitKind

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Rule(StrEnum):
    """What brings an entry before an officer; `SAMPLE` is chance alone."""

    NO_BASIS = "no_basis"  # nothing permitted it at its instant, or nothing that it names
    UNDECIDABLE = "undecidable"
    OFF_SHIFT = "off_shift"
    BULK = "bulk"
    SEARCH_THEN_OPEN = "search_then_open"
    OWN = "own"  # surname or address
    LEAVER = "leaver"
    HANDED_OUT = "handed_out"  # exports and prints
    DENIALS = "denials"
    RATE = "rate"
    SAMPLE = "sample"


class SignOffKind(StrEnum):
    """What an officer signs off."""

    PERIOD = "period"
    LOOKS = "looks"  # of the officer who signed a period: nobody reviews her own


class ClientTold(StrEnum):
    """Whether the client knows of an emergency access."""

    YES = "yes"
    NOT_YET = "not_yet"  # with the reason


@dataclass(frozen=True, slots=True)
class Sample:
    """How many accesses are looked at by chance."""

    percent: int = 1
    least: int = 20
    most: int = 200


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """The parameters of the rules; times are in the provider's time zone."""

    sample: Sample = field(default_factory=Sample)
    hours: Mapping[str, tuple[time, time]] = field(default_factory=dict)  # by weekday; else free
    round_the_clock: frozenset[UnitKind] = frozenset()
    holidays: frozenset[date] = frozenset()
    clients_a_day: int = 30
    searched_times: int = 3  # as often as the unit's median
    searched_least: int = 10
    search_minutes: int = 5
    leaver_days: int = 14
    leaver_times: int = 2  # as often a day as before
    handed_out_a_day: int = 5
    denials_in_a_row: int = 5
    denials_a_day: int = 10  # whatever was permitted in between
    rate_times: int = 3  # as often a day as the unit's median
    rate_least: int = 40
