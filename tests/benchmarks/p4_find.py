"""P4: find a client by name among 1,000,000 of one unit, in time of one core.

Ten thousand clients are real: case, card and tokens as the house makes them. The others are rows of
the same shape whose seals and tokens are chance, which no search opens. The same search among the
ten thousand alone, by the index and by opening every card, stands beside it.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

from caseflow.crypto.client_codes import new_code
from caseflow.database.tables.clients import Case
from caseflow.keys.keyring import ring
from caseflow.vault.build_index import build_index
from caseflow.vault.codes import sealed_code
from caseflow.vault.looked_through import look_through
from caseflow.vault.name_cards import CardText, named, new_card
from caseflow.vault.search import search
from caseflow.vault.search_index import begin_generation
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed
from caseflow.vocabulary.ids import new_id
from tests.benchmarks.line import Figures, Line
from tests.factories.house import House, born

REAL, ALL = 10_000, 1_000_000
WANTED = "Kovalenko, Oleksandra"
NAMESAKES = 20  # who share the sounds of her name
QUERIES = {"exact": "Oleksandra Kovalenko", "misspelt": "Aleksandra Kowalenko"}
CALLS = 30
_ONES = ("Amina", "Berta", "Chiara", "Dilan", "Emma", "Fatima", "Gesa", "Hiba", "Ines", "Jana")
_SYLLABLES = ("ba", "lo", "mi", "ru", "ne", "ka", "to", "fe", "su", "di")
_OTHERS = ("Berg", "Demir", "Haddad", "Ivanova", "Krause", "Lund", "Martens", "Nowak", "Rahimi")


def run(folder: Path) -> Iterator[Line]:
    """Yield a line for each way in which her name is typed: the whole search, and the finding."""
    house = filled(folder / "p4.db")
    berta = house.actor("berta", "beratung")
    scanned = {name: _cost(house, berta, query, 3) for name, query in QUERIES.items()}
    _index(house, berta)
    few = {name: _cost(house, berta, query) for name, query in QUERIES.items()}
    little = _found(house, berta)
    _add_others(house, berta)
    for name, query in QUERIES.items():
        many = _cost(house, berta, query)
        yield Line(
            "P4",
            f"search by {name} name among {ALL:,}, both traces committed",
            f"the same among {REAL:,}; every card opened",
            "log n",
            Figures(
                f"{many / few[name]:.2f}x; 1/{scanned[name] / many:.0f}",
                f"{many:.1f} ms",
                f"{few[name]:.1f} ms; {scanned[name]:.0f} ms",
            ),
        )
    much = _found(house, berta)
    yield Line(
        "P4",
        f"of it: find her and {NAMESAKES} namesakes among {ALL:,}, and open their cards",
        f"the same among {REAL:,}",
        "5 ms, log n",
        Figures(f"{much / little:.2f}x", f"{much:.1f} ms", f"{little:.1f} ms"),
    )
    house.close()


def filled(database: Path, clients: int | None = None) -> House:
    """Return a house with the real clients, or so many, who are looked through one by one."""
    house = born(f"sqlite:///{database}")
    _add_real(house, house.actor("berta", "beratung"), clients or REAL)
    _scan(house, clients or REAL)
    return house


def _cost(house: House, actor: Actor, query: str, calls: int = CALLS) -> float:
    """Return the milliseconds of a core that a search takes, the middle of several."""
    work = house.work(actor)

    def ask() -> None:
        answer = search(work, actor, query)
        assert isinstance(answer, Disclosed)
        assert WANTED in {each.name for each in answer.value.items}, query

    ask()
    return median(milliseconds(ask) for _ in range(calls))


def _found(house: House, actor: Actor) -> float:
    """Return what finding alone takes: tokens, cases, cards and their opening."""
    work = house.work(actor)

    def ask() -> None:
        looked = look_through(work, actor, QUERIES["misspelt"], closed=False)
        work.finish()
        assert len(named(work, looked.file.cards)) > NAMESAKES

    ask()
    return median(milliseconds(ask) for _ in range(CALLS))


def milliseconds(ask: Callable[[], None]) -> float:
    """Return the time of a core that a call takes."""
    begun = time.process_time()
    ask()
    return (time.process_time() - begun) * 1000


def _scan(house: House, up_to: int) -> None:
    limits = replace(house.around.configuration.limits, scan_up_to=up_to)
    configuration = replace(house.around.configuration, limits=limits)
    house.around = replace(house.around, configuration=configuration)


def _add_real(house: House, actor: Actor, clients: int) -> None:
    work = house.work(actor)
    keys = ring(work).unit
    assert keys is not None
    for number in range(clients):
        client, row = new_id(), new_id()
        case = Case(
            client_id=client,
            id=row,
            unit_id=actor.unit,
            opened_at=work.clock.now(),
            opened_by=actor.staff,
            **sealed_code(work, actor.unit, row, new_code()),
        )
        card = new_card(work, keys, client, CardText(_name(number), "1990"))
        work.session.add_all((case, card))
    work.finish()


def _index(house: House, actor: Actor) -> None:
    _scan(house, 0)
    work = house.work(actor)
    keys = ring(work).unit
    assert keys is not None
    begin_generation(work, keys, 1)
    work.finish()
    while build_index(work, actor.unit, 1000):
        work.finish()
    work.finish()


def _name(number: int) -> str:
    if number == 0:
        return WANTED
    if number <= NAMESAKES:
        return f"Kovalenko, Alexandra {number}"
    one, other = _ONES[number % len(_ONES)], _OTHERS[number % len(_OTHERS)]
    return f"{other}{_word(number)}, {one}"


def _word(number: int) -> str:
    """Return a made-up ending, another one for each of a thousand numbers."""
    return "".join(_SYLLABLES[int(digit)] for digit in f"{number % 1000:03}")


def _add_others(house: House, actor: Actor) -> None:
    """Multiply the rows that are there, under ids, seals and tokens of chance."""
    others = {"unit": actor.unit.hex, "most": ALL - REAL}
    new = "lower(hex(randomblob(16)))"
    count = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :most)"
    copied = {
        "cases": {"client_id": "made.client", "id": new, "row_seal": "randomblob(32)"},
        "name_cards": {"client_id": "made.client", "id": "made.card", "sealed": "randomblob(160)"},
    }
    with house.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("PRAGMA synchronous = OFF")
        raw.execute("DROP INDEX ix_index_tokens_unit_id_token")
        raw.execute(
            f"CREATE TEMP TABLE made AS {count} SELECT {new} AS client, {new} AS card FROM n",  # noqa: S608
            others,
        )
        for table, chosen in copied.items():
            names = [each[1] for each in raw.execute(f"PRAGMA table_info({table})")]
            values = ", ".join(chosen.get(name, f"one.{name}") for name in names)
            raw.execute(
                f"INSERT INTO {table} ({', '.join(names)}) SELECT {values} "  # noqa: S608
                f"FROM made, (SELECT * FROM {table} LIMIT 1) AS one"
            )
        raw.execute(
            "INSERT INTO index_tokens (client_id, card_id, token, unit_id) "
            "WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 16) "
            "SELECT client, card, randomblob(16), :unit FROM made, t ORDER BY client, card",
            others,
        )
        raw.execute("CREATE INDEX ix_index_tokens_unit_id_token ON index_tokens (unit_id, token)")
        raw.commit()
        raw.execute("ANALYZE")
        raw.execute("PRAGMA foreign_keys = ON")
        raw.commit()
