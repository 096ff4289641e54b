"""What is typed to propose an erasure, and how its choices are called."""

from collections.abc import Iterable

from caseflow.http.language import gettext
from caseflow.http.papers.erasure_words import GROUNDS
from caseflow.http.schemas import InSchema, Line
from caseflow.subject_rights.erasure import Proposal
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.units import Unit
from caseflow.web.forms import Form

LONGEST = 4000
EVERYTHING = "everything"


class ErasureForm(InSchema):
    """Of whose file, on which ground, and why; an officer names the client too."""

    named = Line(most=100, required=False)
    file_of = Line(most=100, required=False)
    ground = Line(most=20, required=False)
    text = Line(most=LONGEST, required=False)


def proposal_of(form: Form, units: Iterable[Unit]) -> Proposal:
    """Return what was typed; a unit that is none is refused by the room."""
    slug = form.values.get("file_of", "")
    ids = {unit.slug: unit.id for unit in units}
    unit = None if slug == EVERYTHING else ids.get(slug) or new_id()
    return Proposal(unit, form.values.get("ground", ""), form.values.get("text", ""))


def grounds() -> list[tuple[str, str]]:
    """Return the grounds to choose from."""
    return [(str(key), gettext(name)) for key, name in GROUNDS.items()]


def ground_name(ground: str) -> str:
    """Return on which ground something is to go."""
    return gettext(GROUNDS[ground]) if ground in GROUNDS else ground
