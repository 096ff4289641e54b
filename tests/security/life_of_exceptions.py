"""Emergencies, walls, departures and time in a random life."""

from datetime import timedelta

from caseflow.identity.end_membership import end_membership
from caseflow.vocabulary.answers import Done
from tests.security.life import Life
from tests.security.world import LEAVING

_URGENT = {"identity", "health", "family"}


def emergency(life: Life) -> None:
    """Declare an emergency, now and then for more than one may need."""
    client = life.client()
    who = life.somebody(client)
    needed = life.some(_URGENT) + life.one([[], [], [], ["whereabouts"], ["violence"]])
    reasons = ("danger", "threatened", "why_no_other_way")
    body = {"unit": who[1], "needed_categories": needed}
    body |= {reason: life.word("reason") for reason in reasons}
    answer = life.ask(who, "POST", f"/clients/{client}/emergency-accesses", body)
    right = _URGENT.issuperset(needed)
    refused = life.model.refused("emergency", who, client)
    if life.expect(answer, refused or ({201} if right else {422})):
        until = life.model.now + timedelta(hours=4)
        running = life.model.clients[client].emergencies
        running[answer.get_json()["id"]] = (who, set(needed), until)


def review(life: Life) -> None:
    """Review an emergency."""
    clients = life.model.clients.items()
    found = [(client, each) for client, her in clients for each in her.emergencies]
    if not found:
        return
    client, emergency = life.one(found)
    her = life.model.clients[client]
    who = life.one([life.somebody(), *[("olga", "datenschutz")] * 3])
    finding = life.one(["justified", "unjustified"])
    body = {"finding": finding, "note": life.word("reason")}
    answer = life.ask(who, "POST", f"/emergency-accesses/{emergency}/review", body)
    allowed = {200} if emergency not in life.reviewed else {409}
    if life.model.roles.get(who) != "officer" or life.model.walled(who, client):
        allowed = {400, 403, 404}
    if life.expect(answer, allowed):
        life.reviewed.add(emergency)
        by, categories, until = her.emergencies[emergency]
        if finding == "unjustified":
            her.emergencies[emergency] = (by, categories, min(until, life.model.now))


def put_up_wall(life: Life) -> None:
    """Put a wall up, which ends what the walled declared."""
    client = life.client()
    who, staff = life.somebody(client), life.one(life.programs)[0]
    body = {"staff": str(life.house.staff[staff])}
    answer = life.ask(who, "POST", f"/clients/{client}/walls", body)
    if life.expect(answer, life.model.refused("wall", who, client) or {201}):
        her, found = life.model.clients[client], answer.get_json()["id"]
        her.walls[found] = (staff, who[1])
        life.walls[found] = (client, (staff, who[1]))
        for each, (by, categories, until) in her.emergencies.items():
            if by[0] == staff:
                her.emergencies[each] = (by, categories, min(until, life.model.now))


def lift_wall(life: Life) -> None:
    """Lift a wall, now and then of another unit."""
    if not life.walls:
        return
    found, (client, (_, unit)) = life.one(life.walls.items())
    leads = [who for who, role in life.model.roles.items() if role == "lead" and who[1] == unit]
    who = life.one(leads) if life.likely(0.6) else life.somebody(client)
    body = {"reason": life.word("reason")}
    answer = life.ask(who, "DELETE", f"/clients/{client}/walls/{found}", body)
    standing = life.model.clients[client].walls
    allowed = {204} if found in standing else {409}
    refused = life.model.refused("lift", who, client)
    if life.expect(answer, refused or (allowed if who[1] == unit else {404})):
        del standing[found]


def leave(life: Life) -> None:
    """End a membership: its program is out at its next request."""
    left = [who for who in life.model.roles if who in LEAVING]
    if not left or life.likely(0.5):
        return
    who = life.one(left)
    actor = life.house.actor(LEAVING[who], who[1])
    work = life.house.work(actor)
    assert isinstance(end_membership(work, actor, life.house.memberships[who].id), Done)
    work.finish()
    work.put_away()
    del life.model.roles[who]


def wait(life: Life) -> None:
    """Let time go on: minutes, past a desk, past an emergency, days, past a handover."""
    minutes = life.one([5, 5, 20, 61, 241, 24 * 60, 3 * 24 * 60, 15 * 24 * 60])
    life.clock.advance(timedelta(minutes=minutes))
    life.model.now = life.clock.at
