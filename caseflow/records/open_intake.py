"""Open the intake form of the acting unit, filled in with what was told under a consent."""

from datetime import date
from uuid import UUID

from caseflow.database.tables.corrections import Correction
from caseflow.database.tables.records import Fact
from caseflow.database.unit_of_work import Work
from caseflow.records.but_titles import but_titles
from caseflow.records.heed_address import heed_address
from caseflow.records.heed_kin import heed_kin
from caseflow.records.intake import IntakeForm, IntakeQuestion, Source
from caseflow.records.open_pieces import Pieces, report_damage
from caseflow.records.own_unit import kind_of, today
from caseflow.records.story import StoryFact
from caseflow.records.weigh_answers import Weighed, weigh_answers
from caseflow.vault.disclose import disclose
from caseflow.vault.permit import Ask
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.bases import BasisKind
from caseflow.vocabulary.questions.catalogue import Question
from caseflow.vocabulary.states import FactState
from caseflow.vocabulary.units import UnitKind


def open_intake(
    work: Work, actor: Actor, client: UUID, reason: str = ""
) -> Disclosed[IntakeForm] | Refused:
    """Return the unit's questions with the answers that are open to it.

    A closed case opens with a reason only.
    """
    answer = disclose(work, actor, Ask(Act.INTAKE_READ, client, reason=reason), (Fact, Correction))
    if isinstance(answer, Refused):
        return answer
    kind = kind_of(work, actor)
    pieces = Pieces(answer.value)
    facts = but_titles(actor, pieces.facts())
    weighed = weigh_answers(facts, actor.unit)
    heed_kin(work, actor, client, pieces, facts)
    heed_address(work, actor, client, facts)
    report_damage(work, actor, pieces)
    asked = work.configuration.catalogue.asked(kind)
    day = today(work)
    questions = tuple(
        _question(each, kind, weighed.get(each.key), actor.unit, day) for each in asked
    )
    first_day = [each for each in questions if not each.later]
    told = sum(each.state is FactState.ANSWERED for each in first_day)
    seen = pieces.overview(client, actor.unit)
    return Disclosed(IntakeForm(questions, len(first_day), told, tuple(pieces.damaged), seen))


def _question(
    asked: Question, kind: UnitKind, weighed: Weighed | None, unit: UUID, day: date
) -> IntakeQuestion:
    later = kind not in asked.first_day
    if weighed is None:
        return IntakeQuestion(asked.key, later)
    fact, own = weighed.counts, weighed.own
    alike = [each for each in weighed.beside if each.answer == fact.answer]
    old = fact.told_on < day or fact.origin.unit != unit
    return IntakeQuestion(
        question=asked.key,
        later=later,
        state=fact.state,
        value=None if fact.answer is None else fact.answer.value,
        shown=fact.answer,
        source=Source(fact.origin.unit, fact.told_on, fact.origin.basis),
        still_true_asked=asked.volatile and old and _may_be_confirmed(fact),
        own_version=None if own is None else own.origin.version,
        differing=tuple(each for each in weighed.beside if each.differs),
        her_words=tuple(word for each in (fact, *alike) for word in each.her_words),
    )


def _may_be_confirmed(fact: StoryFact) -> bool:
    """Say whether there is an answer that this unit may make its own."""
    lent = fact.origin.basis.kind in {BasisKind.EMERGENCY, BasisKind.EXCEPTION}
    return fact.state is FactState.ANSWERED and not lent
