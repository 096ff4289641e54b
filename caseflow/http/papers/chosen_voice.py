"""Read in which language a paper is wanted; one without sentences is refused, naming the others."""

from marshmallow import ValidationError

from caseflow.http import current
from caseflow.http.language import language
from caseflow.http.papers.voice import Voice, spoken
from caseflow.vocabulary.answers import Problem


def check_language(typed: str) -> None:
    """Refuse a language that there are no sentences in."""
    known = spoken(current.work().configuration)
    if typed not in known:
        raise ValidationError([Problem("", "language_unknown", {"known": ", ".join(known)})])


def chosen_voice(chosen: str | None) -> Voice:
    """Return the voice of a language that was checked; of the reader's where none was chosen."""
    return Voice(chosen or language(), current.work().configuration)
