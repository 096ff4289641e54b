"""Offer the key that was probably meant, where a column has one that nobody knows."""

from collections.abc import Collection, Iterator

from rapidfuzz import fuzz, process

from caseflow.vocabulary.questions.catalogue import Catalogue
from caseflow.vocabulary.states import EntryKind

_CLOSE_ENOUGH = 75  # of 100: a slip of the finger, and not another word


def nearest_key(given: str, known: Collection[str]) -> str | None:
    """Return the known word that is nearest to the given one; None where none is near."""
    found = process.extractOne(
        given.casefold(), sorted(known), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH
    )
    return found[0] if found else None


def known_keys(catalogue: Catalogue, categories: Collection[str]) -> Iterator[str]:
    """Yield the keys that a column can have for answers and for entries."""
    for question in catalogue.questions:
        yield question.key
        if not question.type.single:
            yield from (f"{question.key}.{part.name}" for part in question.type.parts)
    for category in categories:
        yield from (f"entry:{kind}:{category}" for kind in EntryKind)
