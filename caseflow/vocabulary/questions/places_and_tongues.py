"""Countries and languages by their codes, with the names that CLDR gives them.

A place or tongue that no list knows is kept in the words in which it was told: dialects and
former states are answers too.
"""

from collections.abc import Callable, Mapping
from functools import cache

from babel import Locale

from caseflow.vocabulary.questions.faults import Asked, Fault, items, wrong_kind
from caseflow.vocabulary.questions.texts import read_line, read_lines

_LANGUAGES = ("de", "en")  # of the names that are recognised
_EXTRA_COUNTRIES = {
    "XXA": ("staatenlos", "stateless"),  # ICAO Doc 9303, as passports print it
    "XXX": ("ungeklärt", "unspecified"),
}
_EXTRA_LANGUAGES = {
    "kmr": ("Kurmandschi", "Kurmanji", "Kurmancî"),
    "prs": ("Dari", "Dari", "دری"),
}
_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
_CODE_LENGTH = 2


def read_country(value: object, asked: Asked) -> str | Fault:
    """Return an ISO 3166 code, or the words as told."""
    line = read_line(value, asked)
    return line if isinstance(line, Fault) else _country(line)


def read_countries(value: object, asked: Asked) -> list[str] | Fault:
    """Return codes or words, each once, in the order told."""
    return _several(value, asked, _country)


def read_languages(value: object, asked: Asked) -> list[str] | Fault:
    """Return ISO 639 codes or words, each once, the mother tongue first."""
    return _several(value, asked, _language)


def country_name(code: str, language: str) -> str:
    """Return the name of the country, or the words as told."""
    return _names("territories", language).get(code, code)


def language_name(code: str, language: str) -> str:
    """Return the name of the language, or the words as told."""
    return _names("languages", language).get(code, code)


def _several(value: object, asked: Asked, code_of: Callable[[str], str]) -> list[str] | Fault:
    given = items(value, ",;")
    lines = wrong_kind(asked) if given is None else read_lines(given, asked)
    if isinstance(lines, Fault):
        return lines
    return list(dict.fromkeys(code_of(line) for line in lines))


def _country(line: str) -> str:
    upper = line.upper()
    if upper in _EXTRA_COUNTRIES or upper in _names("territories", "en"):
        return upper
    return _codes("territories").get(line.casefold(), line)


def _language(line: str) -> str:
    if line in _names("languages", "en"):
        return line
    return _codes("languages").get(line.casefold(), line)


@cache
def _names(what: str, language: str) -> Mapping[str, str]:
    """Return names by code, in German for a German reader and in English for any other."""
    locale = Locale("de" if language == "de" else "en")
    column = _LANGUAGES.index(locale.language)
    if what == "territories":
        named = {code: str(name) for code, name in locale.territories.items() if _state(code)}
        return named | {code: names[column] for code, names in _EXTRA_COUNTRIES.items()}
    named = {code: str(name) for code, name in locale.languages.items() if "_" not in code}
    return named | {code: names[column] for code, names in _EXTRA_LANGUAGES.items()}


@cache
def _codes(what: str) -> Mapping[str, str]:
    extra = _EXTRA_COUNTRIES if what == "territories" else _EXTRA_LANGUAGES
    found = {name.casefold(): code for code, names in extra.items() for name in names}
    for language in _LANGUAGES:
        for code, name in _names(what, language).items():
            found.setdefault(name.casefold(), code)
    return found


def _state(code: str) -> bool:
    return len(code) == _CODE_LENGTH and code.isalpha() and code not in _NO_COUNTRIES
