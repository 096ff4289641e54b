"""Found the demo's provider, and let its people join as they would anywhere."""

from typing import TYPE_CHECKING

from caseflow.cli.demo.people import LEAD, OVERSIGHT, PASSWORD, STAFF, UNITS
from caseflow.cli.demo.stage import must
from caseflow.identity import admit, end_membership, invite, join, memberships
from caseflow.operations.found_installation import Founding, found_installation
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Invalid
from caseflow.vocabulary.errors import OperatorError

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy import Engine

    from caseflow.cli.demo.people import Person
    from caseflow.cli.demo.stage import Player, Stage
    from caseflow.database.unit_of_work import Work
    from caseflow.operations.installation_keys import OutsideKeys
    from caseflow.vocabulary.answers import Done, Refused
    from caseflow.vocabulary.clock import Clock
    from caseflow.vocabulary.configuration import Configuration


def found_provider(
    engine: "Engine", outside: "OutsideKeys", configuration: "Configuration", clock: "Clock"
) -> None:
    """Found the installation; the lead of all units is its founder."""
    founding = Founding(
        provider=configuration.provider, founder=LEAD.account(), password=PASSWORD, units=UNITS
    )
    answer = found_installation(engine, outside, configuration, clock, founding)
    if isinstance(answer, Invalid):
        raise OperatorError(
            "The demo's provider does not fit this configuration: {answer}", answer=answer
        )


def admit_staff(stage: "Stage") -> None:
    """Invite the others, let them set their passwords, and admit each to her units."""
    lead = stage.enter(LEAD.email, OVERSIGHT)
    joined = {person.email: _join(stage, lead, person) for person in STAFF if person is not LEAD}
    for unit in (*(unit.slug for unit in UNITS), OVERSIGHT):
        lead.act_in(unit)
        for person in STAFF:
            if unit in person.roles and person is not LEAD:
                must(lead.try_to(admit, joined[person.email], person.roles[unit]))
    must(lead.try_to(_leave_oversight))  # whoever works with clients does not review the log
    lead.leave()


def _join(stage: "Stage", lead: "Player", person: "Person") -> "UUID":
    invited = must(lead.do(invite, person.account()))
    return must(stage.alone(join, invited.token, PASSWORD)).staff


def _leave_oversight(work: "Work", actor: Actor) -> "Done[UUID] | Invalid | Refused":
    held = memberships(work, actor.staff)
    return end_membership(work, actor, next(each.id for each in held if each.unit.id == actor.unit))
