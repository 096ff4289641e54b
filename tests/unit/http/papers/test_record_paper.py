from caseflow.http.papers.record_paper import record_paper
from caseflow.http.papers.shown_record import shown_record
from caseflow.oversight import ProcessingRecord, Recipient
from caseflow.paper import make_pdf
from tests.unit.http.papers.records import record, voice
from tests.unit.paper.papers import read_back


def printed(made: ProcessingRecord) -> str:
    paper = record_paper(shown_record(made, voice()), voice())
    return " ".join(read_back(make_pdf(paper)).split())


def test_all_of_the_record_stands_on_the_paper() -> None:
    told = printed(record(Recipient("Mitte", "job_centre")))
    for word in (
        "Verzeichnis der Verarbeitungstätigkeiten", "Stand: 02.03.2026", "Weg 1, 12345 Ort",
        "noch nicht eingetragen: Telefonnummer, Vertretung", "Arbeit im Fall",
        "Gesundheit (besondere Kategorie, Art. 9)", "Frauenhaus Süd", "Mitte (Jobcenter)",
        "Fallakte", "Art. 5 Abs. 1 Buchst. e DSGVO", "Niemand hat das Programm von außen geprüft.",
    ):  # fmt: skip
        assert word in told, word


def test_where_no_partner_is_entered_that_is_said() -> None:
    assert "Stellen außerhalb: keine eingetragen." in printed(record())
