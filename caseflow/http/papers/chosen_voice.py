"""Read in which language a paper is wanted; one without sentences is refused, naming the others."""

from marshmallow import ValidationError

from caseflow.http import current
from caseflow.http.language import language
from caseflow.http.papers.voice import Voice, spoken, spoken_to_her
from caseflow.vocabulary.answers import Problem


def check_language(typed: str) -> None:
    """Refuse a language that there are no sentences in."""
    _check(typed, spoken(current.work().configuration))


def check_her_language(typed: str) -> None:
    """Refuse a language that no client can be written to in."""
    _check(typed, spoken_to_her(current.work().configuration))


def chosen_voice(chosen: str | None) -> Voice:
    """Return the voice of a language that was checked; of the reader's where none was chosen."""
    return Voice(chosen or language(), current.work().configuration)


def _check(typed: str, known: tuple[str, ...]) -> None:
    if typed not in known:
        raise ValidationError([Problem("", "language_unknown", {"known": ", ".join(known)})])
