from dataclasses import replace
from datetime import date

import pytest

from caseflow.letters.compose import Filled, compose, names_of
from caseflow.paper import Heading, Paragraph
from caseflow.vocabulary.letters import Addressee, LetterField, LetterTemplate, LetterWords
from caseflow.vocabulary.tongues import TRANSLATED, Tongue

WORDS = LetterWords("Termin", "Termin {day}", "Guten Tag {name},\n\nam {day}.\n\n{text}")
TEMPLATE = LetterTemplate(
    key="appointment",
    to=frozenset({Addressee.CLIENT}),
    neutral=True,
    tells=frozenset(),
    fields=(LetterField.DAY, LetterField.TEXT),
    words={"de": WORDS},
)
VALUES = {
    LetterField.NAME: "Samira {day}",
    LetterField.ADDRESS: "Weg 1\n32339 Espelkamp",
    LetterField.DAY: "4. Mai",
    LetterField.TEXT: "Bis dann.",
    LetterField.SIGNED: "B. Braun",
}


def texts(letter: Filled) -> list[str]:
    pieces = compose(letter, date(2026, 5, 4)).pieces
    return [each.text for each in pieces if isinstance(each, Heading | Paragraph)]


def test_a_letter_has_sender_envelope_day_subject_words_and_name() -> None:
    letter = Filled(TEMPLATE, "de", VALUES, ("Frauenhilfe e. V.", "Beratung"))
    assert texts(letter) == [
        "Frauenhilfe e. V.",
        "Beratung",
        "Samira {day}\nWeg 1\n32339 Espelkamp",
        "4. Mai 2026",
        "Termin 4. Mai",
        "Guten Tag \u2068Samira {day}\u2069,",
        "am \u20684. Mai\u2069.",
        "Bis dann.",
        "B. Braun",
    ]
    assert letter.text == "Guten Tag Samira {day},\n\nam 4. Mai.\n\nBis dann."


def test_without_sender_nothing_stands_above_her_name() -> None:
    bare = Filled(TEMPLATE, "de", {LetterField.NAME: "A. B.", LetterField.DAY: "heute"}, ())
    assert texts(bare)[0] == "A. B."
    assert texts(bare)[-1] == "am \u2068heute\u2069."
    assert compose(bare, date(2026, 5, 4)).title == "Brief"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("von der BERATUNG Espelkamp", True),
        ("Beratungsgespräch", False),
        ("Frauenhilfe e. V.", True),
        ("Ihre Frauenhilfe", True),
        ("mail@frauenhilfe.example", True),
        ("Frauen\u00adhilfe", True),
        ("am Ma\u0308rkischen Ring", True),
        ("e. V.", False),
        ("bei uns", False),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, named: bool) -> None:  # noqa: FBT001 - a value of the table
    names = ["Beratung", "Frauenhilfe e. V.", "M\u00e4rkischen Ring gGmbH", " "]
    assert names_of(names, text) is named
    assert not names_of([], text)


def test_in_her_language_day_and_title_are_hers_and_that_nobody_reviewed_it() -> None:
    tongue = Tongue("fa", 1, "x", "fa", False, {}, {}, {"Letter": "L", TRANSLATED: "U"})  # noqa: FBT003 - in its order
    words = {"fa": replace(WORDS, reviewed=False)}
    hers = Filled(replace(TEMPLATE, words=words), "fa", VALUES, (), tongue)
    made = compose(hers, date(2026, 5, 4))
    assert (made.title, texts(hers)[1], texts(hers)[-2:]) == (
        "L",
        "\u06f4 \u0645\u0647\u0654 \u06f2\u06f0\u06f2\u06f6",
        ["B. Braun", "U"],
    )
    reviewed = replace(hers, template=replace(TEMPLATE, words={"fa": WORDS}))
    assert texts(reviewed)[-1] == "B. Braun"
