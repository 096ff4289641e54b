import pytest
from flask import Flask

from tests.factories.house import House
from tests.factories.programs import Program
from tests.unit.oversight.review.signing import otto


@pytest.mark.usefixtures("known")
def test_another_officers_program_sees_what_the_reviewer_did_and_signs_it_off(
    house: House, olga: Program, app: Flask
) -> None:
    size = olga.send("POST", "/audit/review").get_json()["size"]
    signed = olga.send("POST", "/audit/sign-offs", {"size": size, "looked": True}).get_json()
    address = f"/audit/sign-offs/{signed['id']}/looks"
    assert olga.get(address).status_code == 403
    otto(house)
    second = Program(app, "otto")
    told = second.get(address).get_json()
    assert told["reviewer"] == str(house.staff["olga"])
    assert told["counts"]["entries"] > 0
    assert (told["hits"], told["sample"]) == ([], [])
    assert second.send("POST", address, {}).status_code == 422
    assert set(second.send("POST", address, {"looked": True}).get_json()) == {"id"}
    assert second.send("POST", address, {"looked": True}).status_code == 409
