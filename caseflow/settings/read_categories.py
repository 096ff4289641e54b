"""Read config/categories.toml."""

from collections.abc import Collection, Mapping
from pathlib import Path

from caseflow.settings.toml_tables import Table, read_table
from caseflow.vocabulary.configuration import Category

_LONGEST_DAYS = 1825
_KNOWN = frozenset(
    {"special", "emergency", "trustee", "consentable", "consent_days", "colour", "symbol"}
)
# opened to nobody in an emergency, and sealed to no trustee: a leaked address can cost a life
_NEVER_WITHOUT_HER = "whereabouts"


def read_categories(file: Path, languages: Collection[str]) -> Mapping[str, Category]:
    """Return the categories by key, in the order of the file."""
    table = read_table(file)
    found = {key: _category(key, each, languages) for key, each in table.tables()}
    if _NEVER_WITHOUT_HER not in found or "evidence" not in found:
        raise table.wrong("the categories `whereabouts` and `evidence` must be there")
    return found


def _category(key: str, table: Table, languages: Collection[str]) -> Category:
    table.only({*_KNOWN, *languages})
    category = Category(
        key=key,
        labels=table.labels(languages),
        special=table.flag("special"),
        emergency=table.flag("emergency"),
        trustee=table.flag("trustee"),
        consentable=table.flag("consentable"),
        consent_days=table.number("consent_days", 0, _LONGEST_DAYS),
        colour=table.text("colour"),
        symbol=table.text("symbol"),
    )
    _check(category, table)
    return category


def _check(category: Category, table: Table) -> None:
    if category.key == _NEVER_WITHOUT_HER and (category.emergency or category.trustee):
        raise table.wrong("`whereabouts` must have emergency = false and trustee = false")
    if category.key == "evidence" and category.consentable:
        raise table.wrong("`evidence` must have consentable = false", "consentable")
    if not category.consentable and (category.emergency or category.trustee):
        raise table.wrong(
            "no consent can open `{key}`; it needs emergency = false and trustee = false",
            key=category.key,
        )
    if category.consentable and not category.consent_days:
        raise table.wrong("`consent_days` must be at least 1", "consent_days")
