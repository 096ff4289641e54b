"""Write a report on accesses, for a client or for a guardian.

What a blocked guardian gets is letter by letter what is said where nothing is recorded.
"""

from collections.abc import Iterator, Mapping
from uuid import UUID

from caseflow.http.language import mark
from caseflow.http.papers.access_words import deed_said, ground_said
from caseflow.http.papers.unreviewed import said_unreviewed
from caseflow.http.papers.voice import Voice
from caseflow.paper import Document, Heading, Paragraph, Piece, Table, isolated
from caseflow.subject_rights import AccessReport, Audience, Sight

TITLE = mark("Information")  # of the file: says nothing of anybody
_HEAD = mark("Who has seen your data")
_HEAD_GUARDIAN = mark("Information on accesses")
_TO_HER = mark(
    "%(provider)s tells you which of its units saw something of you or told it on: on which day, "
    "what it was about, what for and on which ground (Art. 15 of the General Data Protection "
    "Regulation). As of %(day)s."
)
_TO_GUARDIAN = mark(
    "%(provider)s answers your question about accesses to data as far as it may be answered to you "
    "(Art. 15 of the General Data Protection Regulation). As of %(day)s."
)
_NOTHING = mark("Nothing is recorded that could be told.")
_NO_NAMES = mark(
    "Names of staff are not told as a rule. If you need one to pursue your rights, ask the "
    "data-protection officer."
)
_MAY_MISS = mark(
    "Something may be missing here for as long as telling of it would endanger somebody or violate "
    "the rights of others (Art. 15(4) of the Regulation)."
)
_REFUSED = mark("Requests that were turned away, so that nothing was seen: %(count)s.")
_RIGHTS = mark(
    "You may have what is wrong corrected, ask for erasure or restriction, take any consent back "
    "at any time, and complain to a data-protection authority."
)
_OFFICER = mark("Data-protection officer: %(contact)s")
_COLUMNS = (mark("Day"), mark("Unit"), mark("What"), mark("About"), mark("What for, and why"))
_COLUMNS_GUARDIAN = (
    mark("Month"),
    mark("Who"),
    mark("What"),
    mark("About"),
    mark("What for, and why"),
)
_SOME_UNIT = mark("a unit of the provider")
_TIMES = mark("%(what)s (%(count)s times)")
_WIDTHS = (3, 4, 5, 5, 5)


def access_paper(report: AccessReport, voice: Voice, units: Mapping[UUID, str]) -> Document:
    """Return the paper."""
    hers = report.audience is Audience.CLIENT
    head, intro = (_HEAD, _TO_HER) if hers else (_HEAD_GUARDIAN, _TO_GUARDIAN)
    provider, day = isolated(voice.configuration.provider), voice.day(report.made_on)
    pieces: list[Piece] = [
        Heading(voice.say(head)),
        *said_unreviewed(voice),
        Paragraph(voice.say(intro, provider=provider, day=day)),
        _accesses(report, voice, units),
        *_below(report, voice),
    ]
    return Document(voice.say(TITLE), voice.language, report.made_on, tuple(pieces))


def report_table(report: AccessReport, voice: Voice, units: Mapping[UUID, str]) -> Table:
    """Return what is told as a table; without any row where there is nothing."""
    columns = _COLUMNS if report.audience is Audience.CLIENT else _COLUMNS_GUARDIAN
    rows = tuple(_row(each, voice, units) for each in report.sights)
    return Table(tuple(map(voice.say, columns)), rows, _WIDTHS)


def _accesses(report: AccessReport, voice: Voice, units: Mapping[UUID, str]) -> Piece:
    table = report_table(report, voice, units)
    return table if table.rows else Paragraph(voice.say(_NOTHING))


def _below(report: AccessReport, voice: Voice) -> Iterator[Paragraph]:
    if report.refused is not None:
        yield Paragraph(voice.say(_REFUSED, count=voice.count(report.refused)))
    for each in (_NO_NAMES, _MAY_MISS, _RIGHTS):
        yield Paragraph(voice.say(each), quiet=True)
    officer = voice.configuration.contact.officer
    if officer:
        yield Paragraph(voice.say(_OFFICER, contact=isolated(officer)), quiet=True)


def _row(sight: Sight, voice: Voice, units: Mapping[UUID, str]) -> tuple[str, ...]:
    return (
        period_said(sight, voice),
        isolated(unit_said(sight, voice, units)),
        what_said(sight, voice),
        voice.listed(tuple(map(voice.category_name, sight.categories))) or "–",
        why_said(sight, voice),
    )


def period_said(sight: Sight, voice: Voice) -> str:
    """Return the day, or of what is told to guardians the month."""
    return voice.day(sight.day) if sight.times else voice.month(sight.day)


def unit_said(sight: Sight, voice: Voice, units: Mapping[UUID, str]) -> str:
    """Return the unit, where it is said."""
    return voice.say(_SOME_UNIT) if sight.unit is None else units.get(sight.unit, "–")


def what_said(sight: Sight, voice: Voice) -> str:
    """Return what was done, to whom it was told, and how often."""
    what = deed_said(sight.deed, voice)
    told = f"{what}: {isolated(sight.partner)}" if sight.partner else what
    return voice.say(_TIMES, what=told, count=voice.count(sight.times)) if sight.times > 1 else told


def why_said(sight: Sight, voice: Voice) -> str:
    """Return what for and on which grounds."""
    purpose = [voice.purpose(sight.purpose)] if sight.purpose else []
    return "; ".join([*purpose, *(ground_said(each, voice) for each in sight.grounds)]) or "–"
