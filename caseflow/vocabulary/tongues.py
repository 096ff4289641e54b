"""The languages in which clients are asked and told; the pages themselves speak fewer."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a client's language says what she is asked, told and handed."""

    tag: str  # BCP 47, as `lang` names it
    version: int
    endonym: str  # the language's name in itself
    locale: str  # of CLDR: how days, digits and lists are written
    reviewed: bool  # by a sworn translator; what nobody has reviewed says so
    categories: Mapping[str, str]
    purposes: Mapping[str, str]
    sentences: Mapping[str, str]  # by their English
