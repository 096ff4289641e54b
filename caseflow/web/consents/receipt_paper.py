"""Write the receipt of a consent as a paper in her language."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from caseflow.http.language import mark
from caseflow.http.papers.unreviewed import said_unreviewed
from caseflow.paper import Bullets, Document, Heading, Paragraph, Piece, Table, isolated
from caseflow.vocabulary.matrices import Matrix
from caseflow.web.clients.family_words import declarer_name
from caseflow.web.clients.words import Words
from caseflow.web.consents.both_languages import BothLanguages
from caseflow.web.consents.desk_words import action_name, form_name
from caseflow.web.consents.receipt import Receipt
from caseflow.web.consents.receiving import refused_to

TITLE = mark("Your receipt")  # of the file: says nothing of anybody
_HEAD = (mark("Question"), mark("Answer"))
_WHO_SPEAKS, _WHO_MAY_KNOW = mark("Who speaks"), mark("Who may know")
_YES, _NO = mark("Yes to"), mark("No to, for %(unit)s")
_WHAT_FOR, _HOW, _LAST_DAY = mark("What for"), mark("How"), mark("Last day")
_WHO, _FORM = mark("Who declares it"), mark("How she declares it")
_RECORDED = mark("Recorded on %(at)s.")
_NUMBER = mark("Number")
_PART = mark(
    "This is only the part that concerns %(here)s. The whole of it is printed where it was"
    " recorded: %(unit)s."
)
_ALL_BACK = mark("All of it was withdrawn on %(at)s.")
_BACK = mark("withdrawn on %(at)s")
_WAITS = mark("This part waits until somebody of the unit that wrote it is logged in:")
_KEPT = ("choice", "withdrawal", "rights")  # the points of the text that stay with her


def receipt_paper(
    receipt: Receipt, words: Words, say: BothLanguages | None, *, here: UUID, made_on: date
) -> Document:
    """Return the paper; without the text that she was shown where that is kept no more."""
    title = say.text.title if say else words.say(TITLE)
    pieces = (
        Heading(title),
        *said_unreviewed(words),
        *_about(receipt, words, here),
        *(piece for part in receipt.parts for piece in _part(part, receipt, words)),
        *_told(say),
    )
    return Document(words.say(TITLE), words.language, made_on, pieces)


def _about(receipt: Receipt, words: Words, here: UUID) -> Iterator[Piece]:
    yield Paragraph(words.say(_RECORDED, at=words.moment(receipt.recorded_at)))
    yield Paragraph(f"{words.say(_NUMBER)}: {isolated(str(receipt.id))}")
    if receipt.recorded_in != here:
        names = {"here": _named(words, here), "unit": _named(words, receipt.recorded_in)}
        yield Paragraph(words.say(_PART, **names))
    if receipt.withdrawn_at:
        yield Paragraph(words.say(_ALL_BACK, at=words.moment(receipt.withdrawn_at)))
    for gone in receipt.withdrawn_parts:
        day, what = words.say(_BACK, at=words.moment(gone.at)), words.category_name(gone.category)
        yield Paragraph(f"{day}: {what} – {_named(words, gone.to_unit)}")
    if receipt.pending_categories:
        yield Paragraph(words.say(_WAITS))
        yield Bullets(_categories(receipt.pending_categories, words))


def _part(part: Matrix, receipt: Receipt, words: Words) -> Iterator[Piece]:
    """Yield the questions and answers, one thing to a line."""
    purposes = map(words.purpose, sorted(part.purposes))
    actions = (action_name(each, words.say) for each in sorted(part.actions))
    rows = [
        (words.say(_WHO_SPEAKS), _lines(_named(words, unit) for unit in sorted(part.from_units))),
        (words.say(_WHO_MAY_KNOW), _lines(_named(words, unit) for unit in sorted(part.recipients))),
        (words.say(_YES), _lines(_categories(part.categories, words))),
        *(
            (words.say(_NO, unit=_named(words, unit)), _lines(_categories(categories, words)))
            for unit, categories in refused_to(part).items()
        ),
        (words.say(_WHAT_FOR), _lines(purposes)),
        (words.say(_HOW), _lines(actions)),
        (words.say(_LAST_DAY), words.day(receipt.last_day)),
        (words.say(_WHO), declarer_name(receipt.declared_by, words.say)),
        (words.say(_FORM), form_name(receipt.form, words.say)),
    ]
    yield Table(tuple(map(words.say, _HEAD)), tuple(rows), (2, 3))


def _told(say: BothLanguages | None) -> Iterator[Piece]:
    if say is None:
        return
    for point in say.points():
        if point.key in _KEPT:
            yield Heading(point.heading.hers, 2)
            yield Paragraph(point.text.hers)
    yield Bullets(tuple(told.hers for told in say.notices().values()))


def _named(words: Words, unit: UUID) -> str:
    return isolated(words.unit(unit))


def _categories(keys: Iterable[str], words: Words) -> tuple[str, ...]:
    return tuple(words.label(each.labels) for each in words.in_order(keys))


def _lines(items: Iterable[str]) -> str:
    return "\n".join(items)
