"""Letters as they are typed, in a test's words."""

from caseflow.letters import LetterDraft
from caseflow.vocabulary.actors import Actor
from tests.factories.clients import Known
from tests.factories.house import House
from tests.unit.records.desk_work import tell

PLACE = "Café am Markt"


def appointment(way: str = "in_person", **changed: str) -> LetterDraft:
    """Return a letter about an appointment."""
    typed = {"name": "A. Schmidt", "day": "4. Mai", "time": "9", "place": PLACE}
    return LetterDraft("appointment", "de", way, {**typed, **changed}, note="ausgedruckt")


def lets_write(house: House, actor: Actor, known: Known) -> None:
    """Let her be written to: by e-mail, and by post to a flat of her own."""
    tell(house, actor, known, "safe_contact_rules", ["email"])
    tell(house, actor, known, "current_stay", "own_home")
