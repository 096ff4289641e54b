"""What staff write of clients in a random life, and which cases they open and close."""

from datetime import timedelta

from tests.security.life import QUESTIONS, Life
from tests.security.reference import Client, Piece, Who

_DAY = "2026-02-01"
_CATEGORIES = sorted({*QUESTIONS.values(), "residence_status", "documents", "evidence"})


def create(life: Life) -> None:
    """Create a client, anonymous or with some answers."""
    who = life.somebody()
    anonymous = life.likely(0.2)
    named = [] if anonymous else ["client_name"]
    told = [each for each in life.some(QUESTIONS, 0)[:4] if each != "client_name"]
    kept = life.kept.get(who[1], set())
    facts = {each: life.word() for each in [*named, *told] if QUESTIONS[each] in kept}
    body = {"unit": who[1], "facts": facts, "anonymous": anonymous}
    answer = life.ask(who, "POST", "/clients", body)
    if life.model.roles.get(who) in {None, "officer"}:
        life.expect(answer, {400, 403})
        return
    life.expect(answer, {201})
    found = answer.get_json()
    client = found["id"]
    life.codes[client], life.cases[client, who[1]] = found["code"], found["case"]
    life.model.clients[client] = Client(cases={who[1]: {who[0]}})
    for question, word in facts.items():
        _told(life, (client, who[1], question), "answered", word)
    if anonymous:
        _told(life, (client, who[1], "client_name"), "withheld", "")


def _told(life: Life, where: tuple[str, str, str], state: str, word: str) -> None:
    client, unit, question = where
    drawer = (unit, QUESTIONS[question])
    life.tell(client, f"{unit} {question}", Piece(drawer, question, word, state, life.model.now))


def look_up(life: Life) -> None:
    """Look a client up by her card."""
    client = life.client()
    who = life.one(life.programs)
    answer = life.ask(who, "POST", "/clients/lookup", {"unit": who[1], "code": life.codes[client]})
    if life.model.roles.get(who) in {None, "officer"}:
        allowed = {400, 403}
    else:
        allowed = {404} if life.model.walled(who, client) else {200}
    if life.expect(answer, allowed, about=[client]):
        life.model.desks[who, client] = life.model.now + timedelta(minutes=60)


def open_case(life: Life) -> None:
    """Open a case, with a reason or without."""
    client = life.client()
    who, reason = life.somebody(client), life.likely(0.5)
    body = {"unit": who[1]} | ({"reason": life.word("reason")} if reason else {})
    answer = life.ask(who, "POST", f"/clients/{client}/cases", body)
    refused = life.model.refused("open", who, client, reason=reason)
    if life.expect(answer, refused or {201}):
        opened(life, who, client, answer.get_json()["id"])


def opened(life: Life, who: Who, client: str, case: str) -> None:
    """Let the reference know of a new case; after a restricted one it is kept to the same staff."""
    her, (staff, unit) = life.model.clients[client], who
    life.cases[client, unit] = case
    her.closed.discard(unit)
    if unit not in her.restricted:
        her.cases[unit] = {staff}


def close_case(life: Life) -> None:
    """Close a case, now and then that of another unit."""
    (client, unit), case = life.one(life.cases.items())
    who = life.somebody(client)
    body = {"reason": life.word("reason")} if life.likely(0.5) else {}
    answer = life.ask(who, "POST", f"/cases/{case}/closure", body)
    refused = life.model.refused("close", who, client)
    allowed = refused or {200}
    if unit != who[1]:
        allowed = refused | {404}
    if life.expect(answer, allowed):
        life.model.clients[client].closed.add(unit)


def assign(life: Life) -> None:
    """Say who works on a case, and whether it is kept to them."""
    (client, unit), case = life.one(life.cases.items())
    who = life.somebody(client)
    staff = life.some({name for name, at in life.model.roles if at == unit})[:2]
    if life.likely(0.1):
        staff = ["olga"]
    restricted = life.likely(0.5)
    ids = [str(life.house.staff[name]) for name in staff]
    answer = life.ask(
        who, "PUT", f"/cases/{case}/assignment", {"staff": ids, "restricted": restricted}
    )
    refused, her = life.model.refused("assign", who, client), life.model.clients[client]
    added = set(staff) - her.cases.get(unit, set())
    shut = staff == ["olga"] or any(life.model.walled((name, unit), client) for name in added)
    allowed = refused or ({422} if shut else {200})
    if unit != who[1]:
        allowed = refused | {404}
    kept = life.model.kept(who, client)
    if life.expect(answer, allowed):
        her.cases[unit] = set(staff)
        (her.restricted.add if restricted or kept else her.restricted.discard)(unit)


def write_entry(life: Life) -> None:
    """Write an entry, now and then into a drawer that the unit does not keep."""
    client = life.client()
    who, category, word = life.somebody(client), life.one(_CATEGORIES), life.word()
    body = {
        "unit": who[1],
        "category": category,
        "occurred_on": _DAY,
        "kind": "note",
        "fields": {"title": f"{word} Gespräch", "text": f"Sie sagt {word}."},
    }
    answer = life.ask(who, "POST", f"/clients/{client}/entries", body)
    kept = category in life.kept.get(who[1], ())
    refused = life.model.refused("write", who, client)
    if life.expect(answer, refused or ({201} if kept else {422})):
        _written(life, client, f"entry {answer.get_json()['id']}", (who[1], category), word)


def _written(life: Life, client: str, key: str, drawer: tuple[str, str], word: str) -> None:
    life.versions[key] = life.versions.get(key, 0) + 1
    life.tell(client, key, Piece(drawer, "", word, "answered", life.model.now))


def pieces(life: Life, kind: str) -> list[tuple[str, str]]:
    """Return clients and keys of all pieces of a kind."""
    found = life.model.clients.items()
    return [(client, key) for client, her in found for key in her.pieces if key.startswith(kind)]


def change_entry(life: Life) -> None:
    """Change an entry, now and then of another unit or an older version."""
    entries = pieces(life, "entry ")
    if not entries:
        return
    client, key = life.one(entries)
    who, word = life.somebody(client), life.word()
    stale = life.likely(0.2)
    answer = life.ask(
        who,
        "PATCH",
        f"/entries/{key.removeprefix('entry ')}",
        {"fields": {"title": word, "text": word}},
        headers={"If-Match": f'"{life.versions[key] + stale}"'},
    )
    found = life.model.clients[client].pieces[key]
    drawer = found.drawer
    allowed = life.model.refused("write", who, client) or ({409} if stale else {200})
    if drawer[0] != who[1] or found.copied:
        allowed = life.model.refused("write", who, client) or {404}
    if life.expect(answer, allowed):
        _written(life, client, key, drawer, word)


def write_fact(life: Life) -> None:
    """Write an answer in one of its four states; what was not asked cannot be told."""
    client = life.client()
    told = [each.question for each in life.model.clients[client].pieces.values() if each.question]
    who, question = life.somebody(client), life.one([*QUESTIONS, *told, *told])
    state = life.one(["answered", "answered", "answered", "withheld", "unknown", "not_asked"])
    word = life.word() if state == "answered" else ""
    body = {"unit": who[1], "state": state} | ({"value": word} if word else {})
    answer = life.ask(who, "PUT", f"/clients/{client}/facts/{question}", body)
    right = state != "not_asked" and QUESTIONS[question] in life.kept.get(who[1], ())
    refused = life.model.refused("write fact", who, client)
    if life.expect(answer, refused or ({200} if right else {422})):
        _told(life, (client, who[1], question), state, word)


def set_goal(life: Life) -> None:
    """Set a goal."""
    client = life.client()
    who, word = life.somebody(client), life.word()
    answer = life.ask(who, "POST", f"/clients/{client}/goals", {"unit": who[1], "title": word})
    if life.expect(answer, life.model.refused("write", who, client) or {201}):
        _written(life, client, f"goal {answer.get_json()['id']}", (who[1], "goals"), word)


def write_step(life: Life) -> None:
    """Write a step towards a goal, now and then of another unit."""
    goals = pieces(life, "goal ")
    if not goals:
        return
    client, key = life.one(goals)
    who, word = life.somebody(client), life.word()
    answer = life.ask(who, "POST", f"/goals/{key.removeprefix('goal ')}/progress", {"text": word})
    own = life.model.clients[client].pieces[key].drawer[0] == who[1]
    allowed = life.model.refused("write", who, client) or ({201} if own else {404})
    if life.expect(answer, allowed):
        _written(life, client, f"step {answer.get_json()['id']}", (who[1], "goals"), word)
