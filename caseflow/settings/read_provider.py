"""Read config/provider.toml, all of it but the limits."""

import re
from collections.abc import Collection, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from caseflow.settings.toml_tables import Table, nearest
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.configuration import (
    Category,
    PartnerKind,
    Purpose,
    RetentionRule,
    SecondFactor,
    UnitDefaults,
)
from caseflow.vocabulary.questions.catalogue import Catalogue
from caseflow.vocabulary.units import UnitKind

CASE_WORK = "case_work"  # the purpose of a read that names none

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCES = frozenset(
    {"case_closed", "treatment_ended", "enquiry", "record_deleted", "document", "duty_ended"}
)
_LONGEST_MONTHS = 600
_LEAST_THRESHOLD, _HIGHEST_THRESHOLD = 5, 100
_LONGEST_FRESH = 60  # minutes: a factor shown an hour ago says nothing of who sits there now


def read_zone(table: Table) -> ZoneInfo:
    """Return the provider's time zone."""
    name = table.text("time_zone")
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        raise table.wrong(
            "`{name}` is no time zone; write for example Europe/Berlin", "time_zone", name=name
        ) from None


def read_languages(table: Table) -> tuple[str, ...]:
    """Return the languages of the pages, the default first."""
    languages = table.texts("languages")
    if not languages or not all(_LANGUAGE.fullmatch(language) for language in languages):
        raise table.wrong("`languages` must be codes such as de and en", "languages")
    return languages


def read_units(
    table: Table,
    languages: Collection[str],
    categories: Mapping[str, Category],
    catalogue: Catalogue,
) -> Mapping[UnitKind, UnitDefaults]:
    """Return the defaults for each kind of unit."""
    table.only([kind.value for kind in UnitKind])
    units = {kind: _unit(kind, table.table(kind.value), languages, categories) for kind in UnitKind}
    slugs = [unit.slug for unit in units.values()]
    if len(set(slugs)) < len(slugs):
        raise table.wrong("two units have the same slug")
    for kind, unit in units.items():
        for question in catalogue.asked(kind):
            if question.category not in unit.categories:
                raise table.table(kind.value).wrong(
                    "the unit asks `{key}` but keeps no drawer `{category}`",
                    "categories",
                    key=question.key,
                    category=question.category,
                )
    return units


def _unit(
    kind: UnitKind, table: Table, languages: Collection[str], categories: Collection[str]
) -> UnitDefaults:
    table.only({"slug", "categories", *languages})
    slug = table.text("slug")
    if not _SLUG.fullmatch(slug):
        raise table.wrong(
            "`{slug}` must be of small letters, digits and hyphens", "slug", slug=slug
        )
    kept = table.some_of("categories", categories)
    if kind is UnitKind.OVERSIGHT and kept:
        raise table.wrong("the data-protection officers keep no drawers", "categories")
    if kind is not UnitKind.OVERSIGHT and not {"identity", "evidence"} <= kept:
        raise table.wrong("a unit must keep `identity` and `evidence`", "categories")
    return UnitDefaults(kind, table.labels(languages), slug, kept)


def read_second_factor(table: Table) -> SecondFactor:
    """Return who needs a second factor: the roles, and whether administrators do."""
    table.only({"required", "administrator", "fresh_minutes"})
    if "required" not in table.values:
        # An empty list says that nobody must; nothing said may be forgotten.
        raise table.wrong("`{key}` is missing", key="required")
    required = table.some_of("required", [role.value for role in Role])
    minutes = table.number("fresh_minutes", 1, _LONGEST_FRESH)
    return SecondFactor(
        required=frozenset(Role(each) for each in required),
        administrator=table.flag("administrator"),
        fresh=timedelta(minutes=minutes),
    )


def read_purposes(table: Table, languages: Collection[str]) -> Mapping[str, Purpose]:
    """Return the purposes by key."""
    if CASE_WORK not in table.values:
        raise table.wrong(
            "the purpose `{purpose}`{nearest}",
            purpose=CASE_WORK,
            nearest=nearest(CASE_WORK, table.values.keys()),
        )
    found = {}
    for key, each in table.tables():
        each.only(languages)
        found[key] = Purpose(key, each.labels(languages))
    return found


def read_partner_kinds(table: Table, languages: Collection[str]) -> Mapping[str, PartnerKind]:
    """Return the kinds of organisation outside, in their order."""
    found = {}
    for key, each in table.tables():
        each.only(languages)
        found[key] = PartnerKind(key, each.labels(languages))
    return found


def read_threshold(table: Table) -> int:
    """Return the smallest figure that is published."""
    table.only({"threshold"})
    return table.number("threshold", _LEAST_THRESHOLD, _HIGHEST_THRESHOLD)


def read_retention(table: Table, languages: Collection[str]) -> Mapping[str, RetentionRule]:
    """Return the retention rules by class of record."""
    found = {}
    for key, each in table.tables():
        each.only({"months", "reference", "ground", "grounds", *languages})
        found[key] = RetentionRule(
            key=key,
            labels=each.labels(languages),
            months=each.number("months", 1, _LONGEST_MONTHS),
            reference=each.one_of("reference", _REFERENCES),
            ground=each.text("ground"),
            grounds=_grounds(each, languages),
        )
    return found


def _grounds(table: Table, languages: Collection[str]) -> Mapping[str, str]:
    """Return how the languages cite the ground that do not cite it as it stands."""
    if "grounds" not in table.values:
        return {}
    found = table.table("grounds")
    found.only(languages)
    return {language: found.text(language) for language in found.values}
