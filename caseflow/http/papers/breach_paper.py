"""Write the facts for a notice of a breach of personal data (Art. 33, 34 GDPR)."""

from collections.abc import Iterator
from datetime import date

from caseflow.http.language import mark
from caseflow.http.papers.voice import Voice
from caseflow.oversight import Breach
from caseflow.paper import Document, Heading, Paragraph, Piece, Table

_TITLE = mark("Facts for a notice of a breach")
_PERIOD = mark("From %(since)s to %(until)s, account %(staff)s.")
_HOW_MANY = mark("Records of %(clients)s clients were seen, in %(entries)s entries of the log.")
_IDS = mark(
    "Clients stand here by their random ids; who they are is known to the units that have them."
)
_CATEGORIES = mark("Which data")
_CLIENTS = mark("Whose")
_HEAD = (mark("Category"), mark("Clients"))
_ROWS = (mark("Id"), mark("Entries"), mark("Categories"))


def breach_paper(found: Breach, made_on: date, voice: Voice) -> Document:
    """Return the paper."""
    return Document(voice.say(_TITLE), voice.language, made_on, tuple(_pieces(found, voice)))


def _pieces(found: Breach, voice: Voice) -> Iterator[Piece]:
    zone = voice.configuration.zone
    days = {
        "since": voice.day(found.since.astimezone(zone).date()),
        "until": voice.day(found.until.astimezone(zone).date()),
    }
    yield Heading(voice.say(_TITLE))
    yield Paragraph(voice.say(_PERIOD, staff=str(found.staff), **days))
    counted = {"clients": str(len(found.clients)), "entries": str(found.entries)}
    yield Paragraph(voice.say(_HOW_MANY, **counted))
    yield Paragraph(voice.say(_IDS), quiet=True)
    yield Heading(voice.say(_CATEGORIES), 2)
    by_category = tuple((voice.category_name(key), str(n)) for key, n in found.categories.items())
    yield Table(tuple(map(voice.say, _HEAD)), by_category, (3, 1))
    yield Heading(voice.say(_CLIENTS), 2)
    rows = tuple(
        (
            str(each.client),
            str(each.entries),
            ", ".join(voice.category_name(key) for key in sorted(each.categories)),
        )
        for each in found.clients
    )
    yield Table(tuple(map(voice.say, _ROWS)), rows, (4, 1, 4))
