"""Write the form of a consent as a paper to fill in: one option to a line, nothing ticked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from uuid import UUID

from caseflow.http.language import mark
from caseflow.http.papers.unreviewed import said_unreviewed
from caseflow.paper import Blank, Boxes, Document, Heading, Paragraph, Pattern, Piece, isolated
from caseflow.web.blanks.drawn_pattern import drawn_pattern
from caseflow.web.clients.words import Words
from caseflow.web.consents.both_languages import OUTSIDE, BothLanguages, Point
from caseflow.web.consents.desk_words import ACTIONS, OUTSIDE_ACTIONS
from caseflow.web.consents.form_fields import offered_categories
from caseflow.web.consents.two_voices import Said

_TITLE = mark("Consent form")  # of the file
_NUMBER = mark("Number")
_YES_NO = (mark("Yes"), mark("No"))
_LAST_DAY = mark("Last day")
_SIGNING = (mark("Place, day, signature"), mark("Interpreter"), mark("Witness"))
_PATTERN = 28.0  # millimetres
_NUMBERED = "caseflow-form"  # so that a reader of the pattern knows what it has before it


@dataclass(frozen=True, slots=True)
class BlankForm:
    """One printing of a form: a number of its own, and no name."""

    id: UUID
    say: BothLanguages
    words: Words  # in her language
    units: tuple[str, ...]  # names of those that can speak and know
    partners: tuple[str, ...]  # of organisations outside that may be named now
    made_on: date

    @property
    def outside(self) -> bool:
        """Say whether it is the form that names an organisation outside."""
        return self.say.text.template == OUTSIDE

    @property
    def version(self) -> str:
        """Return which text stands on it, in which version and language."""
        text = self.say.text
        return f"{text.template}-{text.version}.{text.language}"


def blank_form(form: BlankForm) -> Document:
    """Return the paper; the pattern carries version and number and nothing of anybody."""
    return Document(form.words.say(_TITLE), form.words.language, form.made_on, tuple(_pieces(form)))


def pattern_of(form: BlankForm) -> Pattern:
    """Return version and number as a camera reads them."""
    return drawn_pattern(f"{_NUMBERED} {form.version} {form.id}", _PATTERN)


def _pieces(form: BlankForm) -> Iterator[Piece]:
    yield Heading(form.say.text.title)
    yield from said_unreviewed(form.words)
    yield pattern_of(form)
    number = f"{isolated(form.version)} · {isolated(str(form.id))}"
    yield Paragraph(f"{form.words.say(_NUMBER)}: {number}", quiet=True)
    for point in form.say.points():
        yield from _point(point)
        if point.key in _ASKED:
            yield from _ASKED[point.key](form)
    yield Boxes(tuple(_both(told) for told in form.say.notices().values()))
    yield from (Blank(_both(form.say.sentence(each))) for each in _SIGNING)


def _point(point: Point) -> Iterator[Piece]:
    yield Heading(_both(point.heading), 2)
    yield Paragraph(point.text.hers)
    if point.text.ours:
        yield Paragraph(point.text.ours, quiet=True)


def _both(said: Said) -> str:
    return f"{said.hers} ({isolated(said.ours)})" if said.ours else said.hers


def _units(form: BlankForm) -> Iterator[Piece]:
    yield Boxes(tuple(map(isolated, form.units)))


def _receivers(form: BlankForm) -> Iterator[Piece]:
    yield Boxes(tuple(map(isolated, form.partners if form.outside else form.units)))


def _categories(form: BlankForm) -> Iterator[Piece]:
    answers = tuple(_both(form.say.sentence(each)) for each in _YES_NO)
    for category in offered_categories(form.words.configuration):
        yield Heading(_both(form.say.label(category.labels)), 3)
        yield Boxes(answers)


def _purposes(form: BlankForm) -> Iterator[Piece]:
    known = form.words.configuration.purposes.values()
    yield Boxes(tuple(_both(form.say.label(each.labels)) for each in known))


def _actions(form: BlankForm) -> Iterator[Piece]:
    offered = OUTSIDE_ACTIONS if form.outside else ACTIONS
    yield Boxes(tuple(_both(form.say.sentence(each)) for each in offered.values()))


def _until(form: BlankForm) -> Iterator[Piece]:
    yield Blank(_both(form.say.sentence(_LAST_DAY)))


# What is asked below which point of the text.
_ASKED: Mapping[str, Callable[[BlankForm], Iterator[Piece]]] = MappingProxyType(
    {
        "who_speaks": _units,
        "who_may_know": _receivers,
        "what": _categories,
        "purpose": _purposes,
        "how": _actions,
        "until": _until,
    }
)
