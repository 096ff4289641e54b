"""What a desk types into the form of a consent, and people who are logged in."""

from typing import Any

from flask import Flask

from caseflow.database.tables.accounts import Staff
from caseflow.keys.staff_keys import make_staff_pair
from caseflow.records import close_case, list_cases
from caseflow.vocabulary.answers import Disclosed, Done
from caseflow.vocabulary.states import Notice
from tests.factories.application import Visitor
from tests.factories.clients import Known
from tests.factories.house import PASSWORD, House, configuration

OFFERED = [each.key for each in configuration().categories.values() if each.consentable]


def consent_form(house: House, *agreed: str, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    """Return the form by which counselling may tell the shelter of these categories."""
    answers = {f"category-{key}": "yes" if key in agreed else "no" for key in OFFERED}
    return {
        "language": "de",
        "from_units": [str(house.units["beratung"])],
        "to_units": [str(house.units["frauenhaus"])],
        "purposes": ["case_work"],
        "actions": ["view"],
        "valid_until": "31.12.2026",
        "declared_by": "client",
        "form": "signed_paper",
        "receipt": "printed",
        "notices": [notice.value for notice in Notice],
        "step": "preview",
        **answers,
        **changed,
    }


def interpreted(name: str) -> dict[str, str]:
    """Return the fields by which somebody interpreted who may."""
    return {
        "interpreter": name,
        "interpreter_language": "Farsi",
        "interpreter_promised": "yes",
        "interpreter_wanted": "yes",
    }


def visiting(app: Flask, name: str, house: House | None = None, slug: str = "") -> Visitor:
    """Return somebody who is logged in, and acts in this unit if she has several."""
    visitor = Visitor(app)
    visitor.log_in(name)
    if house is not None:
        visitor.send("/unit", membership=str(house.memberships[name, slug].id))
    return visitor


def administrator(app: Flask, house: House) -> Visitor:
    """Return an administrator of this house, logged in."""
    work = house.work()
    person = Staff(
        email="ada@example.org",
        name="Ada",
        language="de",
        administrator=True,
        created_at=work.clock.now(),
    )
    work.session.add(person)
    work.session.flush()
    house.staff["ada"] = person.id
    make_staff_pair(work, person.id, PASSWORD)
    work.finish()
    return visiting(app, "ada")


def close(house: House, known: Known) -> None:
    """Close the case that counselling has of a client."""
    lead = house.actor("lea", "beratung")
    work = house.work(lead)
    cases = list_cases(work, lead, known.id)
    assert isinstance(cases, Disclosed)
    assert isinstance(close_case(work, lead, cases.value[0].id), Done)
    work.finish()
