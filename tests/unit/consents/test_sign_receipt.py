import json
from base64 import urlsafe_b64decode

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from caseflow.consents import show_receipt, sign_receipt
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Reason, Refused
from caseflow.vocabulary.ids import new_id
from tests.factories.clients import case_at, new_client
from tests.factories.declarations import agreed, at_a_desk, declaration, offer
from tests.factories.desk_forms import close
from tests.factories.house import House
from tests.unit.vault.reading import newest


def _bytes(piece: str) -> bytes:
    return urlsafe_b64decode(piece + "=" * (-len(piece) % 4))


def test_each_unit_gets_its_part_signed_with_the_key_of_the_log(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    case_at(house, frieda, known)
    offered = offer([berta.unit], [frieda.unit, house.units["wohnen"]], "family")
    consent = agreed(house, berta, known, declaration(offered)).id
    for actor, parties in ((berta, 4), (frieda, 3)):
        work = house.work(actor)
        answer = sign_receipt(work, actor, consent)
        assert isinstance(answer, Disclosed)
        signed = answer.value
        header, content, signature = signed.token.split(".")
        key = Ed25519PublicKey.from_public_bytes(house.server.signer.public)
        key.verify(_bytes(signature), f"{header}.{content}".encode())
        assert _bytes(signed.key["x"]) == house.server.signer.public
        assert json.loads(_bytes(content)) == signed.record
        assert len(signed.record["party_identification"]) == parties
        told = newest(house, Act.CONSENT_READ)
        assert told["details"] == {"consent": str(consent), "receipt": "yes"}
        assert told["id"] == signed.record["receipt_id"]
        assert not work.session.in_transaction()


def test_it_is_refused_like_the_printed_one(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    offered = offer([berta.unit], [house.units["frauenhaus"]], "family")
    consent = agreed(house, berta, known, declaration(offered)).id
    at_a_desk(house, wanda, known)
    not_open = Refused(Reason.NOT_OPEN)
    assert sign_receipt(house.work(wanda), wanda, consent) == not_open
    assert sign_receipt(house.work(berta), berta, new_id()) == not_open
    olga = house.actor("olga", "datenschutz")
    assert isinstance(sign_receipt(house.work(olga), olga, consent), Refused)
    close(house, known)
    shut = sign_receipt(house.work(berta), berta, consent)
    assert shut == show_receipt(house.work(berta), berta, known.id, consent)
    assert shut == Refused(Reason.REASON_NEEDED)
    assert isinstance(sign_receipt(house.work(berta), berta, consent, "Sie fragt."), Disclosed)
