from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from caseflow.consents.check_declaration import check_declaration
from caseflow.consents.declaration import Declaration, Form
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.states import Notice
from tests.factories.declarations import declaration, offer
from tests.factories.house import configuration

COUNSELLING, SHELTER = new_id(), new_id()
OFFERED = offer([COUNSELLING], [SHELTER], "violence")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def _check(declared: Declaration, now: datetime = NOW) -> tuple[Problem, ...]:
    return check_declaration(declared, {COUNSELLING, SHELTER}, configuration(), now)


def _problems(**changed: Any) -> tuple[Problem, ...]:  # noqa: ANN401 - any part of a declaration
    return _check(declaration(OFFERED, **changed))


def test_nothing_is_wrong_with_a_sound_declaration() -> None:
    assert _problems() == ()


def test_the_offer_is_checked_too() -> None:
    found = _check(declaration(offer([], [SHELTER], "violence")))
    assert found == (Problem("from_units", "required"),)


@pytest.mark.parametrize(
    ("valid_from", "valid_until", "code"),
    [
        (date(2026, 3, 1), date(2026, 3, 1), "in_the_past"),
        (date(2026, 3, 10), date(2026, 3, 9), "before_its_begin"),
        (date(2026, 3, 2), date(2027, 3, 3), "too_late"),
        (date(2026, 12, 1), date(2027, 12, 1), "too_late"),
        (date.min, date.max, "too_late"),
        (date.min, date.min, "in_the_past"),
    ],
)
def test_its_days_must_make_a_period(valid_from: date, valid_until: date, code: str) -> None:
    found = _problems(valid_from=valid_from, valid_until=valid_until)
    assert [(each.field, each.code) for each in found] == [("valid_until", code)]


@pytest.mark.parametrize(
    ("valid_from", "valid_until"),
    [
        (date(2026, 3, 2), date(2026, 3, 2)),
        (date.min, date(2026, 3, 2)),
        (date(2026, 3, 2), date(2027, 3, 2)),
        (date(2027, 3, 2), date(2027, 3, 2)),
    ],
)
def test_a_day_and_a_year_are_fine(valid_from: date, valid_until: date) -> None:
    assert _problems(valid_from=valid_from, valid_until=valid_until) == ()


def test_today_is_the_providers_day() -> None:
    declared = declaration(OFFERED, valid_until=date(2026, 6, 30))
    midnight = datetime(2026, 6, 30, 22, tzinfo=UTC)
    assert _check(declared, midnight - timedelta(microseconds=1)) == ()
    assert _check(declared, midnight) == (Problem("valid_until", "in_the_past"),)


def test_the_latest_day_is_named() -> None:
    found = _problems(valid_until=date(2028, 1, 1))
    assert found == (Problem("valid_until", "too_late", {"latest": "2027-03-02"}),)


def test_nobody_has_signed_tomorrow() -> None:
    assert _problems(signed_on=date(2026, 3, 2)) == ()
    found = _problems(signed_on=date(2026, 3, 3))
    assert found == (Problem("signed_on", "in_the_future"),)


def test_a_text_must_be_there_in_that_language() -> None:
    found = _problems(template="selling")
    assert found == (Problem("template", "unknown_word", {"word": "selling"}),)
    found = _problems(language="tlh")
    assert found == (Problem("language", "unknown_word", {"word": "tlh"}),)


@pytest.mark.parametrize("notice", list(Notice))
def test_a_missing_notice_is_named(notice: Notice) -> None:
    found = _problems(notices=frozenset(Notice) - {notice})
    assert found == (Problem("notices", "notice_missing", {"notice": notice.value}),)


def test_there_are_no_other_notices() -> None:
    found = _problems(notices=frozenset(Notice) | {"weather"})
    assert found == (Problem("notices", "unknown_word", {"word": "weather"}),)


def test_what_was_spoken_needs_a_witness_and_the_reason() -> None:
    assert _problems(form=Form("spoken", " ", "")) == (
        Problem("form.witness", "required"),
        Problem("form.reason", "required"),
    )
    assert _problems(form=Form("spoken", "Frau Zeugin", "gebrochene Hand")) == ()


def test_what_is_signed_on_the_screen_is_signed_there() -> None:
    found = _problems(form=Form("signed_screen"))
    assert found == (Problem("form.signature", "signature_missing"),)
    assert _problems(form=Form("signed_screen"), signature="a picture") == ()


@pytest.mark.parametrize("sent", ["iVBORw0KGgo!", f"scan {SHELTER} 7"], ids=["picture", "scan"])
def test_where_a_paper_lies_is_said_by_no_picture_and_no_scan(sent: str) -> None:
    found = _problems(signature=sent)
    assert found == (Problem("form.signature", "no_signature"),)
    assert _problems(signature="im Schrank, Fach 3") == ()


def test_a_form_must_be_known() -> None:
    found = _problems(form=Form("telepathy"))
    assert found == (Problem("form", "unknown_word", {"word": "telepathy"}),)
