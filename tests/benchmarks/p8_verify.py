"""P8: verify a log of 1,000,000 entries, and prove from it.

The limit is hashing the same bytes once, in memory: each leaf behind its 0x00 and the nodes over
them (RFC 9162), by the functions that verify. Nothing is fetched, read or compared for it. Beside
it stands the same with reading the bytes from the database. Verifying is measured by the clock, and
in time of a core of each process: as the command verifies, where a second process takes about half
of the log if a core is free for it, and as the officer's page does, where a second thread reads the
database. On a machine that is busy the longer of both processes says more than the clock.

Tried without gain, or given up: a second process that loads all of this program, reads a fixed half
and lets the nodes over it be hashed again, which took a second to start and 1.4 times the time of a
core; a thread that reads ahead beside a second process; each leaf, or all of them, as one JSON text
of the database's; all of a leaf in one row; all columns in one text; a statement for each 1,024
leaves, which took a fifth more of a core, and lets the thread wait 5 ms for the interpreter each
time; entries as an array of JSON; no garbage collection.

The log is filled in bulk: nothing was staged, but leaves, tiles and heads are those that
integrating full batches makes. Each further head costs its signature, 0.1 ms.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import insert, select, update

from caseflow.audit.columns import plain_columns
from caseflow.audit.entries import DrawerName, Trace, payload, read_payload
from caseflow.audit.heads import sign_head
from caseflow.audit.integrate import BATCH, LOG
from caseflow.audit.proofs import prove_entry, prove_growth
from caseflow.audit.read_ahead import alone
from caseflow.audit.second_process import Second, second_process
from caseflow.audit.stored_tiles import tile_reader, write_tiles
from caseflow.audit.verify import verify
from caseflow.database.tables.audit_log import Leaf, TreeHead
from caseflow.database.tables.clients import Case
from caseflow.merkle.tiles import grow
from caseflow.merkle.tree import Frontier, leaf_hash, root
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.acts import Act
from caseflow.vocabulary.bases import BasisKind, UsedBasis
from caseflow.vocabulary.ids import new_id
from tests.benchmarks import measure
from tests.benchmarks.line import Figures, Line
from tests.factories.log import Log, empty_log

ENTRIES = 1_000_000
CASES = 1000
ROUNDS = 3  # a million entries are read in each, so that one round is many measures
PROOFS = 200


class Taken(NamedTuple):
    """How many seconds a piece of work took."""

    clock: float
    core: float  # of this process
    other: float  # of a core, by processes that this one started


def run(folder: Path) -> Iterator[Line]:
    """Yield a line for each way of verifying, and one for each kind of proof."""
    log = filled(f"sqlite:///{folder / 'p8.db'}")
    yield _verified(log, "`audit verify`", second_process)
    yield _verified(log, "the officer's page, in one process,", alone)
    spread = [ENTRIES * number // PROOFS for number in range(PROOFS)]
    proofs = {
        "of inclusion": partial(_proved_entries, log, spread),
        "of consistency": partial(_proved_growth, log, spread),
    }
    for kind, prove in proofs.items():
        prove()
        milliseconds = median(_cpu(prove) for _ in range(measure.ROUNDS)) / PROOFS * 1000
        yield Line(
            "P8",
            f"proof {kind} at {ENTRIES:,}, tiles read from the database",
            "",
            "1 ms",
            Figures(f"{milliseconds:.2f} ms", f"{milliseconds:.2f} ms", ""),
        )
    log.close()


def _verified(log: Log, how: str, second: Second) -> Line:
    rounds = [_round(log, second) for _ in range(ROUNDS)]
    ratios = [(ours.clock / limit.clock, *_of_core(ours, limit)) for ours, limit, _ in rounds]
    by_clock, first, other = (median(each) for each in zip(*ratios, strict=True))
    with_reading = median(
        (ours.core + ours.other) / (limit.core + reading.core) for ours, limit, reading in rounds
    )
    ours, limit, reading = (_median(each) for each in zip(*rounds, strict=True))
    return Line(
        "P8",
        f"{how} of {ENTRIES:,} entries: by the clock; in time of cores, this process + the other",
        "hashing the same bytes into the tree; all in time of cores, read from the database too",
        "3x",
        Figures(
            f"{by_clock:.1f}x; {first:.1f}x + {other:.1f}x; {with_reading:.1f}x",
            f"{ours.clock:.1f} s; {ours.core:.1f} s + {ours.other:.1f} s",
            f"{limit.clock:.1f} s; {limit.core:.1f} s; {limit.core + reading.core:.1f} s",
        ),
    )


def _round(log: Log, second: Second) -> tuple[Taken, Taken, Taken]:
    """Return how long it takes to verify, to hash the same bytes, and to read them."""
    leaves: list[bytes] = []
    reading = _taken(partial(_read, log, leaves))
    hashing = _taken(lambda: root(map(leaf_hash, leaves)))
    leaves.clear()  # as little stands in memory as where a command verifies
    return _taken(partial(_verify, log, second)), hashing, reading


def _of_core(ours: Taken, limit: Taken) -> tuple[float, float]:
    return ours.core / limit.core, ours.other / limit.core


def _median(rounds: Iterable[Taken]) -> Taken:
    return Taken(*(median(each) for each in zip(*rounds, strict=True)))


def _taken(work: Callable[[], object]) -> Taken:
    begun = time.perf_counter(), _of_cores(RUSAGE_SELF), _of_cores(RUSAGE_CHILDREN)
    work()
    ended = time.perf_counter(), _of_cores(RUSAGE_SELF), _of_cores(RUSAGE_CHILDREN)
    return Taken(*(late - early for early, late in zip(begun, ended, strict=True)))


def _of_cores(whose: int) -> float:
    used = getrusage(whose)
    return used.ru_utime + used.ru_stime


def _cpu(work: Callable[[], object]) -> float:
    return measure.seconds(work, clock=time.process_time)


def _read(log: Log, leaves: list[bytes]) -> None:
    with log.engine.connect() as connection:
        found = select(Leaf.payload).order_by(Leaf.position)
        for part in connection.execute(found).scalars().partitions(BATCH):
            leaves.extend(part)


def _verify(log: Log, second: Second) -> None:
    report = verify(log.work(), log.signer.public, second=second)
    assert (report.entries, report.findings) == (ENTRIES, ())


def _proved_entries(log: Log, positions: Sequence[int]) -> None:
    work = log.work()
    for position in positions:
        prove_entry(work, position, ENTRIES)
    work.abandon()


def _proved_growth(log: Log, sizes: Sequence[int]) -> None:
    work = log.work()
    for size in sizes:
        prove_growth(work, size, ENTRIES)
    work.abandon()


def filled(url: str) -> Log:
    """Return a log with all the entries, about a thousand cases in turn."""
    log = empty_log(url)
    cases = [log.case() for _ in range(min(CASES, ENTRIES))]
    uses = dict.fromkeys((case.id for case in cases), 0)
    tree = Frontier()
    for start in range(0, ENTRIES, BATCH):
        leaves = []
        for number in range(start, min(start + BATCH, ENTRIES)):
            case = cases[number % len(cases)]
            uses[case.id] += 1
            leaves.append(_entry(log, case, uses[case.id]))
        tree = _integrated(log, tree, leaves)
    _settle(log, uses)
    return log


def _entry(log: Log, case: Case, use: int) -> bytes:
    trace = Trace(
        act=Act.STORY_READ,
        staff=case.opened_by,
        session=case.opened_by,
        unit=log.unit,
        role=Role.CASEWORKER,
        client=case.client_id,
        drawers=(DrawerName(case.id, log.unit, "health"),),
        fields=("entries.text",),
        purpose="case_work",
        bases=(UsedBasis(BasisKind.OWN_UNIT, case.id, use),),
    )
    return payload(new_id(), log.around.clock.now(), "request-1", trace)


def _settle(log: Log, uses: dict[UUID, int]) -> None:
    """Let the cases count as often as the entries say, and the tree be as large as it is."""
    work = log.work()
    for case, times in uses.items():
        work.session.execute(update(Case).where(Case.id == case).values(uses=times))
    work.session.execute(insert(TreeHead).values(name=LOG, size=ENTRIES))
    work.finish()


def _integrated(log: Log, tree: Frontier, leaves: list[bytes]) -> Frontier:
    work = log.work()
    hashes = [leaf_hash(leaf) for leaf in leaves]
    grown = tree.grown(hashes)
    write_tiles(work, grow(tree.size, hashes, tile_reader(work)))
    rows = [
        {"position": at, "payload": leaf, "leaf_hash": hashed, **plain_columns(read_payload(leaf))}
        for at, (leaf, hashed) in enumerate(zip(leaves, hashes, strict=True), tree.size)
    ]
    work.session.execute(insert(Leaf), rows)
    sign_head(work, log.signer, grown.size, grown.root())
    work.finish()
    return grown
