from collections.abc import Mapping
from typing import Any

from sqlalchemy import update

from caseflow.database.tables.records import DisclosureContent
from caseflow.disclosures import acknowledge
from caseflow.records.change_entry import change_entry
from caseflow.subject_rights import export_client
from caseflow.vocabulary.answers import Disclosed
from tests.factories.clients import case_at
from tests.factories.declarations import took_back
from tests.factories.house import House
from tests.factories.partners import POLICE, told
from tests.factories.telling import Ready


def exported(ready: Ready, name: str = "berta", slug: str = "beratung") -> Mapping[str, Any]:
    actor = ready.house.actor(name, slug)
    answer = export_client(ready.house.work(actor), actor, ready.known.id)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def test_what_was_told_outside_stands_in_her_copy_exactly(house: House) -> None:
    ready = Ready(house)
    made = told(house, ready.berta, ready.known, ready.consent, ready.entry, facts=("client_name",))
    [copy] = exported(ready)["disclosures"]
    assert (copy["id"], copy["partner"], copy["received_at"]) == (str(made.id), POLICE.name, None)
    [entry] = copy["entries"]
    assert (entry["text"], entry["redacted"]) == ("Er hat gedroht.", False)
    [answer] = copy["answers"]
    assert (answer["value"], answer["labels"]["de"] != "") == ("Samira", True)
    work = house.work(ready.berta)
    acknowledge(work, ready.berta, made.id)
    work.finish()
    change_entry(work, ready.berta, ready.entry, 1, {"text": "Er hat nicht gedroht."})
    work.finish()
    [copy] = exported(ready)["disclosures"]
    assert {copy["received_at"], copy["overtaken_at"]} == {copy["told_at"]}
    assert (copy["retold"], copy["retold_at"]) == (None, None)


def test_its_consent_names_the_partner_and_what_was_taken_back(house: House) -> None:
    ready = Ready(house)
    took_back(house, ready.berta, ready.known, ready.consent)
    [consent] = exported(ready)["consents"]
    [part] = consent["parts"]
    assert (part["to_units"], part["partner"]) == ([], POLICE.name)
    assert {each["partner"] for each in consent["taken_back"]} <= {POLICE.name}


def test_what_is_damaged_is_named_and_another_unit_learns_nothing(house: House) -> None:
    ready = Ready(house)
    ready.told()
    with house.sessions() as session:
        session.execute(update(DisclosureContent).values(told=bytes(80)))
        session.commit()
    copy = exported(ready)
    assert [each["table"] for each in copy["damaged"]] == ["disclosure_contents"]
    assert copy["disclosures"][0]["entries"] == []
    case_at(house, house.actor("frieda", "frauenhaus"), ready.known)
    other = exported(ready, "frieda", "frauenhaus")
    assert (other["disclosures"], other["consents"]) == ([], [])
