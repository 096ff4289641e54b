"""A record of processing as a test has it."""

from dataclasses import replace
from datetime import date

from caseflow.http.papers.voice import Voice
from caseflow.oversight import ProcessingRecord, Recipient
from caseflow.vocabulary.configuration import Contact
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import Unit, UnitKind
from tests.factories.house import configuration

CONTACT = Contact(address=("Weg 1", "12345 Ort"), email="buero@example.org")
UNIT = Unit(new_id(), "frauenhaus", "Frauenhaus Süd", UnitKind.SHELTER)


def voice(language: str = "de") -> Voice:
    return Voice(language, replace(configuration(), contact=CONTACT))


def record(*partners: Recipient) -> ProcessingRecord:
    missing = ("telephone", "representative", "officer", "storage")
    return ProcessingRecord(date(2026, 3, 2), (UNIT,), partners, missing)
