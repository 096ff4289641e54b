"""What staff look at in a random life: each answer holds exactly the words that it must."""

from tests.security.life import QUESTIONS, Life
from tests.security.life_of_records import pieces
from tests.security.reference import Seen, Who

_PURPOSES = ["case_work", "case_work", "case_work", "safety", "handover"]


def _words(seen: Seen) -> tuple[set[str], set[str]]:
    found = list(seen)
    return {p.word for p, sure in found if sure}, {p.word for p, sure in found if not sure}


def _reason(life: Life) -> dict[str, str]:
    return {"reason": life.word("reason")} if life.likely(0.4) else {}


def story(life: Life) -> None:
    """Read a story for some purpose."""
    client, query = life.client(), _reason(life)
    who, purpose = life.somebody(client), life.one(_PURPOSES)
    reason = bool(query)
    if purpose != "case_work" or life.likely(0.5):
        query["purpose"] = purpose
    answer = life.ask(who, "GET", f"/clients/{client}/story", query=query)
    refused = life.model.refused("read", who, client, reason=reason)
    words = (
        (set[str](), set[str]())
        if refused
        else _words(life.model.seen(who, client, purpose, reason=reason))
    )
    life.expect(answer, refused or {200}, words, [client])


def intake(life: Life) -> None:
    """Read the form of the first day."""
    client, query = life.client(), _reason(life)
    who, reason = life.somebody(client), bool(query)
    answer = life.ask(who, "GET", f"/clients/{client}/intake", query=query)
    refused = life.model.refused("read", who, client, reason=reason)
    must, may = set[str](), set[str]()
    if not refused:
        seen = list(life.model.seen(who, client, reason=reason))
        for question in life.first_day[who[1]] & QUESTIONS.keys():
            surely, perhaps = life.model.asked(seen, question)
            must, may = must | surely, may | perhaps
    life.expect(answer, refused or {200}, (must, may), [client])


def entry(life: Life) -> None:
    """Read one entry."""
    entries = pieces(life, "entry ")
    if not entries:
        return
    client, key = life.one(entries)
    who, query = life.somebody(client), _reason(life)
    reason = bool(query)
    answer = life.ask(who, "GET", f"/entries/{key.removeprefix('entry ')}", query=query)
    refused = life.model.refused("read entry", who, client, reason=reason)
    piece = life.model.clients[client].pieces[key]
    sure = None
    if not refused:
        sure = next((s for p, s in life.model.seen(who, client, reason=reason) if p is piece), None)
    allowed = refused or {True: {200}, False: {200, 404}, None: {404}}[sure]
    life.expect(answer, allowed, ({piece.word}, set()))


def overview(life: Life) -> None:
    """Look which drawers are open."""
    client, query = life.client(), _reason(life)
    who, reason = life.somebody(client), bool(query)
    answer = life.ask(who, "GET", f"/clients/{client}", query=query)
    refused = life.model.refused("read", who, client, reason=reason)
    if life.expect(answer, refused or {200}, about=[client]):
        shown = {(each["unit"], each["category"]) for each in answer.get_json()["drawers"]}
        shown -= {(who[1], "evidence")}
        known = life.model.known(who, client, reason=reason)
        opened = {
            piece.drawer
            for piece in life.model.clients[client].pieces.values()
            if life.model.ways(who, client, piece, known, "case_work")
        }
        life.same(shown == opened, answer, f"drawers {sorted(shown ^ opened)}")


def search(life: Life) -> None:
    """Find clients: all, by code, or by name."""
    who = life.one(life.programs)
    wanted = life.client()
    query = life.one([{}, {}, {"q": life.codes[wanted]}])
    answer = life.ask(who, "GET", "/clients", query={"unit": who[1], "limit": 50, **query})
    if life.model.roles.get(who) in {None, "officer"}:
        life.expect(answer, {400, 403})
        return
    listed = {each for each in life.codes if "open" in life.model.known(who, each)}
    if query:
        listed &= {wanted}
    names = {each: _names(life, who, each) for each in listed}
    everything = {word for found in names.values() for word in found}
    if life.expect(answer, {200}, (set(), everything), listed):
        shown = {each["id"]: each["name"] for each in answer.get_json()["items"]}
        life.same(shown.keys() == listed, answer, "listed others")
        for client, name in shown.items():
            own = life.model.clients[client].pieces.get(f"{who[1]} client_name")
            told = own is not None and own.state == "answered"
            life.same(name in names[client] or (name is None and not told), answer, f"named {name}")


def _names(life: Life, who: Who, client: str) -> set[str]:
    seen = life.model.seen(who, client)
    return {piece.word for piece, _ in seen if piece.question == "client_name"}


def log(life: Life) -> None:
    """Read the log: for officers, and without a word of anybody's."""
    who = life.one([*life.programs, *[("olga", "datenschutz")] * 15])
    answer = life.ask(who, "GET", "/audit/entries", query={"limit": 10})
    officer = life.model.roles.get(who) == "officer"
    told = life.expect(answer, {200} if officer else {400, 403}, about=life.codes)
    if told:
        items = answer.get_json()["items"]
        reason = life.ask(who, "GET", f"/audit/entries/{life.one(items)['index']}/reason")
        life.expect(reason, {200, 404, 409}, (set(), life.reasons))
