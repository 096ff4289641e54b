"""Find what is wrong with the form of a consent, or still missing: one rule set for both ways."""

from dataclasses import dataclass

from caseflow.consents import known_partners
from caseflow.consents.check_declaration import check_declaration
from caseflow.consents.check_offer import check_purposes, check_recipients
from caseflow.consents.sharing_units import sharing_units
from caseflow.http import current
from caseflow.vocabulary.answers import Problem
from caseflow.web.consents.read_declaration import Asked, at_fields, read_declaration
from caseflow.web.consents.read_interpreter import check_interpreter
from caseflow.web.forms import Form
from caseflow.web.moments import today

SIGNATURE = "signature"  # given behind the preview: nobody signs what she has not seen together


@dataclass(frozen=True, slots=True)
class LookedOver:
    """What the form says, what of it cannot be read, and what the rooms find wrong."""

    asked: Asked
    unread: tuple[Problem, ...]
    wrong: tuple[Problem, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return all that has to be mended before she can sign."""
        return (*self.unread, *(each for each in self.wrong if each.field != SIGNATURE))

    @property
    def unsigned(self) -> tuple[Problem, ...]:
        """Return what is wrong with a signature that is to be recorded."""
        return tuple(each for each in self.wrong if each.field == SIGNATURE)


def look_over(form: Form) -> LookedOver:
    """Return what a form says that has no field that cannot be taken."""
    asked, unread = read_declaration(form.values, current.work().configuration, today())
    wrong = at_fields(_wrong(asked, unread))
    if asked.agreed or unread:
        wrong = (*wrong, *check_interpreter(form.values))
    return LookedOver(asked, unread, wrong)


def _wrong(asked: Asked, unread: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what the rooms find wrong; a refusal names no days and needs no witness.

    As long as a question is open, it may become a yes.
    """
    work = current.work()
    known, declared, partners = sharing_units(work), asked.declaration, known_partners(work)
    if asked.agreed or unread:
        return check_declaration(declared, known, work.configuration, work.clock.now(), partners)
    return (
        *check_recipients(declared.offer.to_units, declared.offer.partner, known, partners),
        *check_purposes(declared.offer.purposes, work.configuration),
    )
