"""Say of a translation that nobody has reviewed it yet, to her and to the staff beside her."""

from collections.abc import Iterator

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice
from caseflow.paper import Paragraph
from caseflow.vocabulary.tongues import unreviewed

TRANSLATED = mark("No sworn translator has reviewed this translation yet.")
PLAIN = mark("This is German in plain words (Einfache Sprache). No readers have tested it yet.")


def said_unreviewed(voice: Voice) -> Iterator[Paragraph]:
    """Yield it for a paper, in her language and in the provider's, where it has to be said."""
    if voice.reviewed:
        return
    message, ours = unreviewed(voice.language), voice.configuration.languages[0]
    yield Paragraph(voice.say(message), quiet=True)
    yield Paragraph(Voice(ours, voice.configuration).say(message), quiet=True)
