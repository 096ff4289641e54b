from caseflow.audit.heads import SignedHead
from caseflow.audit.look import newest_checkpoint
from caseflow.database.tables.audit_log import Leaf
from caseflow.merkle.proofs import verify_consistency, verify_inclusion
from caseflow.oversight import prove_consistency, prove_inclusion
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Invalid, Problem, Reason, Refused
from tests.factories.clients import new_client
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.unit.vault.reading import newest


def _head(house: House) -> SignedHead:
    new_client(house, house.actor("berta", "beratung"))
    integrated(house)
    work = house.work()
    found = newest_checkpoint(work)
    work.finish()
    assert found is not None
    return found


def test_an_entry_is_in_the_log_and_the_log_only_grew(house: House) -> None:
    old = _head(house)
    olga = house.actor("olga", "datenschutz")
    new = _head(house)
    proof = prove_inclusion(house.work(olga), olga, 0, new.size)
    assert isinstance(proof, Disclosed)
    told = {"proof": "inclusion", "index": "0", "size": str(new.size)}
    assert newest(house, Act.LOG_READ)["details"] == told
    with house.sessions() as session:
        leaf = session.get_one(Leaf, 0).leaf_hash
    assert verify_inclusion(leaf, 0, new.size, proof.value, new.root)
    grown = prove_consistency(house.work(olga), olga, old.size, new.size)
    assert isinstance(grown, Disclosed)
    assert grown.value
    assert verify_consistency(old.size, new.size, grown.value, old.root, new.root)
    told = {"proof": "consistency", "first": str(old.size), "second": str(new.size)}
    assert newest(house, Act.LOG_READ)["details"] == told


def test_what_the_log_does_not_hold_is_not_proved(house: House) -> None:
    size = _head(house).size
    olga = house.actor("olga", "datenschutz")
    beyond = {"size": str(size)}
    assert prove_inclusion(house.work(olga), olga, size, size) == Invalid(
        (Problem("index", "beyond_log", beyond),)
    )
    assert prove_inclusion(house.work(olga), olga, 0, size + 1) == Invalid(
        (Problem("size", "beyond_log", beyond),)
    )
    assert prove_consistency(house.work(olga), olga, 1, size + 1) == Invalid(
        (Problem("second", "beyond_log", beyond),)
    )
    assert prove_consistency(house.work(olga), olga, 2, 1) == Invalid(
        (Problem("first", "log_never_shrinks"),)
    )
    assert newest(house, Act.LOG_READ)["decision"] == "permitted"  # the look itself was one


def test_of_an_empty_log_nothing_is_proved(house: House) -> None:
    olga = house.actor("olga", "datenschutz")
    beyond = (Problem("size", "beyond_log", {"size": "0"}),)
    assert prove_inclusion(house.work(olga), olga, 0, 1) == Invalid(beyond)
    assert prove_consistency(house.work(olga), olga, 0, 0) == Disclosed(())


def test_nobody_but_an_officer_gets_a_proof(house: House) -> None:
    berta = house.actor("berta", "beratung")
    refused = Refused(Reason.NOT_YOUR_ROLE)
    assert prove_inclusion(house.work(berta), berta, 0, 1) == refused
    assert prove_consistency(house.work(berta), berta, 0, 9) == refused
