"""What clients agree to in a random life, refuse, take back, and how they are handed over."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.security.life import QUESTIONS, Life
from tests.security.reference import Consent

_ZONE = ZoneInfo("Europe/Berlin")
_NOTICES = ["purpose", "voluntary", "no_disadvantage", "withdrawal"]
_CATEGORIES = sorted(set(QUESTIONS.values()))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), _ZONE).astimezone(UTC)


def _matrix(life: Life) -> dict[str, list[str]]:
    """Return a matrix; the most frequent opens much, and some open nothing to be seen."""
    return {
        "from_units": life.some(life.units, 2),
        "to_units": life.some(life.units),
        "categories": life.some(_CATEGORIES, 3),
        "purposes": life.one([["case_work"], ["case_work", "safety"], ["safety"], ["case_work"]]),
        "actions": life.one([["view"], ["view", "copy"], ["view", "tell"], ["tell"]]),
    }


def _evidence(life: Life) -> dict[str, Any]:
    spoken = {"kind": "spoken", "witness": life.word(), "reason": life.word()}
    return {
        "language": "de",
        "template": "sharing",
        "declared_by": {"kind": "client", "name": life.word()},
        "form": life.one([{"kind": "signed_paper"}, spoken]),
        "interpreter": life.word(),
    }


def consent(life: Life) -> None:
    """Record a consent; some are wrong, some begin later, some are over soon."""
    client = life.client()
    who, matrix = life.somebody(client), _matrix(life)
    few = life.one([0, 1, 4])
    refused = {(life.one(matrix["to_units"]), life.one(matrix["categories"])) for _ in range(few)}
    today = life.clock.at.astimezone(_ZONE).date()
    first = today + timedelta(days=life.one([-3, 0, 0, 0, 2]))
    last = today + timedelta(days=life.one([-1, 0, 3, 20, 300, 300, 300]))
    notices = _NOTICES[life.likely(0.1) :]
    wrong = last < today or last < first or len(notices) < len(_NOTICES)
    pairs = {(to, category) for to in matrix["to_units"] for category in matrix["categories"]}
    wrong = wrong or not pairs - refused or len({*matrix["from_units"], *matrix["to_units"]}) == 1
    body = {
        **matrix,
        **_evidence(life),
        "valid_from": first.isoformat(),
        "valid_until": last.isoformat(),
        "notices_given": notices,
        "refused": [{"to_unit": to, "category": category} for to, category in sorted(refused)],
    }
    answer = life.ask(who, "POST", f"/clients/{client}/consents", body)
    allowed = life.model.refused("consent", who, client) or ({422} if wrong else {201})
    if life.expect(answer, allowed):
        found, now = answer.get_json()["id"], life.model.now
        begin, end = max(_midnight(first), now), _midnight(last + timedelta(days=1))
        made = Consent(matrix, begin, end, set(refused), {who[1]})
        life.model.clients[client].consents[found] = made
        life.givers[found] = (client, who[1], refused)


def refuse(life: Life) -> None:
    """Record that she said no, which opens and closes nothing."""
    client = life.client()
    who, matrix = life.somebody(client), _matrix(life)
    body = {key: matrix[key] for key in ("to_units", "categories", "purposes")}
    answer = life.ask(who, "POST", f"/clients/{client}/refusals", {**body, "language": "de"})
    life.expect(answer, life.model.refused("consent", who, client) or {201})


def list_consents(life: Life) -> None:
    """List consents: those that the unit gives by, receives by, or has recorded."""
    client, reason = life.client(), life.likely(0.4)
    who = life.somebody(client)
    query = {"limit": 50} | ({"reason": life.word("reason")} if reason else {})
    answer = life.ask(who, "GET", f"/clients/{client}/consents", query=query)
    if life.expect(answer, life.model.refused("consents", who, client, reason=reason) or {200}):
        shown = {each["id"] for each in answer.get_json()["items"]}
        concerned = {
            each
            for each in life.model.clients[client].consents
            if _concerns(life, who[1], client, each)
        }
        life.same(shown == concerned, answer, "other consents")


def _concerns(life: Life, unit: str, client: str, consent: str) -> bool:
    _, recorder, refused = life.givers[consent]
    matrix = life.model.clients[client].consents[consent].matrix
    told = any((unit, category) not in refused for category in matrix["categories"])
    receives = unit in matrix["to_units"] and told
    return unit in {recorder, *matrix["from_units"]} or receives


def preview(life: Life) -> None:
    """Ask what a consent would open."""
    client = life.client()
    who = life.somebody(client)
    answer = life.ask(who, "GET", f"/clients/{client}/consents/preview", query=_matrix(life))
    life.expect(answer, life.model.refused("consent", who, client) or {200, 422})


def withdraw(life: Life) -> None:
    """Withdraw a consent, or a part of it."""
    if not life.givers:
        return
    found, (client, _, _) = life.one(life.givers.items())
    who, taken = life.somebody(client), life.model.clients[client].consents[found]
    if life.likely(0.2):
        who = ("olga", "datenschutz")
    choice = {
        name: life.some(taken.matrix[name])
        for name in ("to_units", "categories")
        if life.likely(0.5)
    }
    answer = life.ask(who, "POST", f"/consents/{found}/withdrawal", choice)
    if life.expect(answer, life.model.refused("withdraw", who, client) or {200}):
        _take_back(taken, choice)


def _take_back(taken: Consent, choice: dict[str, list[str]]) -> None:
    units = choice.get("to_units", taken.matrix["to_units"])
    categories = choice.get("categories", taken.matrix["categories"])
    taken.gone |= {(unit, category) for unit in units for category in categories}


def withdraw_everything(life: Life) -> None:
    """Withdraw everything at once."""
    client = life.client()
    who = life.one([life.somebody(client), ("olga", "datenschutz")])
    answer = life.ask(who, "POST", f"/clients/{client}/withdrawal", {})
    if life.expect(answer, life.model.refused("withdraw", who, client) or {200}):
        for taken in life.model.clients[client].consents.values():
            _take_back(taken, {})
