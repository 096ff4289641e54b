import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.vocabulary.addresses import Address, read_address, speaks_of

OWN = Address("lindenstr", "12a", "33602")
SPELLED = [
    "Lindenstraße 12a",
    "Lindenstrasse 12 a",
    "LINDENSTR. 12A",
    "Linden-Straße 12 A",
    "Linden Str. 12a",
    "  lindenstr 12,  A ",
    "Lindenstraße 012a",
]


@pytest.mark.parametrize("line", SPELLED)
@pytest.mark.parametrize("code", ["33602", " D-33602 ", "33 602"])
def test_one_address_has_one_spelling(line: str, code: str) -> None:
    assert read_address(line, code) == OWN


@pytest.mark.parametrize(
    ("line", "street", "number"),
    [
        ("Königsbrügge 7", "koenigsbruegge", "7"),
        ("Ko\u0308nigsbru\u0308gge 7", "koenigsbruegge", "7"),  # two signs for one letter
        ("Koenigsbruegge 7", "koenigsbruegge", "7"),
        ("Straße des 17. Juni 135", "strdes17juni", "135"),
        ("Q7, 24", "q7", "24"),
        ("Alter Markt 12-14", "altermarkt", "12"),
        ("Am Bach 5 b, 3", "ambach", "5b"),
        ("Jahnplatz 1", "jahnpl", "1"),
        ("Jahnpl. 1", "jahnpl", "1"),
        ("Rue de l’Église 3", "ruedeleglise", "3"),
    ],
)
def test_a_line_is_street_and_number(line: str, street: str, number: str) -> None:
    assert read_address(line, "68161") == Address(street, number, "68161")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Lindenstraße", "33602"),
        ("12a", "33602"),
        ("", "33602"),
        ("a", "33602"),
        ("Lindenstraße 12a", ""),
        ("Lindenstraße 12a", "336"),
        ("Lindenstraße 12a", "Bielefeld"),
    ],
)
def test_what_is_no_whole_address(line: str, code: str) -> None:
    assert read_address(line, code) is None


@pytest.mark.parametrize("line", SPELLED)
@pytest.mark.parametrize(
    "around",
    ["{}", "{}, 33602 Bielefeld", "Sie wohnt jetzt {} in D-33602 Bielefeld, 2. Stock.", "({})"],
)
def test_it_is_found_in_what_somebody_wrote(line: str, around: str) -> None:
    assert speaks_of(around.format(line), OWN)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Lindenstraße",
        "Lindenstraße 12",
        "Lindenstraße 12b",
        "Lindenstraße 112a",
        "Unter den Linden 12a",
        "Neue Lindenstraße 12a, 33603 Bielefeld",
        "Lindenstraße 12a, 33615 Bielefeld",
        "Lindenallee 12a, 33602 Bielefeld",
        "12a Lindenstraße",
    ],
)
def test_another_address_is_not(text: str) -> None:
    assert not speaks_of(text, OWN)


def test_a_telephone_number_further_behind_is_no_postal_code() -> None:
    assert speaks_of("Lindenstr. 12a in Bielefeld bei ihrer Schwester, Telefon 55555", OWN)


def test_of_several_addresses_one_is_enough() -> None:
    assert speaks_of("Erst Ring 3, 50667 Köln, seit Mai Lindenstr. 12 a, 33602 Bielefeld", OWN)


WORDS = st.text(st.characters(whitelist_categories=["Ll", "Lu"], max_codepoint=0x17F), min_size=2)


@given(WORDS, st.integers(1, 9999), st.sampled_from("abcdefgh"), st.integers(10000, 99999))
def test_however_it_is_written_it_is_the_same(
    name: str, number: int, letter: str, code: int
) -> None:
    written = [
        f"{name}straße {number}{letter}",
        f"{name.upper()}STRASSE {number} {letter.upper()}",
        f"{name} Str. {number}{letter}",
        f"{name}-Straße, {number} {letter}",
    ]
    found = {read_address(line, str(code)) for line in written}
    assert len(found) == 1
    (own,) = found
    assert own is not None
    for line in written:
        assert speaks_of(f"wohnt {line}, {code} Ort", own)
        assert not speaks_of(f"wohnt {line}, {code % 89999 + 10001} Ort", own)
        assert not speaks_of(f"wohnt {name}straße {number + 1}{letter}, {code}", own)


@given(st.text(), st.text())
def test_whatever_was_typed_is_taken(line: str, code: str) -> None:
    own = read_address(line, code)
    assert own is None or f"{own.street}{own.number}{own.postal_code}".isalnum()
    assert not speaks_of(line, Address("nirgendwo", "1", "33602"))
