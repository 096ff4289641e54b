import pytest

from caseflow.vault.contacts import (
    ContactText,
    addresses_in,
    contact_asked_for,
    contact_text,
    numbers_in,
)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("0170 1234567", ("+491701234567",)),
        ("+49 170 1234567", ("+491701234567",)),
        ("0049 (0)170/123-4567", ("+491701234567",)),
        ("+49 (0) 170 1234567", ("+491701234567",)),
        ("(0170) 123 45 67, nur abends", ("+491701234567",)),
        ("+380 44 123-45-67", ("+380441234567",)),
        ("030/998877 oder 0170.1234567", ("+4930998877", "+491701234567")),
        ("030 998877\n0170 1234567", ("+4930998877", "+491701234567")),
        ("+39 06 1234567", ("+39061234567",)),
        ("12345", ()),
        ("+49 123", ()),
        ("+49 1234", ("+491234",)),
        ("+380 44 1234567890", ("+380441234567890",)),
        ("+380 44 12345678901", ()),
        ("0170 1234567 890123456", ()),
        ("keine", ()),
    ],
)
def test_a_number_has_one_spelling(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_in(text) == numbers


def test_an_address_is_the_same_in_capital_letters() -> None:
    assert addresses_in("Mona.M@Example.ORG. (liest nur sie)") == ("mona.m@example.org",)
    assert addresses_in("mona at example") == ()


def test_a_card_says_her_own_numbers_and_addresses_and_nobody_elses() -> None:
    told = {
        "safe_phone": "0170 1234567, 0170 1234567",
        "email": {"text": "mona@example.org", "private": True},
        "emergency_contact": "Schwester 0170 7654321",
    }
    assert contact_text(told) == ContactText(("+491701234567", "mona@example.org"))
    assert contact_text({"email": "mona@example.org"}).contacts == ("mona@example.org",)
    assert contact_text({}) == ContactText()


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        ("0170/1234567", "+491701234567"),
        (" MONA@example.org ", "mona@example.org"),
        ("Mona 0170 1234567", None),
        ("1990", None),
        ("mona", None),
        ("", None),
    ],
)
def test_what_a_search_asks_for(query: str, asked: str | None) -> None:
    assert contact_asked_for(query) == asked
