"""Acts of counselling on what it has told a partner outside, each answering with what it got."""

from sqlalchemy import select

from caseflow.audit.record import record_alarms
from caseflow.database.tables.partners import Disclosure
from caseflow.database.unit_of_work import Work
from caseflow.disclosures import list_disclosures, print_disclosure
from caseflow.vocabulary.answers import Disclosed
from tests.factories.house import House
from tests.security.filled_house import Filled


def printed(house: House, _life: Filled) -> set[str]:
    """Print once more what the police was told."""
    berta = house.actor("berta", "beratung")
    with house.sessions() as session:
        made = session.scalars(select(Disclosure.id)).one()
    work = house.work(berta)
    answer = print_disclosure(work, berta, made)
    _leave(work)
    if not isinstance(answer, Disclosed):
        return set()
    return {each.text or "" for each in answer.value.hand_out.entries}


def listed(house: House, life: Filled) -> set[str]:
    """List what was told of her."""
    berta = house.actor("berta", "beratung")
    work = house.work(berta)
    answer = list_disclosures(work, berta, life.known.id)
    _leave(work)
    return {"told"} if isinstance(answer, Disclosed) and answer.value else set()


def _leave(work: Work) -> None:
    record_alarms(work)
    work.finish()
    work.put_away()
