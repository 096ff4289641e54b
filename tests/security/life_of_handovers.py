"""How clients are handed over in a random life, and what the units read of it."""

from datetime import timedelta

from tests.security.life import Life
from tests.security.life_of_records import opened
from tests.security.reference import Handover, Who
from tests.security.world import KINDS


def send(life: Life) -> None:
    """Propose a client to another unit, mostly with one of her consents."""
    client = life.client()
    who, to_unit = life.somebody(client), life.one([*life.units, "datenschutz"])
    if life.likely(0.6):
        to_unit = life.one(set(life.units) - {who[1]})
    consents = life.model.clients[client].consents
    named = life.one(consents) if consents and life.likely(0.7) else None
    note = life.word() if named or life.likely(0.1) else None
    slip = {"urgency": "week", "languages": ["tr"], "children": 1, "note": note}
    body = {"from_unit": who[1], "to_unit": to_unit, "consent": named, "slip": slip}
    answer = life.ask(who, "POST", f"/clients/{client}/handovers", body)
    given = None if named is None else consents[named]
    until = life.model.now + timedelta(days=14)
    sent = Handover(client, (who[1], to_unit), given, until)
    right = to_unit in KINDS and to_unit != who[1]
    right = right and bool(life.model.carried(sent) if given else note is None)
    refused = life.model.refused("write", who, client)
    if life.expect(answer, refused or ({201} if right else {422})):
        found = answer.get_json()["id"]
        life.slips[found] = {"note": note or "", "name": _name(life, who, sent)}
        life.model.handovers[found] = sent


def _name(life: Life, who: Who, sent: Handover) -> str:
    told = life.model.clients[sent.client].pieces.get(f"{who[1]} client_name")
    opened = "identity" in life.model.carried(sent)
    return told.word if opened and told is not None and told.state == "answered" else ""


def answer_handover(life: Life) -> None:
    """Accept, decline or take back a handover."""
    if not life.model.handovers:
        return
    found, sent = life.one(life.model.handovers.items())
    verb = life.one(["acceptance", "acceptance", "decline", "withdrawal"])
    who = life.somebody(sent.client)
    if life.likely(0.5):
        side = sent.way[verb != "withdrawal"]
        who = life.one([each for each in life.programs if each[1] == side] or [who])
    reason = life.word() if verb == "decline" else ""
    body = {"reason": reason} if reason else None
    answer = life.ask(who, "POST", f"/handovers/{found}/{verb}", body)
    allowed = _allowed(life, who, sent, verb)
    about = [sent.client] if sent.consent else []
    if life.expect(answer, allowed, about=about):
        sent.state = {"acceptance": "accepted", "decline": "declined"}.get(verb, "withdrawn")
        life.slips[found]["reason"] = reason
        case = answer.get_json()["case"]
        if case and life.cases.get((sent.client, who[1])) != case:
            opened(life, who, sent.client, case)
        life.same(bool(case) == (verb == "acceptance" and bool(sent.consent)), answer, "case")


def _allowed(life: Life, who: Who, sent: Handover, verb: str) -> set[int]:
    role, taken_back = life.model.roles.get(who), verb == "withdrawal"
    if role in {None, "officer"}:
        return {400, 403, 404}
    may = role != "intake" or not taken_back
    hidden = life.model.walled(who, sent.client) or life.model.kept(who, sent.client)
    named = taken_back or sent.consent is not None
    if who[1] != sent.way[not taken_back] or (named and hidden):
        return {404}
    if not may:  # of a case that is closed, her role is told nothing: 404, as for any other act
        return life.model.refused("take back", who, sent.client)
    return {200} if life.model.state(sent) == "open" else {409}


def list_handovers(life: Life) -> None:
    """List what was sent to a unit, or by it."""
    who, way = life.one(life.programs), life.one(["in", "out"])
    answer = life.ask(who, "GET", "/handovers", query={"direction": way, "limit": 50})
    if life.model.roles.get(who) in {None, "officer"}:
        life.expect(answer, {400, 403})
        return
    words, about, listed = set[str](), set[str](), set[str]()
    for found, sent in life.model.handovers.items():
        hidden = life.model.walled(who, sent.client) or life.model.kept(who, sent.client)
        if sent.way[way == "in"] == who[1] and not ((way == "out" or sent.consent) and hidden):
            listed.add(found)
            words |= _slip(life, found, way) - {""}
            about |= {sent.client} if way == "out" or life.model.reads(sent) else set()
    if life.expect(answer, {200}, (words, set()), about):
        shown = {each["id"] for each in answer.get_json()["items"]}
        life.same(shown == listed, answer, "other handovers")


def _slip(life: Life, found: str, way: str) -> set[str]:
    sent, slip = life.model.handovers[found], life.slips[found]
    words = {slip.get("reason", "")}
    if way == "out":
        return words | {slip["note"], slip["name"]}
    if life.model.reads(sent):
        words |= {slip["note"]} | (
            {slip["name"]} if "identity" in life.model.carried(sent) else set()
        )
    return words
