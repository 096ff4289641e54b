"""Read config/tongues/*.toml: what clients are asked and told in languages beyond the pages'."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from babel import Locale, UnknownLocaleError

from caseflow.settings.toml_tables import Table, read_table
from caseflow.vocabulary.configuration import Category, Purpose
from caseflow.vocabulary.tongues import Tongue

_TEMPLATE = "words"
_KNOWN = frozenset(
    {"version", "language", "endonym", "locale", "reviewed", "categories", "purposes", "sentences"}
)
_NEWEST = 10_000

L = TypeVar("L", Category, Purpose)


def read_tongues(files: Iterable[Path]) -> Mapping[str, Tongue]:
    """Return the languages by tag, each in its newest version."""
    found: dict[str, Tongue] = {}
    for tongue in sorted(map(_tongue, files), key=lambda each: each.version):
        found[tongue.tag] = tongue
    return found


def with_labels(named: Mapping[str, L], said: Mapping[str, Mapping[str, str]]) -> Mapping[str, L]:
    """Return categories or purposes with what other languages call them, by tag.

    The provider's own labels come first and stay.
    """
    return {key: replace(each, labels=_labels(key, each, said)) for key, each in named.items()}


def _tongue(file: Path) -> Tongue:
    table = read_table(file)
    table.only(_KNOWN)
    version, tag = table.number("version", 1, _NEWEST), table.text("language")
    if file.name != f"{_TEMPLATE}-{version}.{tag}.toml":
        raise table.wrong(
            "the file must be named {template}-{version}.{language}.toml",
            "version",
            template=_TEMPLATE,
            version=version,
            language=tag,
        )
    return Tongue(
        tag=tag,
        version=version,
        endonym=table.text("endonym"),
        locale=_locale(table),
        reviewed=table.flag("reviewed"),
        categories=_texts(table.table("categories")),
        purposes=_texts(table.table("purposes")),
        sentences=_texts(table.table("sentences")),
    )


def _labels(
    key: str, named: Category | Purpose, said: Mapping[str, Mapping[str, str]]
) -> Mapping[str, str]:
    others = {tag: by[key] for tag, by in said.items() if key in by and tag not in named.labels}
    return {**named.labels, **others}


def _texts(table: Table) -> Mapping[str, str]:
    return {key: table.text(key) for key in table.values}


def _locale(table: Table) -> str:
    name = table.text("locale")
    try:
        return str(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        raise table.wrong(
            "`{name}` is no locale of CLDR; write for example fa_AF", "locale", name=name
        ) from None
