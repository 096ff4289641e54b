import pytest

from caseflow.identity.check_account import Account, check_account
from tests.factories.house import House

GOOD = Account("neu@example.org", "Nora Neu", "de")


def codes(house: House, account: Account) -> list[tuple[str, str]]:
    return [(each.field, each.code) for each in check_account(house.work(), account)]


@pytest.mark.parametrize(
    "account",
    [
        GOOD,
        Account("büro@träger.example", "Ö", "en"),
        Account(" neu@localhost ", "A B", "de", administrator=True),
    ],
)
def test_a_good_account_has_no_problem(house: House, account: Account) -> None:
    assert codes(house, account) == []


@pytest.mark.parametrize(
    "email",
    [
        "",
        "neu",
        "@example.org",
        "neu@",
        "a@b@c",
        "a b@example.org",
        "a\x00@b",
        "a@\ud800",
        "x" * 255,
    ],
)
def test_what_is_no_address_is_named(house: House, email: str) -> None:
    assert codes(house, Account(email, "Nora", "de")) == [("email", "no_address")]


def test_an_address_in_use_is_named_in_any_spelling(house: House) -> None:
    taken = Account("BERTA@example.org", "Berta", "de")
    assert codes(house, taken) == [("email", "taken")]


@pytest.mark.parametrize("name", ["", "  ", "A\x00B", "A\nB"])
def test_a_name_is_needed(house: House, name: str) -> None:
    assert codes(house, Account("neu@example.org", name, "de")) == [("name", "missing")]


def test_every_problem_is_named_at_once(house: House) -> None:
    account = Account("neu", "N" * 201, "fr")
    assert codes(house, account) == [
        ("email", "no_address"),
        ("name", "too_long"),
        ("language", "not_offered"),
    ]
