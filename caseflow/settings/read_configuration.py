"""Read all files of config/ into one frozen configuration, each checked against the others."""

from pathlib import Path

from caseflow.settings.config_folder import find_file, find_files
from caseflow.settings.fill_from_shipped import fill_from_shipped
from caseflow.settings.read_accessibility import read_accessibility
from caseflow.settings.read_backup import read_backup
from caseflow.settings.read_categories import read_categories
from caseflow.settings.read_consent_texts import read_consent_texts
from caseflow.settings.read_contact import read_contact
from caseflow.settings.read_drafts import read_drafts
from caseflow.settings.read_letters import Spoken, read_letters
from caseflow.settings.read_limits import read_limits
from caseflow.settings.read_openid import NAME as OPENID
from caseflow.settings.read_openid import read_openid
from caseflow.settings.read_provider import (
    read_languages,
    read_partner_kinds,
    read_purposes,
    read_retention,
    read_second_factor,
    read_threshold,
    read_units,
    read_zone,
)
from caseflow.settings.read_questions import read_questions
from caseflow.settings.read_quick_exit import read_quick_exit
from caseflow.settings.read_review_rules import read_review_rules
from caseflow.settings.read_tongues import read_tongues, with_labels
from caseflow.settings.toml_tables import read_table
from caseflow.vocabulary.configuration import Configuration

_KNOWN = frozenset(
    {
        "name",
        "contact",
        "time_zone",
        "languages",
        "limits",
        "second_factor",
        "statistics",
        "oversight",
        "backup",
        "drafts",
        "accessibility",
        "quick_exit",
        OPENID,
        "units",
        "purposes",
        "partner_kinds",
        "retention",
    }
)


def read_configuration(own: Path | None = None) -> Configuration:
    """Return the configuration, or raise `BadConfiguration` with file, line and mend.

    Files in the folder `own` override, one by one, those that came with the program; what the
    provider's own `provider.toml` leaves out is as it came.
    """
    provider = read_table(find_file("provider.toml", own))
    provider.only(_KNOWN)
    provider = fill_from_shipped(provider, read_table(find_file("provider.toml", None)))
    languages = read_languages(provider)
    categories = read_categories(find_file("categories.toml", own), languages)
    limits = read_limits(provider.table("limits"))
    for category in categories.values():
        if category.consent_days > limits.consent.days:
            raise provider.table("limits").wrong(
                "category `{key}` lasts {consent_days} days, longer than this",
                "consent_days",
                key=category.key,
                consent_days=category.consent_days,
            )
    tongues = read_tongues(find_files("tongues", own))
    catalogue = read_questions(find_file("questions.toml", own), languages, categories)
    return Configuration(
        provider=provider.text("name"),
        zone=read_zone(provider),
        languages=languages,
        units=read_units(provider.table("units"), languages, categories, catalogue),
        categories=with_labels(categories, {tag: t.categories for tag, t in tongues.items()}),
        purposes=with_labels(
            read_purposes(provider.table("purposes"), languages),
            {tag: t.purposes for tag, t in tongues.items()},
        ),
        partner_kinds=read_partner_kinds(provider.table("partner_kinds"), languages),
        limits=limits,
        second_factor=read_second_factor(provider.table("second_factor")),
        threshold=read_threshold(provider.table("statistics")),
        review=read_review_rules(provider.table("oversight")),
        backup=read_backup(provider.table("backup")),
        drafts=read_drafts(provider.table("drafts")),
        accessibility=read_accessibility(provider.table("accessibility")),
        openid=read_openid(provider),
        retention=read_retention(provider.table("retention"), languages),
        texts=read_consent_texts(find_files("consents", own), languages),
        letters=read_letters(
            find_files("letters", own),
            Spoken(languages, tongues),
            [each.key for each in categories.values() if each.consentable],
        ),
        catalogue=catalogue,
        quick_exit=read_quick_exit(provider.table("quick_exit")),
        contact=read_contact(provider.table("contact")),
        tongues=tongues,
    )
