"""Find everything wrong with a declaration: its days, its text, its notices, its form."""

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from caseflow.consents.check_declarer import check_declarer
from caseflow.consents.check_offer import check_offer
from caseflow.consents.declaration import Declaration, Form
from caseflow.consents.evidence import picture_of
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.configuration import Configuration
from caseflow.vocabulary.partners import Partner
from caseflow.vocabulary.scans import read_scan
from caseflow.vocabulary.states import DeclarationForm, Notice


def check_declaration(
    declared: Declaration,
    known: Collection[UUID],
    configuration: Configuration,
    now: datetime,
    partners: Collection[Partner] = (),
) -> tuple[Problem, ...]:
    """Return every problem of a declaration, the offer's among them.

    `known` are the units that have drawers, `now` is the instant of the recording, `partners` are
    the organisations outside.
    """
    return (
        *check_offer(declared.offer, known, configuration, partners),
        *_check_days(declared, configuration, now),
        *_check_text(declared, configuration),
        *_check_notices(declared),
        *_check_form(declared.form),
        *_check_signature(declared.form, declared.signature),
        *check_declarer(declared),
    )


def _check_days(
    declared: Declaration, configuration: Configuration, now: datetime
) -> Iterator[Problem]:
    today = local_day(now, configuration.zone)
    latest = today + configuration.limits.consent
    if declared.valid_until < today:
        yield Problem("valid_until", "in_the_past")
    elif declared.valid_until < declared.valid_from:
        yield Problem("valid_until", "before_its_begin")
    elif declared.valid_until > latest:
        yield Problem("valid_until", "too_late", {"latest": latest.isoformat()})
    if declared.signed_on is not None and declared.signed_on > today:
        yield Problem("signed_on", "in_the_future")


def _check_text(declared: Declaration, configuration: Configuration) -> Iterator[Problem]:
    if not any(text.template == declared.template for text in configuration.texts):
        yield Problem("template", "unknown_word", {"word": declared.template})
    elif configuration.consent_text(declared.template, declared.language) is None:
        yield Problem("language", "unknown_word", {"word": declared.language})


def _check_notices(declared: Declaration) -> Iterator[Problem]:
    for notice in Notice:
        if notice not in declared.notices:
            yield Problem("notices", "notice_missing", {"notice": notice.value})
    for word in sorted(declared.notices - frozenset(Notice)):
        yield Problem("notices", "unknown_word", {"word": word})


def _check_form(form: Form) -> Iterator[Problem]:
    if form.kind not in list(DeclarationForm):
        yield Problem("form", "unknown_word", {"word": form.kind})
    if form.kind == DeclarationForm.SPOKEN:
        # Nothing is written: somebody must be able to say that she said it, and why so.
        if not form.witness.strip():
            yield Problem("form.witness", "required")
        if not form.reason.strip():
            yield Problem("form.reason", "required")


def _check_signature(form: Form, signature: str) -> Iterator[Problem]:
    """Yield what is wrong with a signature; but for a screen it says where the paper is.

    Danger: a text that reads as a picture would be shown though nobody has cleaned it, and one that
    reads as a scan would stand for a paper that was never brought, and hide what was declared.
    """
    if form.kind == DeclarationForm.SIGNED_SCREEN:
        if not signature:
            yield Problem("form.signature", "signature_missing")
    elif picture_of(signature) or read_scan(signature) is not None:
        yield Problem("form.signature", "no_signature")
