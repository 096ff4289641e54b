"""The options of commands that write a paper, and the language it is written in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from caseflow.cli.reader_language import reader_language
from caseflow.http.papers.voice import Voice, spoken, spoken_to_her
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from caseflow.database.unit_of_work import Work
    from caseflow.vocabulary.actors import Actor, Person

F = TypeVar("F", bound=Callable[..., Any])


def paper_options(command: F) -> F:
    """Give a command the options that name form, language and file."""
    form = click.option(
        "--format", "form", type=click.Choice(["json", "pdf"]), default="json", help="The form."
    )
    language = click.option(
        "--language", default="", metavar="CODE", help="Of the paper; left out: the terminal's."
    )
    output = click.option(
        "--output", type=click.File("wb", lazy=True), default="-", help="The file."
    )
    return form(language(output(command)))


def voice_for(work: "Work", _who: "Actor | Person", language: str) -> Voice:
    """Return the voice of the paper; raises OperatorError for a language without sentences."""
    return _voice(work, language, spoken(work.configuration))


def her_voice_for(work: "Work", _who: "Actor | Person", language: str) -> Voice:
    """Return the voice of a paper for a client, whose languages are more; raises the same."""
    return _voice(work, language, spoken_to_her(work.configuration))


def _voice(work: "Work", language: str, known: tuple[str, ...]) -> Voice:
    chosen = language or reader_language(spoken(work.configuration))
    if chosen not in known:
        raise OperatorError(
            "There are no sentences in {language}; there are: {known}.",
            language=language,
            known=", ".join(known),
        )
    return Voice(chosen, work.configuration)
