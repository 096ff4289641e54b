"""Write the record of processing (Art. 30 GDPR)."""

from collections.abc import Iterator

from caseflow.http.language import mark
from caseflow.http.papers.record_words import CONTACT
from caseflow.http.papers.shown_record import Shown
from caseflow.http.papers.voice import Voice
from caseflow.paper import Bullets, Document, Heading, Paragraph, Piece, Table, isolated

TITLE = mark("Record of processing")
_ASOF = mark("Art. 30 of the General Data Protection Regulation. As of %(day)s.")
_CONTROLLER = mark("Who is responsible")
_NAME = mark("Name")
_MISSING = mark("not yet entered: %(fields)s")
_PURPOSES = mark("What data are processed for")
_PERSONS = mark("Whose data")
_CATEGORIES = mark("Which data")
_SPECIAL = mark("%(category)s (special category, Art. 9)")
_RECIPIENTS = mark("Who may get them")
_UNITS = mark("Units of the provider, each by its own work and the consents of the clients:")
_PARTNERS = mark("Organisations outside, each under a consent that names it:")
_NO_PARTNERS = mark("Organisations outside: none is entered.")
_ABROAD = mark(
    "Whether anything is transferred to a third country is entered nowhere in this program."
)
_RETENTION = mark("How long data are kept")
_BY_HAND = mark(
    "The program lists what is due by these periods, and deletes it when two data-protection "
    "officers agree to the list."
)
_RETENTION_HEAD = (
    mark("Class of records"),
    mark("Months"),
    mark("After the end of the year of"),
    mark("Ground"),
)
_MEASURES = mark("Technical and organisational measures")


def record_paper(shown: Shown, voice: Voice) -> Document:
    """Return the paper."""
    pieces = (
        Heading(voice.say(TITLE)),
        Paragraph(voice.say(_ASOF, day=voice.day(shown["made_on"]))),
        *_controller(shown, voice),
        *_listed(_PURPOSES, [each["label"] for each in shown["purposes"]], voice),
        *_listed(_PERSONS, shown["persons"], voice),
        *_listed(_CATEGORIES, [_category(each, voice) for each in shown["categories"]], voice),
        *_recipients(shown, voice),
        *_retention(shown, voice),
        *_listed(_MEASURES, shown["measures"], voice),
    )
    return Document(voice.say(TITLE), voice.language, shown["made_on"], pieces)


def _controller(shown: Shown, voice: Voice) -> Iterator[Piece]:
    said = shown["controller"]
    yield Heading(voice.say(_CONTROLLER), 2)
    lines = [f"{voice.say(_NAME)}: {isolated(said['name'])}"]
    lines += [f"{voice.say(CONTACT[key])}: {isolated(said[key])}" for key in CONTACT if said[key]]
    yield Bullets(tuple(lines))
    if shown["missing"]:
        yield Paragraph(voice.say(_MISSING, fields=", ".join(shown["missing"])))


def _listed(head: str, items: list[str], voice: Voice) -> Iterator[Piece]:
    yield Heading(voice.say(head), 2)
    yield Bullets(tuple(items))


def _category(said: Shown, voice: Voice) -> str:
    label: str = said["label"]
    return voice.say(_SPECIAL, category=label) if said["special"] else label


def _recipients(shown: Shown, voice: Voice) -> Iterator[Piece]:
    yield Heading(voice.say(_RECIPIENTS), 2)
    yield Paragraph(voice.say(_UNITS))
    yield Bullets(tuple(isolated(each["name"]) for each in shown["units"]))
    if shown["partners"]:
        yield Paragraph(voice.say(_PARTNERS))
        yield Bullets(tuple(f"{isolated(p['name'])} ({p['kind']})" for p in shown["partners"]))
    else:
        yield Paragraph(voice.say(_NO_PARTNERS))
    yield Paragraph(voice.say(_ABROAD), quiet=True)


def _retention(shown: Shown, voice: Voice) -> Iterator[Piece]:
    yield Heading(voice.say(_RETENTION), 2)
    rows = tuple(
        (each["label"], str(each["months"]), each["after"], each["ground"])
        for each in shown["retention"]
    )
    yield Table(tuple(map(voice.say, _RETENTION_HEAD)), rows, (6, 2, 4, 6))
    yield Paragraph(voice.say(_BY_HAND), quiet=True)
