"""Find everything wrong with an offered sharing; nothing left empty ever means all."""

from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from caseflow.consents.declaration import Offer
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix
from caseflow.vocabulary.partners import Partner

_OUTSIDE = frozenset({Action.TELL.value, Action.DISCLOSE.value})  # no partner reads a record itself


def check_offer(
    offer: Offer,
    known: Collection[UUID],
    configuration: Configuration,
    partners: Collection[Partner] = (),
) -> tuple[Problem, ...]:
    """Return every problem of an offer; `known` are the units that have drawers.

    Without one, `matrix_of_offer` takes it.
    """
    return (
        *check_units("from_units", offer.from_units, known),
        *check_recipients(offer.to_units, offer.partner, known, partners),
        *check_categories("categories", offer.categories, configuration),
        *check_purposes(offer.purposes, configuration),
        *_check_words("actions", offer.actions, [action.value for action in Action]),
        *_check_outside(offer),
        *_check_refused(offer, known, configuration),
        *_check_pairs(offer),
    )


def matrix_of_offer(offer: Offer) -> Matrix:
    """Return the matrix of an offer that has no problem."""
    return Matrix(
        from_units=offer.from_units,
        to_units=offer.to_units,
        categories=offer.categories,
        purposes=offer.purposes,
        actions=frozenset(map(Action, offer.actions)),
        exclusions=frozenset(Exclusion(unit, category) for unit, category in offer.refused),
        partner=offer.partner,
    )


def check_recipients(
    to_units: Collection[UUID],
    partner: UUID | None,
    known: Collection[UUID],
    partners: Collection[Partner],
) -> Iterator[Problem]:
    """Yield what is wrong with who would receive: units, or one partner, and never both."""
    if partner is None:
        yield from check_units("to_units", to_units, known)
    elif to_units:
        yield Problem("to_units", "units_or_partner")
        yield Problem("partner", "units_or_partner")
    else:
        yield from _check_partner(partner, partners)


def _check_partner(partner: UUID, partners: Iterable[Partner]) -> Iterator[Problem]:
    found = next((each for each in partners if each.id == partner), None)
    if found is None:
        yield Problem("partner", "unknown_partner")
    elif not found.runs:
        yield Problem("partner", "agreement_over", {"partner": found.name})


def check_units(field: str, units: Collection[UUID], known: Collection[UUID]) -> Iterator[Problem]:
    """Yield what is wrong with a choice of units."""
    if not units:
        yield Problem(field, "required")
    for unit in sorted(units):
        if unit not in known:
            yield Problem(field, "unknown_unit", {"unit": str(unit)})


def check_categories(
    field: str, categories: Collection[str], configuration: Configuration
) -> Iterator[Problem]:
    """Yield what is wrong with a choice of categories; of some no consent can be given."""
    yield from _check_words(field, categories, configuration.categories)
    for category in sorted(configuration.closed_categories.intersection(categories)):
        yield Problem(field, "not_consentable", {"category": category})


def check_purposes(purposes: Collection[str], configuration: Configuration) -> Iterator[Problem]:
    """Yield what is wrong with a choice of purposes."""
    return _check_words("purposes", purposes, configuration.purposes)


def _check_words(field: str, words: Collection[str], known: Collection[str]) -> Iterator[Problem]:
    if not words:
        yield Problem(field, "required")
    for word in sorted(words):
        if word not in known:
            yield Problem(field, "unknown_word", {"word": word})


def _check_outside(offer: Offer) -> Iterator[Problem]:
    """Yield the problem of what nobody outside can do: no partner looks into a record."""
    for action in sorted(offer.actions - _OUTSIDE) if offer.partner is not None else ():
        if action in list(Action):
            yield Problem("actions", "not_outside", {"action": action})


def _check_refused(
    offer: Offer, known: Collection[UUID], configuration: Configuration
) -> Iterable[Problem]:
    if not offer.refused:
        return ()
    units = {unit for unit, _ in offer.refused}
    categories = {category for _, category in offer.refused}
    receivers = known if offer.partner is None else (offer.partner,)
    return (
        *check_units("refused", units, receivers),
        *_check_words("refused", categories, configuration.categories),
    )


def _check_pairs(offer: Offer) -> Iterator[Problem]:
    """Yield the problem of an offer that would tell nobody anything."""
    if not (offer.from_units and offer.recipients and offer.categories):
        return
    if len(offer.from_units | offer.recipients) == 1:
        yield Problem("to_units", "same_unit")
    elif not any(
        (unit, category) not in offer.refused
        for unit in offer.recipients
        for category in offer.categories
    ):
        yield Problem("refused", "nothing_left")
