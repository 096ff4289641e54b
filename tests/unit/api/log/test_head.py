from sqlalchemy import delete, update

from caseflow.crypto.signing import verify
from caseflow.database.tables.audit_log import Checkpoint, TreeHead
from caseflow.http.faults import STATUS, Fault
from caseflow.merkle.checkpoints import parse_checkpoint
from caseflow.merkle.notes import NoteVerifier, key_id, open_note, read_verifier_key
from tests.factories.house import House
from tests.factories.integrated import integrated
from tests.factories.programs import Program


def test_the_checkpoint_is_signed_with_the_key_that_is_shown(house: House, olga: Program) -> None:
    key_answer, note = olga.get("/audit/key"), olga.get("/audit/checkpoint")
    for answer in (key_answer, note):
        assert answer.status_code == 200
        assert answer.content_type == "text/plain; charset=utf-8"
    key = read_verifier_key(key_answer.text)
    assert key is not None
    assert key.name == f"caseflow/{house.around.installation}"
    by_us = NoteVerifier(
        key.name,
        key_id(key.name, key.public_key),
        lambda text, signature: verify(key.public_key, text, signature),
    )
    opened = open_note(note.text, [by_us])
    assert opened is not None
    checkpoint = parse_checkpoint(opened.text)
    assert checkpoint is not None
    assert checkpoint.size > 0


def test_the_look_at_it_is_in_it(olga: Program) -> None:
    sizes = [int(olga.get("/audit/checkpoint").text.split("\n")[1]) for _ in range(2)]
    assert sizes[1] == sizes[0] + 1
    [_, newest] = olga.get("/audit/entries", act="log.read").get_json()["items"]
    assert newest["index"] < sizes[0]


def test_a_log_that_cannot_be_signed_has_no_checkpoint(house: House, olga: Program) -> None:
    integrated(house)
    with house.sessions.begin() as session:
        session.execute(delete(Checkpoint))
        session.execute(update(TreeHead).values(size=TreeHead.size + 1))
    assert olga.get("/audit/checkpoint").status_code == STATUS[Fault.UNAVAILABLE]


def test_nobody_else_gets_them(others: list[Program]) -> None:
    for program in others:
        for address in ("/audit/key", "/audit/checkpoint"):
            assert program.get(address).status_code == 403
