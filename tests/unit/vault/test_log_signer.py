from caseflow.vault.log_signer import log_signer
from tests.factories.house import House


def test_the_heads_are_signed_by_the_server_of_this_installation(house: House) -> None:
    assert log_signer(house.work()) is house.server.signer
