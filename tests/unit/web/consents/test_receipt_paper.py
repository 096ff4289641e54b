from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from caseflow.http.papers.voice import Voice
from caseflow.paper import (
    Blank,
    Boxes,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Pattern,
    Table,
    make_pdf,
)
from caseflow.paper.spell_out import spell_out
from caseflow.vocabulary.matrices import Action, Exclusion, Matrix, WithdrawnPart
from caseflow.web.clients.words import Words
from caseflow.web.consents.both_languages import BothLanguages
from caseflow.web.consents.receipt import Receipt
from caseflow.web.consents.receipt_paper import receipt_paper
from tests.factories.house import configuration
from tests.unit.paper.papers import read_back

GIVER, TAKER, OTHER = (UUID(int=number) for number in (1, 2, 3))
UNITS = {GIVER: "Beratung", TAKER: "Frauenhaus", OTHER: "Wohnen"}
AT, DAY = datetime(2026, 3, 2, 9, tzinfo=UTC), date(2026, 9, 2)
PART = Matrix(
    from_units=frozenset({GIVER}),
    to_units=frozenset({TAKER, OTHER}),
    categories=frozenset({"health", "family"}),
    purposes=frozenset({"safety", "housing_search"}),
    actions=frozenset({Action.VIEW}),
    exclusions=frozenset({Exclusion(OTHER, "health")}),
)
EVERY = ("de", "en", *configuration().tongues)


def _receipt(tag: str) -> Receipt:
    return Receipt(
        id=UUID(int=9),
        recorded_at=AT,
        pending_categories=("family",),
        parts=(PART,),
        last_day=DAY,
        declared_by="client",
        form="spoken",
        language=tag,
        template="sharing",
        recorded_in=GIVER,
        again=True,
    )


def _paper(receipt: Receipt, *, here: UUID = GIVER) -> Document:
    tag, known = receipt.language, configuration()
    text = known.consent_text("sharing", tag)
    assert text is not None
    say = BothLanguages(Voice(tag, known), tag, text, None)
    return receipt_paper(receipt, Words(tag, known, UNITS), say, here=here, made_on=DAY)


def _said(paper: Document) -> Iterator[str]:
    for piece in paper.pieces:
        match piece:
            case Heading() | Paragraph():
                yield piece.text
            case Bullets():
                yield from piece.items
            case Table():
                yield from (cell for row in (piece.head, *piece.rows) for cell in row)
            case Boxes() | Pattern() | Blank():
                pytest.fail("a receipt has nothing to fill in")


@pytest.mark.parametrize("tag", EVERY)
def test_no_letter_of_any_language_is_without_a_font(tag: str) -> None:
    known = configuration()
    told = list(_said(_paper(_receipt(tag))))
    for text in known.texts:
        if text.language == tag:
            told += [text.title, *text.notices.values()]
            told += [said for each in text.paragraphs for said in (each.heading, each.text)]
    if tag in known.tongues:
        tongue = known.tongues[tag]
        told += [tongue.endonym, *tongue.sentences.values(), *tongue.categories.values()]
    assert not [said for said in told if "[U+" in spell_out(said)]


def test_each_thing_has_a_line_of_its_own_and_each_name_is_set_apart() -> None:
    paper = _paper(_receipt("ar"))
    (table,) = (piece for piece in paper.pieces if isinstance(piece, Table))
    assert table.rows[1][1] == "\u2068Frauenhaus\u2069\n\u2068Wohnen\u2069"
    labels = configuration().categories
    both = (labels["family"].labels["ar"], labels["health"].labels["ar"])
    assert table.rows[2][1] == "\n".join(both)
    assert table.rows[3] == (
        configuration().tongues["ar"].sentences["No to, for %(unit)s"]
        % {"unit": "\u2068Wohnen\u2069"},
        labels["health"].labels["ar"],
    )
    assert make_pdf(paper).startswith(b"%PDF")


def test_it_says_whose_part_it_is_what_was_taken_back_and_that_nobody_reviewed_it() -> None:
    gone = (WithdrawnPart(TAKER, "health", AT),)
    taken = replace(_receipt("en"), withdrawn_at=AT, withdrawn_parts=gone)
    told = " ".join(read_back(make_pdf(_paper(taken, here=TAKER))).split())
    assert "only the part that concerns Frauenhaus" in told
    assert "All of it was withdrawn on 2 Mar 2026" in told
    assert "health – Frauenhaus" in told
    assert "waits until" in told
    french = " ".join(_said(_paper(_receipt("fr"))))
    assert "assermentée" in french
    assert "vereidigten" in french


def test_a_text_that_is_kept_no_more_is_left_out() -> None:
    words = Words("tr", configuration(), UNITS)
    paper = receipt_paper(_receipt("tr"), words, None, here=GIVER, made_on=DAY)
    assert paper.title == "Onay belgeniz"
    assert isinstance(paper.pieces[0], Heading)
    assert not [piece for piece in paper.pieces if isinstance(piece, Heading) and piece.level == 2]
