"""Scripts of whoever looks for somebody: random requests, the same for the same seed."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from flask import Flask

from tests.factories.programs import API
from tests.security.matrix import FORMS, Door, doors
from tests.security.worlds import SURNAME, Asker, Common

T = TypeVar("T")
NEVER = UUID(int=0x5EED << 64)
WRONG_CODES = ("9X7K-2M4Q-ABCD", "1234", "ZZZZ-ZZZZ-ZZZZ-ZZZZ", "")
NAMES = (SURNAME, f"Zahra {SURNAME}", "zahra", "Ferborgenowa", "Verb", "Öztürk", "Amina Karimi")
APART = ("/kept-apart", "/keep-apart")  # where another client is named beside the one
CATEGORIES = ("identity", "violence", "health", "family", "contact")


class Dice:
    """Chance that comes out the same each time."""

    def __init__(self, seed: str) -> None:
        self._seed, self._throws = seed, 0

    def below(self, many: int) -> int:
        """Return a number from 0 to below `many`."""
        self._throws += 1
        thrown = hashlib.sha256(f"{self._seed} {self._throws}".encode()).digest()
        return int.from_bytes(thrown[:8], "big") % many

    def one(self, offered: Sequence[T]) -> T:
        """Return one of these."""
        return offered[self.below(len(offered))]


@dataclass(frozen=True)
class Asked:
    """One request of a script."""

    method: str
    address: str
    typed: dict[str, Any]
    # A new name is put in its place among the cards of the unit: each doubling is one look more.
    compares: int = 0


@dataclass(frozen=True)
class Pool:
    """What scripts are made of: every door, and what may be put into addresses and fields."""

    app: Flask
    asker: Asker
    there: Common
    ids: dict[str, list[UUID]]  # of those who must not be found
    codes: list[str]

    @property
    def behind_walls(self) -> list[str]:
        """Return the codes of those whom a wall keeps from the asker."""
        return [self.codes[3], *self.codes[5:7]]

    def script(self, seed: str, length: int) -> list[Asked]:
        """Return a script of so many requests."""
        dice = Dice(seed)
        return [dice.one(self._ways())(dice) for _ in range(length)]

    def _ways(self) -> list[Any]:
        # At a door most often: there are many, and each has to be tried.
        return [self._door, self._door, self._door, self._search, self._code, self._preview,
                self._list, self._error, self._again]  # fmt: skip

    def _door(self, dice: Dice) -> Asked:
        about = [door for door in doors(self.app) if door.rule.arguments & self.ids.keys()]
        door = dice.one(about)
        return Asked(door.method, self._address(door, dice), self._typed(door, dice))

    def _address(self, door: Door, dice: Dice) -> str:
        values: dict[str, Any] = {"question": "own_fear"}
        values |= {name: self._id(name, dice) for name in self.ids}
        used = {name: values.get(name, NEVER) for name in door.rule.arguments}
        adapter = self.app.url_map.bind("127.0.0.1")
        return adapter.build(door.rule.endpoint, used, method=door.method)

    def _id(self, name: str, dice: Dice) -> UUID:
        others = [self.there.open, self.there.at_desk.id] if name == "client" else [NEVER]
        return dice.one([*self.ids[name], *others])

    def _typed(self, door: Door, dice: Dice) -> dict[str, Any]:
        wrong = {"bogus": dice.one(NAMES)}
        if door.rule.rule.endswith(APART):
            named = {"client": str(self._id("client", dice))}
            return dice.one([{"code": dice.one([*WRONG_CODES, *self.behind_walls])}, named])
        if door.rule.rule.startswith(API):
            return dice.one([{}, wrong, {"unit": self.asker.unit}, {"reason": "Nachfrage"}])
        return dice.one([FORMS.get(door.rule.endpoint, {}), wrong, {"reason": "Nachfrage"}])

    def _search(self, dice: Dice) -> Asked:
        wanted = dice.one([*NAMES, *self.codes])
        if dice.below(2):
            return Asked("GET", f"{API}/clients?q={wanted.replace(' ', '%20')}", {})
        return Asked("POST", "/search", {"q": wanted, "closed": dice.one(["true", "false"])})

    def _code(self, dice: Dice) -> Asked:
        # Of those in the asker's own unit alone: whoever has a card of hers may open a desk.
        code = dice.one([*WRONG_CODES, self.there.code, *self.behind_walls])
        if dice.below(2):
            body = {"code": code, "unit": self.asker.unit}
            return Asked("POST", f"{API}/clients/lookup", body)
        return Asked("POST", "/look-up", {"code": code})

    def _preview(self, dice: Dice) -> Asked:
        client = dice.one([self.there.at_desk.id, self.there.at_desk.id, *self.ids["client"]])
        chosen = [f"categories={dice.one(CATEGORIES)}" for _ in range(3)]
        matrix = ["from_units=beratung", f"to_units={self.asker.unit}", *dict.fromkeys(chosen)]
        query = "&".join([*matrix, "purposes=case_work", "actions=view"])
        return Asked("GET", f"{API}/clients/{client}/consents/preview?{query}", {})

    def _list(self, dice: Dice) -> Asked:
        address = dice.one([
            "/", "/?start=1", "/handovers", "/handovers?direction=out", "/restricted-cases",
            "/disclosures", f"{API}/disclosures", "/partners", f"{API}/partners",
            f"{API}/clients", f"{API}/clients?limit=1", f"{API}/handovers?direction=in",
            f"{API}/handovers?direction=out", f"{API}/units", "/unit", "/staff",
        ])  # fmt: skip
        return Asked("GET", address, {})

    def _error(self, dice: Dice) -> Asked:
        client = self._id("client", dice)
        method, address = dice.one([
            ("GET", f"/clients/{client}/bogus"), ("DELETE", f"{API}/clients/{client}"),
            ("GET", f"{API}/clients/{client}/bogus"), ("POST", f"/clients/{client}/story/x"),
            ("PUT", f"{API}/clients/{client}/story"), ("GET", f"/clients/{client}x/story"),
        ])  # fmt: skip
        return Asked(method, address, {})

    def _again(self, dice: Dice) -> Asked:
        """Receive somebody of her name once more."""
        facts = {"client_name": dice.one(NAMES)}
        if dice.below(2):
            body = {"unit": self.asker.unit, "facts": facts}
            return Asked("POST", f"{API}/clients", body, compares=2)
        return Asked("POST", "/clients/new", {"client_name": dice.one(NAMES)}, compares=2)


def scripts(pool: Pool, many: int, length: int) -> Iterator[list[Asked]]:
    """Yield so many scripts."""
    return (pool.script(f"{pool.asker.name} {number}", length) for number in range(many))
