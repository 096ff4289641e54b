import json
from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jws
from joserfc.errors import BadSignatureError
from joserfc.jwk import OKPKey

from tests.factories.agreeing import agree
from tests.factories.clients import Known, case_at
from tests.factories.contract import acts_of, assert_unknown_alike
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.factories.programs import Program


def _bytes(piece: str) -> bytes:
    return urlsafe_b64decode(piece + "=" * (-len(piece) % 4))


def test_a_stranger_checks_it_with_the_key_that_the_officer_was_given(
    house: House, berta: Program, olga: Program, client: UUID
) -> None:
    consent = agree(berta, client)
    answer = berta.get(f"/consents/{consent}/receipt")
    assert acts_of(house, answer) == ["consent.read"]
    shown = answer.get_json()
    encoded = olga.get("/audit/key").text.strip().split("+", 2)[2]
    public = b64decode(encoded)[1:]
    header, content, signature = shown["jws"].split(".")
    key = Ed25519PublicKey.from_public_bytes(public)
    key.verify(_bytes(signature), f"{header}.{content}".encode())
    assert json.loads(_bytes(header)) == {"alg": "EdDSA", "kid": shown["key"]["kid"]}
    assert json.loads(_bytes(content)) == shown["receipt"]
    assert shown["receipt"]["record_id"] == consent
    assert shown["receipt"]["pii_principal_id"] == str(client)


@pytest.mark.filterwarnings("ignore:EdDSA is deprecated")  # for a newer name of the same
def test_a_public_tool_checks_it_given_the_key(berta: Program, client: UUID) -> None:
    shown = berta.get(f"/consents/{agree(berta, client)}/receipt").get_json()
    key = OKPKey.import_key(shown["key"])
    assert key.thumbprint() == shown["key"]["kid"]
    checked = jws.deserialize_compact(shown["jws"], key, algorithms=["EdDSA"])
    assert json.loads(checked.payload) == shown["receipt"]
    header, content, signature = shown["jws"].split(".")
    other = json.loads(_bytes(content)) | {"record_id": str(client)}
    forged = urlsafe_b64encode(json.dumps(other).encode()).decode().rstrip("=")
    with pytest.raises(BadSignatureError):
        jws.deserialize_compact(f"{header}.{forged}.{signature}", key, algorithms=["EdDSA"])


def test_of_a_closed_case_it_asks_for_a_reason(house: House, berta: Program, client: UUID) -> None:
    consent = agree(berta, client)
    close(house, Known(client, "x"))
    address = f"/consents/{consent}/receipt"
    assert berta.get(address).status_code == 422
    assert berta.get(address, reason="Sie fragt danach.").status_code == 200


def test_closed_and_unknown_are_one(
    house: House, frieda: Program, berta: Program, olga: Program, client: UUID
) -> None:
    consent = agree(berta, client, to_units=["wohnen"])
    address = "/consents/{}/receipt"
    assert_unknown_alike(frieda, "GET", address, consent)
    case_at(house, house.actor("frieda", "frauenhaus"), Known(client, "x"))
    assert_unknown_alike(frieda, "GET", address, consent)
    assert olga.get(address.format(consent)).status_code == 404
    assert set(berta.get(address.format(consent), more=1).get_json()["errors"]) == {"more"}
