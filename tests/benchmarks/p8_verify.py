"""P8: verify a log of 1,000,000 entries, and prove from it.

The limit is hashing the same bytes once, in memory: each leaf behind its 0x00 and the nodes over
them (RFC 9162), by the functions that verify. Nothing is fetched, read or compared for it. Beside
it stands the same with reading the bytes from the database. Verifying is measured by the clock, and
in time of a core: the database is read by a second thread, on a second core where one is free.

Tried without gain, or given up: a second process for one half, which took a second to start and
1.4 times the time of a core; each leaf, or all of them, as one JSON text of the database's; all of
a leaf in one row; all columns in one text; a statement for each 1,024 leaves, which took a fifth
more of a core, and lets the thread wait 5 ms for the interpreter each time; entries as an array of
JSON; no garbage collection.

The log is filled in bulk: nothing was staged, but leaves, tiles and heads are those that
integrating full batches makes. Each further head costs its signature, 0.1 ms.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from uuid import UUID

from sqlalchemy import insert, select, update

from caseflow.audit.columns import plain_columns
from caseflow.audit.entries import DrawerName, Trace, payload, read_payload
from caseflow.audit.heads import sign_head
from caseflow.audit.integrate import BATCH, LOG
from caseflow.audit.proofs import prove_entry, prove_growth
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


def run(folder: Path) -> Iterator[Line]:
    """Yield a line for the verification, and one for each kind of proof."""
    log = filled(f"sqlite:///{folder / 'p8.db'}")
    yield _verified(log)
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


def _verified(log: Log) -> Line:
    rounds = []
    for _ in range(ROUNDS):
        leaves: list[bytes] = []
        reading = _taken(partial(_read, log, leaves))
        hashing = _taken(lambda: root(map(leaf_hash, leaves)))  # noqa: B023 - called at once
        verifying = _taken(partial(_verify, log))
        rounds.append((*verifying, *hashing, reading[1] + hashing[1]))
    clock, core, clock_hashed, core_hashed, both = (
        median(each) for each in zip(*rounds, strict=True)
    )
    by_clock = median(each[0] / each[2] for each in rounds)
    of_core, with_reading = (median(each[1] / each[place] for each in rounds) for place in (3, 4))
    return Line(
        "P8",
        f"audit verify of {ENTRIES:,} entries: by the clock; in time of a core",
        "hashing the same bytes into the tree; read from the database first, in time of a core",
        "3x",
        Figures(
            f"{by_clock:.1f}x; {of_core:.1f}x, {with_reading:.1f}x",
            f"{clock:.1f} s; {core:.1f} s",
            f"{clock_hashed:.1f} s; {core_hashed:.1f} s, {both:.1f} s",
        ),
    )


def _taken(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds by the clock, and those of a core."""
    begun = time.perf_counter()
    core = _cpu(work)
    return time.perf_counter() - begun, core


def _cpu(work: Callable[[], object]) -> float:
    return measure.seconds(work, clock=time.process_time)


def _read(log: Log, leaves: list[bytes]) -> None:
    with log.engine.connect() as connection:
        found = select(Leaf.payload).order_by(Leaf.position)
        for part in connection.execute(found).scalars().partitions(BATCH):
            leaves.extend(part)


def _verify(log: Log) -> None:
    report = verify(log.work(), log.signer.public)
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
