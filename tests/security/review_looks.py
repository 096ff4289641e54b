"""Looks of an officer at what was found in reviews, and at what was signed off."""

from sqlalchemy import select

from caseflow.database.tables.reviews import SignOff
from caseflow.oversight.review import list_findings, show_sign_off
from caseflow.vocabulary.answers import Disclosed
from tests.factories.house import House
from tests.security.filled_house import Filled


def found(house: House, _life: Filled) -> set[str]:
    """Read the findings."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    answer = list_findings(work, olga)
    work.put_away()
    notes = answer.value if isinstance(answer, Disclosed) else ()
    return {each.note for each in notes if each.note is not None}


def signed(house: House, _life: Filled) -> set[str]:
    """Look at a sign-off, whatever its id is now."""
    olga = house.actor("olga", "datenschutz")
    work = house.work(olga)
    with house.sessions() as session:
        name = session.scalars(select(SignOff.id)).one()
    answer = show_sign_off(work, olga, name)
    work.put_away()
    return {"a sign-off"} if isinstance(answer, Disclosed) else set()
