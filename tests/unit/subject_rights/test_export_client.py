from typing import Any
from uuid import UUID

from caseflow.consents import record_refusal
from caseflow.consents.record_refusal import Declined
from caseflow.exceptions import keep_copy
from caseflow.records import Approved, write_summary
from caseflow.subject_rights import export_client
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.answers import Disclosed, Done, Reason, Refused
from tests.factories.clients import Known, case_at, consented, entry, fact, new_client, write
from tests.factories.copies import copied, copies, shared, taken_back
from tests.factories.corrections import NOT_SO, said, settled_so
from tests.factories.desk_forms import close
from tests.factories.emergencies import declared
from tests.factories.house import House
from tests.unit.records.desk_work import do, done
from tests.unit.vault.reading import newest


def _copy(house: House, actor: Actor, known: Known, *release: str) -> Any:  # noqa: ANN401 - JSON
    answer = export_client(house.work(actor), actor, known.id, release)
    assert isinstance(answer, Disclosed), answer
    return answer.value


def _written(house: House, actor: Actor, known: Known) -> list[str]:
    ids = write(
        house,
        actor,
        known,
        entry("Er hat gedroht."),
        fact("mother_tongue", '{"type":"text","value":"Dari"}', "identity"),
        fact("children", '{"type":"list","value":["Deniz"]}', "family"),
    )
    return [str(each) for each in ids]


def test_it_holds_what_the_unit_wrote_and_leaves_others_out(house: House) -> None:
    berta, frieda = house.actor("berta", "beratung"), house.actor("frieda", "frauenhaus")
    known = new_client(house, berta)
    [note, *_] = _written(house, berta, known)
    consent = consented(house, berta, known, [frieda.unit], ["violence", "family"])
    case_at(house, frieda, known)
    made = _copy(house, berta, known)
    assert [each["redacted"] for each in made["entries"]] == [True]
    values = {each["question"]: each["value"] for each in made["answers"]}
    assert values == {"mother_tongue": "Dari", "children": None}
    told = newest(house, Act.CLIENT_EXPORT)
    assert {each["category"] for each in told["drawers"]} == {"violence", "identity", "family"}
    assert "entries.text" in told["fields"]
    assert "details" not in told
    whole = _copy(house, berta, known, note, "children")
    assert whole["entries"][0]["text"] == "Er hat gedroht."
    assert {each["question"]: each["value"] for each in whole["answers"]}["children"] == ["Deniz"]
    assert newest(house, Act.CLIENT_EXPORT)["details"] == {"released": "2"}
    received = _copy(house, frieda, known)
    assert received["entries"] == received["answers"] == []
    named = [(each["unit"], each["category"]) for each in received["opened_by_others"]]
    assert named == [("beratung", "family"), ("beratung", "violence")]
    assert {each["consent"] for each in received["opened_by_others"]} == {str(consent.id)}
    told = newest(house, Act.CLIENT_EXPORT)
    assert "drawers" not in told
    assert {each["kind"] for each in told["bases"]} == {"membership", "own_unit"}


def test_consents_and_refusals_are_in_it_and_nobody_who_works_there(house: House) -> None:
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    shelter = house.units["frauenhaus"]
    consented(house, berta, known, [shelter], ["family"])
    declined = Declined(
        to_units=frozenset({shelter}),
        categories=frozenset({"health"}),
        purposes=frozenset({"case_work"}),
        language="de",
    )
    work = house.work(berta)
    assert isinstance(record_refusal(work, berta, known.id, declined), Done)
    work.finish()
    [note, *_] = _written(house, berta, known)
    for text in ("Ich bin hier.", "Ich bin angekommen."):
        done(do(house, berta, write_summary, known.id, Approved("violence", text)))
    word = said(house, berta, known.id, UUID(note))
    settled_so(house, berta, word, "taken_back", "")
    made = _copy(house, berta, known)
    # What is over is kept too, so it is hers to have.
    [paragraph] = made["summary"]
    assert [each["text"] for each in paragraph["before"]] == ["Ich bin hier."]
    [ended] = made["entries"][0]["not_so"]
    assert (ended["text"], ended["outcome"]) == (NOT_SO, "taken_back")
    assert [each["state"] for each in made["consents"]] == ["active"]
    assert [each["categories"] for each in made["refusals"]] == [["health"]]
    assert made["client"] == {"id": str(known.id), "code": known.code}
    assert "Berta" not in str(made)
    assert str(berta.staff) not in str(made)


def test_it_is_made_by_whoever_works_on_her_case_alone(house: House) -> None:
    berta, wanda = house.actor("berta", "beratung"), house.actor("wanda", "wohnen")
    known = new_client(house, berta)
    _written(house, berta, known)
    not_open = Refused(Reason.NOT_OPEN)
    assert export_client(house.work(wanda), wanda, known.id) == not_open
    olga, ida = house.actor("olga", "datenschutz"), house.actor("ida", "wohnen")
    assert export_client(house.work(olga), olga, known.id) == not_open
    case_at(house, wanda, known)
    assert export_client(house.work(ida), ida, known.id) == Refused(Reason.NOT_YOUR_ROLE)
    declared(house, wanda, known, "family")
    assert _copy(house, wanda, known)["answers"] == []
    close(house, known)
    shut = export_client(house.work(berta), berta, known.id)
    assert shut == Refused(Reason.REASON_NEEDED)
    opened = export_client(house.work(berta), berta, known.id, (), "Sie bittet darum.")
    assert isinstance(opened, Disclosed)


def test_a_copy_says_whence_it_is_and_on_what_it_stays(house: House) -> None:
    where, olga = shared(house), house.actor("olga", "datenschutz")
    copied(house, where)
    told = {
        "told_to": "beratung",
        "at": "2026-03-02T09:00:00.000000Z",
        "consent": str(where.consent),
        "kept_for": None,
    }
    [entry_of] = _copy(house, where.frieda, where.known)["entries"]
    assert entry_of["copied"] == told
    taken_back(house, where)
    assert _copy(house, where.frieda, where.known)["entries"] == []
    [drawer] = copies(house, where.known)
    work = house.work(olga)
    assert keep_copy(work, olga, drawer.id, "statutory_duty", "Gesetz") == Done(None)
    work.finish()
    [entry_of] = _copy(house, where.frieda, where.known)["entries"]
    assert entry_of["copied"] == {**told, "kept_for": "statutory_duty"}
    [original] = _copy(house, where.berta, where.known)["entries"]
    assert "copied" not in original
