from datetime import date

from caseflow.http.papers.copy_around_paper import around
from caseflow.http.papers.voice import Voice
from caseflow.paper import Document, make_pdf
from tests.factories.house import configuration
from tests.unit.http.papers.copies import copy
from tests.unit.paper.papers import read_back

VOICE = Voice("de", configuration())
UNITS = {"frauenhaus": "Frauenhaus Süd", "wohnen": "Wohnen und Leben"}


def test_consents_refusals_handovers_disclosures_and_accesses_are_told() -> None:
    pieces = tuple(around(copy(), VOICE, UNITS))
    told = " ".join(read_back(make_pdf(Document("t", "de", date(2026, 3, 2), pieces))).split())
    for word in (
        "teilweise zurückgenommen", "letzter Tag 01.03.2027",
        "Von Frauenhaus Süd an Wohnen und Leben",
        "Nein zu Gewalt für Wohnen und Leben", "Familie von Wohnen und Leben",
        "nichts von Gesundheit an Jobcenter Mitte", "an Wohnen und Leben: angenommen",
        f"an Jobcenter Mitte: {VOICE.category_name('finances')}", "Brief: Zum Antrag.",
        "Wie heißen Sie?: Samira",
        "Familie von beratung",
    ):  # fmt: skip
        assert word in told, word


def test_she_reads_whether_an_organisation_knows_what_stands_otherwise_now() -> None:
    at = "2026-03-05T10:00:00.000000Z"
    [told] = copy()["disclosures"]
    for retold, retold_at, words in (
        (None, None, "muss das noch erfahren"),
        ("told", at, "hat es am 05.03.2026 erfahren"),
        ("not_told", at, "hat es nicht erfahren"),
    ):
        changed = {**told, "overtaken_at": at, "retold": retold, "retold_at": retold_at}
        said = [str(each) for each in around(copy(disclosures=[changed]), VOICE, UNITS)]
        assert [words in each for each in said].count(True) == 1, words
