"""Lead a random life by its number: choose, ask, and compare each answer with the reference."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import timedelta
from random import Random  # noqa: TID251 - a life must be the same again by its number
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID, uuid5

from tests.factories.house import House, StoppedClock
from tests.security.reference import Consent, Piece, Reference, Who
from tests.security.world import KINDS, first_day, furnish, kept_categories

if TYPE_CHECKING:
    from werkzeug.test import TestResponse

T = TypeVar("T")
QUESTIONS = {
    "client_name": "identity",
    "form_of_address": "identity",
    "other_agencies": "contact",
    "address_before": "whereabouts",
    "home_municipality": "whereabouts",
    "school_kita": "family",
    "perpetrator_identity": "violence",
    "safety_plan": "violence",
    "incident_where": "discrimination",
    "health_now": "health",
    "medication": "health",
    "allergies": "health",
    "benefit_office": "finances",
    "housing_search": "housing",
    "course_times": "education_work",
    "concern": "goals",
}
_WORD = re.compile(r"q[0-9]{6}z")
_NOWHERE = UUID(int=0xCA5EF10)


class Difference(Exception):
    """The application and the reference differ."""


class Life:
    """What has happened in one house so far, told twice: to the application and the reference."""

    def __init__(self, house: House, number: int, units: Collection[str]) -> None:
        self.house, self.dice = house, Random(number)  # noqa: S311 - chooses, and guards nothing
        programs = furnish(house)
        self.programs = {who: each for who, each in programs.items() if who[1] in units}
        self.units = sorted(KINDS.keys() & units)
        self.clock = cast("StoppedClock", house.around.clock)
        roles = {who: str(house.memberships[who].role) for who in self.programs}
        self.model = Reference(self.clock.at, roles)
        vocabulary = programs["olga", "datenschutz"]
        self.first_day = first_day(vocabulary.get("/vocabulary").get_json())
        self.kept = kept_categories()
        self.codes: dict[str, str] = {}  # of clients
        self.cases: dict[tuple[str, str], str] = {}  # client and unit: the present one
        self.versions: dict[str, int] = {}  # of entries and goals
        self.givers: dict[str, tuple[str, str, set[tuple[str, str]]]] = {}  # of consents
        self.slips: dict[str, dict[str, str]] = {}  # words of handovers
        self.walls: dict[str, tuple[str, Who]] = {}  # all that ever stood
        self.reviewed: set[str] = set()
        self.reasons: set[str] = set()  # words that officers alone read
        self.done: Counter[tuple[str, int]] = Counter()
        self._words = self._asked = 0
        self._unknown = b""
        self.last, self.doing = ("", ""), ""

    def do(self, operation: Callable[["Life"], None]) -> None:
        """Do something; a difference says what it was and how much had happened before."""
        self.doing = operation.__name__
        try:
            operation(self)
        except Difference as difference:
            difference.add_note(f"{self.doing} by {self.last}, after {self.done.total()} answers")
            raise

    def word(self, about: str = "") -> str:
        """Return a new canary; `reason` is one for officers alone."""
        self._words += 1
        word = f"q{self._words:06d}z"
        if about == "reason":
            self.reasons.add(word)
        return word

    def one(self, choices: Iterable[T]) -> T:
        """Return one of these; sets come in order, so that a life is the same each time."""
        found = sorted(choices, key=str) if isinstance(choices, set) else list(choices)
        return self.dice.choice(found)

    def some(self, choices: Iterable[str], least: int = 1) -> list[str]:
        """Return some of these."""
        found = sorted(choices)
        return sorted(
            self.dice.sample(found, self.dice.randint(min(least, len(found)), len(found)))
        )

    def likely(self, chance: float) -> bool:
        """Throw a die."""
        return self.dice.random() < chance

    def client(self) -> str:
        """Return a client."""
        return self.one(self.codes)

    def somebody(self, client: str | None = None) -> Who:
        """Return somebody; mostly somebody who has to do with the client."""
        if client is not None and self.likely(0.8):
            near = [who for who in self.model.roles if self.model.known(who, client)]
            if near:
                return self.one(near)
        return self.one(self.programs)

    def ask(
        self,
        who: Who,
        method: str,
        address: str,
        body: object = None,
        **more: Any,  # noqa: ANN401 - as it is sent
    ) -> "TestResponse":
        """Send a request a few seconds later; whose unit it is has been at work then."""
        self.clock.advance(timedelta(seconds=7))
        self.model.now = self.clock.at
        if who in self.model.roles:
            for consent in self.consents():
                consent.met.add(who[1])
        self.last = who
        return self.programs[who].send(method, address, body, **more)

    def consents(self) -> Iterable[Consent]:
        """Return all consents."""
        return [each for her in self.model.clients.values() for each in her.consents.values()]

    def expect(
        self,
        answer: "TestResponse",
        allowed: set[int],
        words: tuple[set[str], set[str]] = (set(), set()),
        about: Iterable[str] = (),
    ) -> bool:
        """Compare an answer; say whether it is a good one. `about`: clients it may name."""
        self.done[self.doing, answer.status_code] += 1
        status, told = answer.status_code, answer.get_data(as_text=True) + str(answer.headers)
        good = status < 300
        must, may = words if good else (set(), set())
        self.same(status in allowed, answer, f"status, expected {sorted(allowed)}")
        found = set(_WORD.findall(told))
        self.same(found <= must | may, answer, f"disclosed {sorted(found - must - may)}")
        self.same(must <= found, answer, f"denied {sorted(must - found)}")
        named = {client for client, code in self.codes.items() if client in told or code in told}
        self.same(named <= set(about if good else ()), answer, "named somebody")
        if status == 404:
            self.same(answer.get_data() == self.unknown(), answer, "another 404")
        return good

    def unknown(self) -> bytes:
        """Return what is answered about an id that was never issued."""
        if not self._unknown:
            program = self.programs["berta", "beratung"]
            self._unknown = program.get(f"/clients/{uuid5(_NOWHERE, 'x')}").get_data()
        return self._unknown

    def same(self, same: bool, answer: "TestResponse", what: str) -> None:  # noqa: FBT001 - an assertion
        if not same:
            asked = answer.request
            raise Difference(f"{asked.method} {asked.path}: {answer.status_code}, {what}")

    def tell(self, client: str, key: str, piece: Piece) -> None:
        """Let the reference know what was written."""
        self.model.clients[client].pieces[key] = piece
