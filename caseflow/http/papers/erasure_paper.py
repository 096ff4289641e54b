"""Write the record of an erasure: by which number, why, and when the last old copy is dead."""

from collections.abc import Mapping
from uuid import UUID

from caseflow.http.language import mark
from caseflow.http.papers.erasure_words import EVERYTHING, FILE_OF, GROUNDS, STATES
from caseflow.http.papers.unreviewed import said_unreviewed
from caseflow.http.papers.voice import Voice
from caseflow.paper import Document, Heading, Paragraph, Piece, Table, isolated
from caseflow.subject_rights.erasure import ErasureView
from caseflow.vocabulary.clock import local_day

TITLE = mark("Record of an erasure")
_HEAD = (mark("About"), mark("Said"))
_CLIENT = mark("Random number of the record")
_SCOPE = mark("What was to go")
_GROUND = mark("Ground")
_STATE = mark("The proposal")
_PROPOSED = mark("Proposed on")
_AGREED = mark("Answered by a second person on")
_ERASED = mark("Erased on")
_DRAWERS = mark("Drawers whose keys were destroyed")
_ENVELOPES = mark("Envelopes of these keys")
_PIECES = mark("Sealed pieces deleted")
_COMPLETE = mark("The last old backup is dead on")
_LEFT = mark(
    "Kept as evidence (Art. 5(2), 7(1) GDPR), without a name and without words: that there were "
    "consents, withdrawals, disclosures and emergencies, and the entries of the access log."
)
_COPIES = mark(
    "The day counts backups that the program has made. Replicas, archives and copies that somebody "
    "took elsewhere live as long as whoever keeps them lets them."
)


def erasure_paper(view: ErasureView, voice: Voice, units: Mapping[UUID, str]) -> Document:
    """Return the paper; it names nobody."""
    made_on = view.proposed_at if view.erased_at is None else view.erased_at
    day = local_day(made_on, voice.configuration.zone)
    rows = tuple((voice.say(what), said) for what, said in lines_of(view, voice, units))
    pieces: tuple[Piece, ...] = (
        Heading(voice.say(TITLE)),
        *said_unreviewed(voice),
        Paragraph(isolated(voice.configuration.provider)),
        Table(tuple(map(voice.say, _HEAD)), rows, (6, 10)),
        Paragraph(voice.say(_LEFT)),
        Paragraph(voice.say(_COPIES), quiet=True),
    )
    return Document(voice.say(TITLE), voice.language, day, pieces)


def lines_of(view: ErasureView, voice: Voice, units: Mapping[UUID, str]) -> list[tuple[str, str]]:
    """Return what the record says, line by line."""
    zone = voice.configuration.zone
    scope = (
        voice.say(EVERYTHING)
        if view.unit is None
        else voice.say(FILE_OF, unit=isolated(units.get(view.unit, str(view.unit))))
    )
    lines = [
        (_CLIENT, str(view.client)),
        (_SCOPE, scope),
        (_GROUND, voice.say(GROUNDS.get(view.ground, view.ground))),
        (_STATE, voice.say(STATES[view.state])),
        (_PROPOSED, voice.day(local_day(view.proposed_at, zone))),
    ]
    if view.answered_at is not None:
        lines.append((_AGREED, voice.day(local_day(view.answered_at, zone))))
    if view.erased_at is not None and view.complete_on is not None:
        lines += [
            (_ERASED, voice.day(local_day(view.erased_at, zone))),
            (_DRAWERS, voice.count(view.drawers)),
            (_ENVELOPES, voice.count(view.envelopes)),
            (_PIECES, voice.count(view.pieces)),
            (_COMPLETE, voice.day(view.complete_on)),
        ]
    return lines
