"""P6: decisions of the consent policy about a client with 1,000 consents, in time of one core.

A decision is whether one drawer opens, and by which consents. Once with all that the policy looks
up already looked up, as it is behind the first drawer of a request; once with facts that are new
each time, so that each request pays for its own look-up.
"""

import random  # noqa: TID251 - no secret: the same clients in each run
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from uuid import UUID

from caseflow.policy.decision import Permitted, decide
from caseflow.policy.facts import ConsentFact, DrawerFact, Facts, Question
from caseflow.vocabulary.matrices import Action, Matrix
from tests.benchmarks.line import Figures, Line
from tests.unit.policy.examples import CATEGORIES, CONSENT, DAY, FACTS, NOW, QUESTION, UNITS

CONSENTS = 1000
GOAL = 100_000  # decisions a second
SECONDS = 3.0


def run(_folder: Path) -> Iterator[Line]:
    """Yield the two lines."""
    question, facts = _asked(CONSENTS)
    few = _asked(10)[1]
    for work, ask in (
        ("looked up before", lambda: facts),
        ("facts new each time", lambda: replace(facts)),
    ):
        many = _per_second(partial(_decided, question, ask), facts)
        alone = _per_second(partial(decide, question, few), few)
        yield Line(
            "P6",
            f"decisions with {CONSENTS:,} consents, {len(facts.drawers)} drawers, {work}",
            "the same with 10 consents",
            f"{GOAL:,} a second and core",
            Figures(f"{many:,.0f} a second", f"{1e6 / many:.1f} us", f"{1e6 / alone:.1f} us"),
        )


def _decided(question: Question, ask: Callable[[], Facts]) -> object:
    return decide(question, ask())


def _per_second(ask: Callable[[], object], facts: Facts) -> float:
    answer = ask()
    assert isinstance(answer, Permitted), answer
    begun, asked = time.process_time(), 0
    while time.process_time() - begun < SECONDS:
        for _ in range(20):
            ask()
        asked += 20
    return asked * len(facts.drawers) / (time.process_time() - begun)


def _asked(consents: int) -> tuple[Question, Facts]:
    chance = random.Random(6)  # noqa: S311
    drawers = tuple(
        DrawerFact(UUID(int=1000 + 10 * row + column), unit, category)
        for row, unit in enumerate(UNITS)
        for column, category in enumerate(CATEGORIES)
    )
    given = tuple(_consent(chance, number) for number in range(consents))
    return QUESTION, replace(FACTS, drawers=drawers, consents=given)


def _consent(chance: random.Random, number: int) -> ConsentFact:
    """Return one of four: running, running, over, withdrawn; recorded on some day of two years."""
    recorded = NOW - DAY * chance.randrange(1, 730)
    until = recorded + DAY * 365
    withdrawn = recorded + DAY if chance.random() < 0.25 else None
    some = chance.sample(UNITS, chance.randrange(1, 3))
    matrix = Matrix(
        from_units=frozenset(some),
        to_units=frozenset(UNITS) - frozenset(some),
        categories=frozenset(chance.sample(CATEGORIES, chance.randrange(1, 5))),
        purposes=frozenset({"case_work"}),
        actions=frozenset({Action.VIEW}),
    )
    return replace(
        CONSENT,
        id=UUID(int=10_000 + number),
        matrix=matrix,
        valid_from=recorded,
        valid_until=until,
        recorded_at=recorded,
        withdrawn_at=withdrawn,
    )
