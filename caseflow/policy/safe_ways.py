"""Say by which ways a client may be reached, from what she has told: the strictest answer counts.

Pure. What is not known is closed: then something is put into her hand, or told, and that is all.
A prohibition of one unit's answer holds for all; what is allowed must be allowed in each of them.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caseflow.vocabulary.safe_contact import Bar, Care, Heard, HeardOfContact, Standing, Way
from caseflow.vocabulary.states import FactState

# Options of the question for her rules; the provider may add others, which say nothing here.
PROHIBITIONS = frozenset(
    {"certain_times", "number_hidden", "no_voicemail", "no_letter", "cover_name", "she_calls"}
)
TRUSTED = "trusted_person"
_ALLOWED_BY: Mapping[Way, str] = MappingProxyType(
    {
        Way.TRUSTED: TRUSTED,
        Way.EMAIL: "email",
        Way.SMS: "sms",
        Way.MESSENGER: "messenger",
        Way.PHONE: "call_ok",
        Way.VOICEMAIL: "call_ok",
    }
)
_FORBIDDEN_BY: Mapping[Way, str] = MappingProxyType(
    {Way.POST: "no_letter", Way.TRUSTED: "no_letter", Way.VOICEMAIL: "no_voicemail"}
)
_BY_NUMBER = frozenset({Way.SMS, Way.MESSENGER, Way.PHONE, Way.VOICEMAIL})
_NUMBER_SEEN = frozenset({Way.SMS, Way.MESSENGER})
_AT_ANY_TIME = frozenset({Way.VOICEMAIL})  # it is heard when it is heard
_AT_HER_SIDE = frozenset({Way.IN_PERSON, Way.TOLD})
_SHARED, _NOWHERE = "shared_home", "homeless"


@dataclass(frozen=True, slots=True)
class _Rules:
    """Her rules, of all units together."""

    silent: frozenset[Bar]  # why nothing is known of them; empty: something is
    named: frozenset[str]  # by any unit's answer
    allowed: frozenset[str]  # by each unit's answer


def safe_ways(heard: HeardOfContact) -> tuple[Standing, ...]:
    """Return how each way stands, in the order of the ways."""
    rules = _rules(heard.rules)
    return tuple(_standing(way, rules, heard) for way in Way)


def _standing(way: Way, rules: _Rules, heard: HeardOfContact) -> Standing:
    bars = frozenset() if way in _AT_HER_SIDE else _bars(way, rules, heard)
    return Standing(way, bars, frozenset() if bars else _care(way, rules, heard))


def _rules(heard: Iterable[Heard]) -> _Rules:
    counting = _counting(heard)
    words = [each.words for each in counting]
    return _Rules(
        silent=_silence(counting, Bar.UNKNOWN),
        named=frozenset().union(*words),
        allowed=words[0].intersection(*words) if words else frozenset(),
    )


def _bars(way: Way, rules: _Rules, heard: HeardOfContact) -> frozenset[Bar]:
    if rules.silent:
        return rules.silent
    found = {bar for bar, stands in _BARS.items() if stands(way, rules, heard)}
    if way in _BY_NUMBER and _silence(_counting(heard.phone), Bar.UNKNOWN):
        found.add(Bar.NO_SAFE_NUMBER)
    return frozenset(found) | (_bars_of_post(heard) if way is Way.POST else frozenset())


def _bars_of_post(heard: HeardOfContact) -> frozenset[Bar]:
    """Return what stands against the letter box at the place where she is."""
    watched = any("yes" in each.words for each in _counting(heard.known))
    return _bars_of_place(heard.stay) | ({Bar.PLACE_KNOWN} if watched else set())


def _is_not_allowed(way: Way, rules: _Rules, _: HeardOfContact) -> bool:
    return way in _ALLOWED_BY and _ALLOWED_BY[way] not in rules.allowed


def _is_forbidden(way: Way, rules: _Rules, _: HeardOfContact) -> bool:
    return _FORBIDDEN_BY.get(way, "") in rules.named


def _others_read_it(way: Way, _: _Rules, heard: HeardOfContact) -> bool:
    return way is Way.EMAIL and any("no" in each.words for each in _counting(heard.email))


_BARS: Mapping[Bar, Callable[[Way, _Rules, HeardOfContact], bool]] = MappingProxyType(
    {
        Bar.NOT_ALLOWED: _is_not_allowed,
        Bar.FORBIDDEN: _is_forbidden,
        Bar.SHE_CALLS: lambda _, rules, __: "she_calls" in rules.named,
        Bar.TRUSTED_ONLY: lambda way, rules, _: way is not Way.TRUSTED and TRUSTED in rules.named,
        Bar.NUMBER_SHOWN: lambda way, rules, _: (
            way in _NUMBER_SEEN and "number_hidden" in rules.named
        ),
        Bar.NOT_IN_TIME: lambda way, rules, _: (
            way in _AT_ANY_TIME and "certain_times" in rules.named
        ),
        Bar.NOT_PRIVATE: _others_read_it,
    }
)


def _bars_of_place(heard: Iterable[Heard]) -> frozenset[Bar]:
    counting = _counting(heard)
    words = frozenset().union(*(each.words for each in counting))
    found = _silence(counting, Bar.PLACE_UNKNOWN)
    if _NOWHERE in words:
        found |= {Bar.PLACE_UNKNOWN}
    return found | ({Bar.SHARED_HOME} if _SHARED in words else set())


def _care(way: Way, rules: _Rules, heard: HeardOfContact) -> frozenset[Care]:
    if way is Way.TOLD:
        return frozenset()
    asked = any(each.state is not FactState.UNKNOWN for each in _counting(heard.not_to))
    found = {Care.NOT_TO_THEM} if asked else set()
    if way is not Way.IN_PERSON or _is_seen_at_home(rules, heard):
        found.add(Care.NEUTRAL)
    if "cover_name" in rules.named and way is not Way.IN_PERSON:
        found.add(Care.COVER_NAME)
    if "certain_times" in rules.named and way in _BY_NUMBER | {Way.EMAIL}:
        found.add(Care.CERTAIN_TIMES)
    if "number_hidden" in rules.named and way in _BY_NUMBER:
        found.add(Care.NUMBER_HIDDEN)
    return frozenset(found)


def _is_seen_at_home(rules: _Rules, heard: HeardOfContact) -> bool:
    """Say whether somebody may see at home what she carries there, or nobody knows."""
    hushed = rules.named & {"cover_name", "she_calls", "no_letter", TRUSTED, "number_hidden"}
    kept = any(each.state is not FactState.UNKNOWN for each in _counting(heard.not_to))
    return bool(rules.silent or hushed or kept or _bars_of_place(heard.stay))


def _silence(counting: Iterable[Heard], unknown: Bar) -> frozenset[Bar]:
    """Return why nothing can be gone by: nobody was told, she did not know, or did not want to."""
    states = {each.state for each in counting}
    silent = {Bar.WITHHELD} if FactState.WITHHELD in states else set()
    if FactState.UNKNOWN in states or not states:
        silent.add(unknown)
    return frozenset(silent)


def _counting(heard: Iterable[Heard]) -> tuple[Heard, ...]:
    """Return the answers without those `I do not know` that she has known better than since."""
    told = tuple(heard)
    newest = max((each.told for each in told if each.state is FactState.ANSWERED), default=None)
    return tuple(
        each
        for each in told
        if each.state is not FactState.UNKNOWN or newest is None or each.told >= newest
    )
