"""Show the ways to a client as they stand, for the page of letters and for every paper of hers."""

from dataclasses import dataclass

from caseflow.http import current
from caseflow.http.language import gettext
from caseflow.http.way_words import BARS, CARES, WAYS
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.questions.labels import in_language
from caseflow.vocabulary.safe_contact import Standing, Way, Ways

_RULES = "safe_contact_rules"


@dataclass(frozen=True, slots=True)
class ShownWay:
    """One way in the reader's language."""

    key: str
    name: str
    open: bool
    why: tuple[str, ...]  # of a closed way why, of an open one what is to be heeded


def shown_ways(ways: Ways, only: tuple[Way, ...] = tuple(Way)) -> list[ShownWay]:
    """Return the ways, those that are open first."""
    found = [_shown(each) for each in ways.standings if each.way in only]
    return sorted(found, key=lambda each: not each.open)


def named_rules(ways: Ways, language: str) -> list[str]:
    """Return what she has named, as the question calls it; an option that is gone by its key."""
    labels = _labels(current.work().configuration)
    return [in_language(labels.get(each, {}), language) or each for each in sorted(ways.rules)]


def _shown(standing: Standing) -> ShownWay:
    why = [gettext(BARS[each]) for each in sorted(standing.bars)]
    care = [gettext(CARES[each]) for each in sorted(standing.care)]
    name = gettext(WAYS[standing.way])
    return ShownWay(standing.way.value, name, standing.open, tuple(why or care))


def _labels(configuration: Configuration) -> dict[str, dict[str, str]]:
    asked = configuration.catalogue.question(_RULES)
    parts = () if asked is None else asked.type.parts
    return {
        option.code: dict(option.labels)
        for part in parts
        for option in (asked.options(part) if asked is not None else ())
    }
