"""Write the sign-off of a review: what stands on paper elsewhere cannot be changed with the log."""

from collections.abc import Callable, Iterator
from datetime import date

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice
from caseflow.oversight.review import SignOffView
from caseflow.paper import Document, Heading, Paragraph, Piece, Table, isolated

_TITLE = mark("Sign-off of the access log")
_WHO = mark("Reviewed by %(name)s on %(day)s.")
_UP_TO = mark("The log up to entry %(size)s, from entry %(first)s on.")
_LOG = mark("The log at this checkpoint")
_SIZE = mark("Size")
_ROOT = mark("Root")
_SEED = mark("Seed of the sample")
_SAMPLE = mark("Sample")
_QUERIES = mark("Queries, version %(version)s")
_COUNTS = mark("What was counted")
_FINDINGS = mark("Findings: %(count)s")
_KEEP = mark(
    "Keep this sheet outside the computer that keeps the log. Whoever verifies the log compares"
    " size and root with it."
)
_HEAD = (mark("What"), mark("Value"))


def sign_off_paper(
    view: SignOffView, name: str, made_on: date, voice: Voice, named: Callable[[str], str]
) -> Document:
    """Return the paper; `named` says what was counted."""
    pieces = tuple(_pieces(view, name, voice, named))
    return Document(voice.say(_TITLE), voice.language, made_on, pieces)


def _pieces(
    view: SignOffView, name: str, voice: Voice, named: Callable[[str], str]
) -> Iterator[Piece]:
    yield Heading(voice.say(_TITLE))
    day = voice.day(view.signed_at.astimezone(voice.configuration.zone).date())
    yield Paragraph(voice.say(_WHO, name=isolated(name), day=day))
    yield Paragraph(voice.say(_UP_TO, size=str(view.size), first=str(view.first)))
    yield Heading(voice.say(_LOG), 2)
    yield _table(
        voice,
        (voice.say(_SIZE), str(view.size)),
        (voice.say(_ROOT), view.root.hex()),
        (voice.say(_SEED), view.seed.hex()),
        (voice.say(_SAMPLE), " ".join(map(str, view.sample))),
    )
    yield Heading(voice.say(_COUNTS), 2)
    yield _table(voice, *((named(what), str(count)) for what, count in view.counts.items()))
    yield Paragraph(voice.say(_FINDINGS, count=str(len(view.findings))))
    yield Heading(voice.say(_QUERIES, version=str(view.queries_version)), 2)
    yield from (Paragraph(f"{rules}: {parameters}") for rules, parameters in view.queries)
    yield Paragraph(voice.say(_KEEP))


def _table(voice: Voice, *rows: tuple[str, str]) -> Table:
    return Table((voice.say(_HEAD[0]), voice.say(_HEAD[1])), rows, (2, 5))
