"""By which ways a client may be reached, what closes one, and what it is open under."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from caseflow.vocabulary.states import FactState


class Way(StrEnum):
    """How something reaches her."""

    IN_PERSON = "in_person"  # put into her hand
    TOLD = "told"  # said to her, and nothing handed out
    POST = "post"
    TRUSTED = "trusted"  # by post to a person whom she trusts
    EMAIL = "email"
    SMS = "sms"
    MESSENGER = "messenger"
    PHONE = "phone"
    VOICEMAIL = "voicemail"


class Bar(StrEnum):
    """Why a way is closed."""

    UNKNOWN = "unknown"  # she was not asked how she may be reached, or did not know
    WITHHELD = "withheld"  # she did not want to say
    NOT_ALLOWED = "not_allowed"  # she has named other ways, and not this one
    FORBIDDEN = "forbidden"  # she has said no to this way
    SHE_CALLS = "she_calls"  # she contacts us, and nobody contacts her
    TRUSTED_ONLY = "trusted_only"  # only through a person whom she trusts
    NO_SAFE_NUMBER = "no_safe_number"
    NUMBER_SHOWN = "number_shown"  # our number is to be hidden, which this way cannot
    NOT_IN_TIME = "not_in_time"  # only at certain times, which this way cannot keep
    NOT_PRIVATE = "not_private"  # others read her e-mails
    PLACE_UNKNOWN = "place_unknown"  # nobody knows who else opens what comes there
    PLACE_KNOWN = "place_known"  # to the person whom she is afraid of
    SHARED_HOME = "shared_home"  # she lives with the person whom she is afraid of
    NOT_NEUTRAL = "not_neutral"  # this paper names the organisation, which the way must not


class Care(StrEnum):
    """What must be heeded on a way that is open."""

    NEUTRAL = "neutral"  # no name of provider or unit, no logo, no word of what it is about
    COVER_NAME = "cover_name"
    CERTAIN_TIMES = "certain_times"
    NUMBER_HIDDEN = "number_hidden"
    NOT_TO_THEM = "not_to_them"  # she has named who must not know
    ASK_HER = "ask_her"  # whether somebody may see at home what she carries there


@dataclass(frozen=True, slots=True)
class Heard:
    """What one unit was told last to one question, as far as it counts here."""

    state: FactState
    told: tuple[date, datetime]  # the day she told it, and when it was written down
    words: frozenset[str] = frozenset()  # the options that she has chosen


@dataclass(frozen=True, slots=True)
class HeardOfContact:
    """All answers that say how she may be reached; each tuple has one for each unit asked."""

    rules: tuple[Heard, ...] = ()
    phone: tuple[Heard, ...] = ()
    email: tuple[Heard, ...] = ()  # its words: `yes` or `no`, whether only she reads it
    stay: tuple[Heard, ...] = ()
    known: tuple[Heard, ...] = ()  # `yes` or `no`, whether that person knows where she is
    not_to: tuple[Heard, ...] = ()  # who must not know


@dataclass(frozen=True, slots=True)
class Standing:
    """How a way stands: open where nothing bars it."""

    way: Way
    bars: frozenset[Bar] = frozenset()
    care: frozenset[Care] = frozenset()  # of an open way alone

    @property
    def open(self) -> bool:
        """Say whether something may go out by it."""
        return not self.bars


@dataclass(frozen=True, slots=True)
class Ways:
    """All ways to her as they stand, and the words of hers that they follow from."""

    standings: tuple[Standing, ...]
    rules: frozenset[str] = frozenset()  # all options that she has named to anybody
    not_to: tuple[str, ...] = field(default=(), repr=False)  # who must not know, in her words
    told_on: date | None = None  # the oldest answer that they rest on; none: nobody has asked

    def of(self, way: Way) -> Standing:
        """Return how one way stands."""
        return next(each for each in self.standings if each.way is way)

    def naming(self) -> "Ways":
        """Return the ways for a paper that names the organisation: a receipt, a report.

        Put into her hand it may be all the same, with care: it is hers, and she can say no.
        """
        return replace(self, standings=tuple(map(_naming, self.standings)))

    def carrying(self, *, neutral: bool) -> "Ways":
        """Return the ways for a letter: one that names the organisation takes no neutral one."""
        return self if neutral else replace(self, standings=tuple(map(_closed, self.standings)))


def _closed(standing: Standing) -> Standing:
    if Care.NEUTRAL not in standing.care:
        return standing
    return Standing(standing.way, frozenset({Bar.NOT_NEUTRAL}))


def _naming(standing: Standing) -> Standing:
    if standing.way is Way.IN_PERSON and Care.NEUTRAL in standing.care:
        return replace(standing, care=standing.care - {Care.NEUTRAL} | {Care.ASK_HER})
    return _closed(standing)
