"""What units copy from each other in a random life, and what becomes of it when she withdraws."""

from dataclasses import replace

from tests.security.life import Life
from tests.security.life_of_records import pieces
from tests.security.reference import Consent, Piece


def copy_entry(life: Life) -> None:
    """Copy an entry, now and then one that is a copy or that no consent lets the unit copy."""
    entries = pieces(life, "entry ")
    if not entries:
        return
    (client, key), who = life.one(entries), None
    able = [(each, unit) for each in entries for unit in life.units if _may_copy(life, each, unit)]
    if able and life.likely(0.7):
        (client, key), unit = life.one(able)
        who = life.one([one for one in life.model.roles if one[1] == unit] or [None])
    who, found = who or life.somebody(client), life.model.clients[client].pieces[key]
    body = {"unit": who[1], "entry": key.removeprefix("entry ")}
    answer = life.ask(who, "POST", f"/clients/{client}/copies", body)
    under = _lets_copy(life, client, found, who[1])
    allowed = {404} if under is None else {201}
    if under is not None and found.drawer[1] == "whereabouts" and found.drawer[0] not in under.met:
        allowed = {201, 404}  # the key may wait
    if life.expect(answer, life.model.refused("write", who, client) or allowed) and under:
        _copied(life, client, f"entry {answer.get_json()['id']}", (found, who[1], under))


def _may_copy(life: Life, entry: tuple[str, str], unit: str) -> bool:
    found = life.model.clients[entry[0]].pieces[entry[1]]
    return _lets_copy(life, entry[0], found, unit) is not None


def _lets_copy(life: Life, client: str, found: Piece, unit: str) -> Consent | None:
    """Return the newest consent that lets a unit copy a piece; nobody copies a copy."""
    given = reversed(life.model.clients[client].consents.values())
    fitting = (
        each
        for each in given
        if "copy" in each.matrix["actions"]
        and each.opens(found.drawer, unit, "case_work", life.model.now)
    )
    return None if found.copied else next(fitting, None)


def _copied(life: Life, client: str, key: str, copied: tuple[Piece, str, Consent]) -> None:
    found, unit, under = copied
    own = replace(found, drawer=(unit, found.drawer[1]))
    former = life.model.clients[client].pieces.get(key)
    whence = (under, own, found) if former is None else former.copied
    life.versions.setdefault(key, 1)
    life.tell(client, key, replace(own, told=life.model.now, copied=whence))
