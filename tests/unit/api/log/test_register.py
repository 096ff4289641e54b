from tests.factories.clients import Known, consented
from tests.factories.house import House
from tests.factories.programs import Program


def test_a_program_of_the_officer_counts_consents_and_whom_an_account_has_seen(
    house: House, known: Known, olga: Program
) -> None:
    berta = house.actor("berta", "beratung")
    consented(house, berta, known, [house.units["frauenhaus"]], ["violence"])
    [line] = olga.get("/audit/consent-register").get_json()["items"]
    assert (line["state"], line["count"]) == ("active", 1)
    asked = f"/audit/breach?staff={berta.staff}&since=2026-01-01T00:00:00Z"
    told = olga.get(f"{asked}&until=2027-01-01T00:00:00Z").get_json()
    assert [each["client"] for each in told["seen"]] == [str(known.id)]
    sheet = olga.send("GET", asked, headers={"Accept": "application/pdf"})
    assert sheet.content_type == "application/pdf"
    assert olga.get("/audit/breach?staff=x&since=yesterday").status_code == 422
