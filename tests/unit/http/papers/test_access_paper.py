from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from caseflow.http.papers.access_paper import access_paper, report_table
from caseflow.http.papers.voice import Voice
from caseflow.paper import make_pdf
from caseflow.subject_rights import AccessReport, Audience, Deed, Ground, Sight
from caseflow.vocabulary.configuration import Contact
from tests.factories.house import configuration
from tests.unit.paper.papers import read_back

UNIT, DAY = UUID(int=1), date(2026, 3, 2)
VOICE = Voice("de", configuration())
UNITS = {UNIT: "Frauenhaus"}
READ = Sight(DAY, UNIT, Deed.READ_RECORD, "case_work", (Ground("own_unit"),), ("health",), times=2)
TOLD = Sight(DAY, UNIT, Deed.TOLD_PARTNER, "", (Ground("consent", DAY),), (), "Jobcenter Mitte")
MONTH = Sight(date(2026, 3, 1), None, Deed.SAW, "", (), ("health",), times=0)


def report(audience: Audience, *sights: Sight, refused: int | None = None) -> AccessReport:
    return AccessReport(audience, DAY, sights, refused, (), ())


def printed(made: AccessReport, voice: Voice = VOICE) -> str:
    return " ".join(read_back(make_pdf(access_paper(made, voice, UNITS))).split())


def test_to_her_day_unit_what_about_and_why_are_told() -> None:
    told = printed(report(Audience.CLIENT, READ, TOLD, refused=3))
    assert "Wer Ihre Daten gesehen hat" in told
    for word in ("02.03.2026", "Frauenhaus", "2-mal", "Gesundheit", "Jobcenter"):
        assert word in told
    first, second = report_table(report(Audience.CLIENT, READ, TOLD), VOICE, UNITS).rows
    assert first[-1] == "Arbeit im Fall; der eigene Fall"
    assert second[-1] == "Ihre Einwilligung vom 02.03.2026"
    assert "nichts gesehen wurde: 3." in told


def test_to_a_guardian_a_month_and_no_unit_are_told() -> None:
    table = report_table(report(Audience.GUARDIAN, MONTH), VOICE, UNITS)
    assert table.rows == (
        (
            "März 2026",
            "\u2068ein Bereich des Trägers\u2069",
            "hat etwas von den Daten gesehen",
            "Gesundheit",
            "–",
        ),
    )
    told = printed(report(Audience.GUARDIAN, MONTH))
    assert "Frauenhaus" not in told
    assert "nichts gesehen wurde" not in told


def test_a_blocked_guardians_paper_is_byte_by_byte_that_of_nothing() -> None:
    blocked = access_paper(report(Audience.BLOCKED), VOICE, UNITS)
    nothing = access_paper(report(Audience.GUARDIAN), VOICE, UNITS)
    assert make_pdf(blocked) == make_pdf(nothing)
    assert "Es ist nichts verzeichnet" in printed(report(Audience.BLOCKED))


def test_the_officers_contact_is_told_where_it_is_entered() -> None:
    contact = Contact(officer="datenschutz@example.org")
    voice = Voice("en", replace(configuration(), contact=contact))
    assert "officer: datenschutz@example.org" in printed(report(Audience.CLIENT), voice)


@pytest.mark.parametrize("tag", configuration().tongues)
def test_every_language_of_a_client_says_all_of_it(tag: str) -> None:
    voice, seen = Voice(tag, configuration()), replace(READ, categories=("health", "family"))
    every = tuple(replace(READ, deed=deed, times=1) for deed in Deed)
    made = report(Audience.CLIENT, seen, TOLD, *every, refused=3)
    tongue = configuration().tongues[tag]
    rows = report_table(made, voice, UNITS).rows
    assert rows[0][0] == voice.day(DAY)
    assert rows[0][2] == tongue.sentences["%(what)s (%(count)s times)"] % {
        "what": tongue.sentences["read in the record"],
        "count": voice.count(2),
    }
    labels = tongue.categories
    assert rows[0][3] == voice.listed((labels["health"], labels["family"]))
    assert {row[2] for row in rows[2:]} <= set(tongue.sentences.values())
    assert make_pdf(access_paper(made, voice, UNITS)).startswith(b"%PDF")


def test_the_title_of_the_file_names_nobody() -> None:
    assert access_paper(report(Audience.CLIENT, READ), VOICE, UNITS).title == "Auskunft"
