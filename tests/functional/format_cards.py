"""Check the examples of what a unit keeps for itself: cards, their order, lines, answers."""

import hmac
from uuid import UUID

from caseflow.crypto import blind_index, cards, kept_answers
from caseflow.crypto.derivation import derive
from caseflow.crypto.key_pairs import PrivateKey
from tests.functional import format_reader as reader
from tests.functional.format_page import Numbers


def place(given: Numbers) -> cards.CardPlace:
    ids = (UUID(bytes=given.raw(each)) for each in ("installation", "unit", "row"))
    installation, unit, row_id = ids
    return cards.CardPlace(installation, unit, row_id, given.number("revision"))


def card_place(given: Numbers) -> cards.NameCardPlace:
    row, consent = place(given), given.raw("consent")
    ids = UUID(bytes=given.raw("client")), UUID(bytes=consent) if consent else None
    place_of = (row.installation, row.unit, row.row, row.revision)
    return cards.NameCardPlace(*place_of, *ids, *_category(given))


def card_context(given: Numbers) -> list[bytes]:
    ids = [given.raw(each) for each in ("installation", "unit", "row")]
    revision = given.number("revision").to_bytes(8)
    other = [category.encode() for category in _category(given)]
    return [*ids, revision, given.raw("client"), given.raw("consent"), *other]


def _category(given: Numbers) -> list[str]:
    return given.all_texts("category")


def filed_card(given: Numbers) -> None:
    private, sealed = given.raw("private key of the unit"), given.raw("sealed")
    key = cards.card_key(PrivateKey(private))
    assert cards.open_card(key, card_place(given), sealed) == given.text("text")
    under = reader.derived(private, "cards")
    padded_text = reader.unwrapped(under, "name card", card_context(given), sealed)
    assert reader.unpadded(padded_text) == given.text("text")


def inbox_card(given: Numbers) -> None:
    private, sealed = given.raw("private key of the unit"), given.raw("sealed")
    opened = cards.open_inbox_card(PrivateKey(private), card_place(given), sealed)
    assert opened == given.text("text")
    found = reader.open_text(private, "name card", card_context(given), sealed)
    assert found == given.text("text")


def index_key(given: Numbers) -> None:
    private, sealed = given.raw("private key of the unit"), given.raw("sealed")
    installation, unit = ids = [given.raw(each) for each in ("installation", "unit")]
    generation = given.number("generation")
    place = blind_index.IndexPlace(UUID(bytes=installation), UUID(bytes=unit), generation)
    key = cards.card_key(PrivateKey(private))
    assert blind_index.open_index_key(key, place, sealed) == given.raw("key")
    context = [*ids, generation.to_bytes(8)]
    under = reader.derived(private, "cards")
    assert reader.unwrapped(under, "index key", context, sealed) == given.raw("key")


def index_token(given: Numbers) -> None:
    term = (given.text("kind"), given.text("word 1"), given.text("word 2"))
    assert blind_index.blinded(given.raw("key"), term) == given.raw("token")
    told = reader.parts(b"caseflow token 1", *(each.encode() for each in term))
    assert hmac.digest(given.raw("key"), told, "sha256")[:16] == given.raw("token")


def card_order(given: Numbers) -> None:
    private, sealed = given.raw("private key of the unit"), given.raw("sealed")
    opened = cards.open_order(cards.card_key(PrivateKey(private)), place(given), sealed)
    assert [each.bytes for each in opened.every()] == given.all_raw("client")
    joined = reader.unwrapped(
        reader.derived(private, "cards"), "card order", list(place(given).context()), sealed
    )
    assert joined == b"".join(given.all_raw("client"))


def imported_line(given: Numbers) -> None:
    private, unit = given.raw("private key of the unit"), given.raw("unit")
    for key in (
        derive(private, "imported lines", unit),
        reader.derived(private, "imported lines", unit),
    ):
        assert hmac.digest(key, given.text("line").encode(), "sha256") == given.raw("tag")


def kept_answer(given: Numbers) -> None:
    private, sealed = given.raw("private key of the unit"), given.raw("sealed")
    ids = [given.raw(name) for name in ("installation", "unit", "staff")]
    installation, unit, staff = (UUID(bytes=each) for each in ids)
    place = kept_answers.AnswerPlace(installation, unit, staff, given.raw("key digest"))
    key = kept_answers.answer_key(PrivateKey(private))
    assert kept_answers.open_answer(key, place, sealed) == given.text("text")
    context = [*ids, given.raw("key digest")]
    under = reader.derived(private, "kept answers")
    padded_text = reader.unwrapped(under, "kept answer", context, sealed)
    assert reader.unpadded(padded_text) == given.text("text")
