from caseflow.http.papers.shown_record import shown_record
from caseflow.oversight import Recipient
from tests.unit.http.papers.records import record, voice


def test_what_is_configured_is_said_and_what_is_missing_is_named() -> None:
    shown = shown_record(record(), voice())
    controller = shown["controller"]
    assert controller["address"] == "Weg 1, 12345 Ort"
    assert controller["storage"] is None
    assert shown["missing"] == [
        "Telefonnummer", "Vertretung", "Datenschutzbeauftragte", "Ort der Speicherung",
    ]  # fmt: skip
    assert {each["key"]: each["special"] for each in shown["categories"]}["health"]
    assert shown["units"] == [{"name": "Frauenhaus Süd", "kind": "shelter"}]
    periods = {each["key"]: each for each in shown["retention"]}
    assert periods["case_record"]["months"] == 36
    assert periods["case_record"]["after"] == "in dem der Fall geschlossen wurde"
    assert periods["case_record"]["ground"].startswith("Art. 5 Abs. 1 Buchst. e DSGVO")
    assert periods["vouchers"]["ground"] == "§ 147 AO, § 257 HGB"


def test_partners_have_the_kind_that_the_provider_calls_them() -> None:
    shown = shown_record(record(Recipient("Mitte", "job_centre"), Recipient("x", "gone")), voice())
    assert shown["partners"] == [
        {"name": "Mitte", "kind": "Jobcenter"}, {"name": "x", "kind": "gone"},
    ]  # fmt: skip
