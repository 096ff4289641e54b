from tests.factories.house import House
from tests.factories.programs import Program
from tests.factories.suspended import SIZE, suspend


def test_a_program_of_the_officer_sees_the_restore_and_confirms(
    house: House, olga: Program
) -> None:
    assert olga.get("/audit/restore").get_json()["at"] is None
    suspend(house)
    told = olga.get("/audit/restore").get_json()
    assert (told["suspended"], told["backup_size"], told["witness_size"]) == (True, SIZE, None)
    address = "/audit/restore/confirmation"
    assert olga.send("POST", address, {"compared": False}).status_code == 422
    assert olga.send("POST", address, {"compared": True}).get_json() == {"suspended": False}
    assert olga.send("POST", address, {"compared": True}).status_code == 409
    assert olga.get("/audit/restore").get_json()["suspended"] is False
