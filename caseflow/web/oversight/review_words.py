"""Say what the review looks for and why something is shown to an officer."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from babel.numbers import format_decimal

from caseflow.http.language import gettext, language, mark
from caseflow.oversight.review import Hit
from caseflow.vocabulary.hindsight import Lost, Outcome
from caseflow.vocabulary.review_rules import Rule
from caseflow.web.moments import shown_day

RULES: Mapping[str, str] = MappingProxyType(
    {
        Rule.NO_BASIS: mark("Without a basis"),
        Rule.UNDECIDABLE: mark("Not decidable any more"),
        Rule.OFF_SHIFT: mark("Outside the hours"),
        Rule.BULK: mark("Very many clients"),
        Rule.SEARCH_THEN_OPEN: mark("Searched, then opened"),
        Rule.OWN: mark("Own surname or address"),
        Rule.LEAVER: mark("Somebody who left"),
        Rule.HANDED_OUT: mark("Exports and prints"),
        Rule.DENIALS: mark("Turned away again and again"),
        Rule.RATE: mark("Far more than colleagues"),
        Rule.SAMPLE: mark("Sample"),
    }
)
_WHY: Mapping[str, str] = MappingProxyType(
    {
        Outcome.NO_BASIS: mark("%(count)s accesses that nothing permitted at their instant."),
        Outcome.BASIS_DIFFERS: mark(
            "%(count)s accesses that were permitted, but not by what they name."
        ),
        Lost.ERASED: mark("%(count)s accesses; what they rested on has been erased."),
        Lost.PRUNED: mark("%(count)s entries whose words are past their retention."),
        Lost.REASSIGNED: mark("%(count)s accesses; the case has been assigned otherwise since."),
        Lost.CHANGED: mark("%(count)s accesses; a day that decides was entered later."),
        Lost.BROKEN: mark("%(count)s accesses; a row that decides is not as it was sealed."),
        Rule.OFF_SHIFT: mark("%(count)s accesses outside the hours of the unit."),
        Rule.BULK: mark("%(clients)s different clients on %(day)s."),
        Rule.SEARCH_THEN_OPEN: mark(
            "%(count)s times opened right after a search; the median of the colleagues is "
            "%(median)s."
        ),
        Rule.OWN: mark("%(count)s times read of somebody with her own surname or address."),
        "leaver_after": mark("%(count)s entries after she left the unit."),
        "leaver_before": mark(
            "%(last)s clients a day before she left; until then it was %(usual)s."
        ),
        Rule.HANDED_OUT: mark("%(count)s exports and prints on %(day)s."),
        Rule.DENIALS: mark("%(count)s refusals in a row."),
        "denials_day": mark("%(count)s refusals on %(day)s, with permitted accesses in between."),
        Rule.RATE: mark("%(rate)s accesses a day; the median of the colleagues is %(usual)s."),
    }
)
_MEASURES = frozenset({"last", "median", "rate", "usual"})
_COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "entries": mark("Entries"),
        "accesses": mark("Accesses"),
        "sample": mark("of them in the sample"),
        "own": mark("Entries of the reviewer, for another officer"),
        "looks": mark("Looks of the officer"),
        "looks_open": mark("Periods that wait for another officer"),
        "emergencies_damaged": mark("Emergencies that are not as they were sealed"),
        Outcome.AGREES: mark("Decided again: agrees"),
        Outcome.NO_BASIS: mark("Decided again: no basis"),
        Outcome.BASIS_DIFFERS: mark("Decided again: another basis"),
        Outcome.UNDECIDABLE: mark("Decided again: not decidable any more"),
    }
)


def rule_name(rule: str) -> str:
    """Return what a rule is called."""
    return gettext(RULES[rule]) if rule in RULES else rule


def why(hit: Hit) -> str:
    """Return the reason in one sentence."""
    told = {"count": str(hit.count)} | {key: _shown(key, each) for key, each in hit.values.items()}
    key = told.get("verdict") or (f"{hit.rule}_{told['when']}" if "when" in told else hit.rule)
    return gettext(_WHY[key]) % told


def _shown(key: str, value: str) -> str:
    """Return a day or a measure as the reader writes it; the review keeps both as programs do."""
    if key == "day":
        return shown_day(date.fromisoformat(value))
    return format_decimal(Decimal(value), locale=language()) if key in _MEASURES else value


def count_name(what: str) -> str:
    """Return what was counted."""
    if what in _COUNTS:
        return gettext(_COUNTS[what])
    return rule_name(what.removeprefix("rule_"))
