"""For each table that decides: which of its rows matters, and an act that rests on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from sqlalchemy import Table, select

from caseflow.database.tables.accounts import StaffPair
from caseflow.database.tables.audit_log import StagedEntry
from caseflow.database.tables.drawers import Drawer
from caseflow.database.tables.units import Membership, UnitPair
from tests.factories.house import House
from tests.security import factor_looks, looks, partner_looks, retention_looks, review_looks
from tests.security.filled_house import (
    FAMILY,
    HEALTH,
    HOME,
    MERGED,
    NOTE,
    TOLD,
    VIOLENCE,
    WALLED,
    Filled,
)

Look: TypeAlias = Callable[[House, Filled], set[str]]
Where: TypeAlias = Callable[[Table, House, Filled], list[Any]]


@dataclass(frozen=True)
class Probe:
    """A row, the act that rests on it, and what must not open once the row is changed."""

    look: Look
    where: Where
    opens: frozenset[str] = frozenset()
    found_by: frozenset[str] = frozenset()  # changed here, the row is not come upon any more
    speaks: bool = False  # the answer itself says so, or nothing rests on the row
    moves: frozenset[str] = frozenset()  # changed here, the row is gone, which no seal can tell


def alarms(house: House) -> int:
    """Return how many alarms are in the log."""
    with house.sessions() as session:
        entries: list[object] = list(session.scalars(select(StagedEntry.payload)))
        # A spoiled row's may be a text.
        return sum(b'"act":"alarm.' in each for each in entries if isinstance(each, bytes))


def _anything(_table: Table, _house: House, _life: Filled) -> list[Any]:
    return []


def _of_frieda(column: str) -> Where:
    return lambda table, house, _: [table.c[column] == house.staff["frieda"]]


def _of_shelter(table: Table, house: House, _life: Filled) -> list[Any]:
    return [table.c.unit_id == house.units["frauenhaus"]]


def _her_case(table: Table, house: House, life: Filled) -> list[Any]:
    return [*_of_shelter(table, house, life), table.c.client_id == life.known.id]


def _of_violence(table: Table, _house: House, life: Filled) -> list[Any]:
    return [table.c.client_id == life.known.id, table.c.category == "violence"]


def _envelope(table: Table, house: House, life: Filled) -> list[Any]:
    drawer = select(Drawer.id).where(
        Drawer.client_id == life.known.id, Drawer.category == "violence"
    )
    shelter = house.units["frauenhaus"]
    return [table.c.drawer_id == drawer.scalar_subquery(), table.c.reader_id == shelter]


def _wrapping(table: Table, house: House, _life: Filled) -> list[Any]:
    pair = select(StaffPair.id).where(StaffPair.staff_id == house.staff["frieda"])
    return [table.c.pair_id == pair.scalar_subquery()]


def _unit_envelope(table: Table, house: House, _life: Filled) -> list[Any]:
    member = select(Membership.id).where(Membership.staff_id == house.staff["frieda"])
    return [table.c.membership_id == member.scalar_subquery()]


def _trustee_envelope(table: Table, house: House, _life: Filled) -> list[Any]:
    pair = select(UnitPair.id).where(UnitPair.unit_id == house.units["frauenhaus"])
    return [table.c.unit_pair_id == pair.scalar_subquery()]


def _the_code(table: Table, house: House, life: Filled) -> list[Any]:
    return [table.c.id == factor_looks.row_of_paper(house, life)]


_BOTH = frozenset({VIOLENCE, HEALTH})

PROBES: dict[str, Probe] = {
    "api_tokens": Probe(
        factor_looks.by_token, _anything, frozenset({"in"}), frozenset({"token_digest"})
    ),
    # Nothing opens by it; an erasure names the last one's end, and counts a changed row too.
    "backups": Probe(looks.backups, _anything, frozenset({"known"}), speaks=True),
    # An emergency that was declared goes on without the case.
    "cases": Probe(
        looks.shelter, _her_case, frozenset({VIOLENCE}), frozenset({"client_id", "unit_id"})
    ),
    "clients": Probe(
        looks.by_code,
        lambda table, _, life: [table.c.id == life.known.id],
        frozenset({"desk"}),
        frozenset({"code_tag"}),
    ),
    "consents": Probe(
        looks.shelter,
        lambda table, _, life: [table.c.id == life.consent],
        frozenset({VIOLENCE}),
        frozenset({"client_id"}),
    ),
    "desks": Probe(
        looks.at_the_desk,
        lambda table, _, life: [table.c.session_id == life.ida.session],
        frozenset({"desk"}),
        frozenset({"client_id", "session_id", "unit_id"}),
    ),
    "disclosures": Probe(
        partner_looks.listed,
        _anything,
        frozenset({"told"}),
        frozenset({"client_id", "unit_id"}),
    ),
    "drawers": Probe(looks.shelter, _of_violence, frozenset({VIOLENCE}), frozenset({"client_id"})),
    "emergency_accesses": Probe(
        looks.shelter,
        _anything,
        frozenset({HEALTH}),
        frozenset({"client_id", "staff_id"}),
    ),
    "envelopes": Probe(
        looks.shelter,
        _envelope,
        frozenset({VIOLENCE}),
    ),
    "erasures": Probe(retention_looks.proposed, _anything, frozenset({"a proposal"})),
    # A row that is looked for by another id, unit or end is not come upon.
    "exception_agreements": Probe(
        looks.shelter,
        _anything,
        frozenset({FAMILY}),
        frozenset({"client_id", "exception_id"}),
    ),
    "grants_due": Probe(
        looks.waiting,
        _anything,
        frozenset({"hands out"}),
        frozenset({"unit_id", "done_at"}),
    ),
    "handovers": Probe(looks.inbox, _anything, frozenset({NOTE}), frozenset({"to_unit"})),
    "holds": Probe(retention_looks.held, _anything, frozenset({"Klage vor dem Landgericht"})),
    "installation": Probe(looks.start, _anything, frozenset({"starts"}), speaks=True),
    "invitations": Probe(
        looks.invited,
        _anything,
        frozenset({"welcome"}),
        frozenset({"token_digest", "used_at"}),
    ),
    "known_browsers": Probe(
        factor_looks.from_home,
        _anything,
        frozenset({"known"}),
        frozenset({"digest", "staff_id"}),
    ),
    "kept_apart": Probe(looks.apart, _anything, frozenset({"a pair"})),
    "lawful_exceptions": Probe(
        looks.shelter,
        _anything,
        frozenset({FAMILY}),
        frozenset({"client_id", "id", "unit_id"}),
    ),
    "memberships": Probe(
        looks.story, _of_frieda("staff_id"), _BOTH, frozenset({"staff_id", "ended_at"})
    ),
    # Where a row names another than whom it is looked for by, it is not come upon.
    "merges": Probe(looks.merged, _anything, frozenset({MERGED}), frozenset({"first_client"})),
    "one_time_secrets": Probe(
        factor_looks.by_code, _anything, frozenset({"in"}), frozenset({"staff_id"})
    ),
    "openid_links": Probe(
        factor_looks.by_identity,
        _anything,
        frozenset({"in"}),
        frozenset({"staff_id"}),
    ),
    # Where a version is not as it was written, the envelopes themselves say which secret counts.
    "outside_keys": Probe(looks.secret, _anything, found_by=frozenset({"what"})),
    "own_addresses": Probe(
        factor_looks.at_home,
        _anything,
        frozenset({HOME}),
        frozenset({"staff_id"}),
    ),
    "passkeys": Probe(
        factor_looks.by_passkey, _anything, frozenset({"in"}), frozenset({"staff_id"})
    ),
    "received_consents": Probe(
        looks.received, _anything, frozenset({"waits"}), frozenset({"client_id", "unit_id"})
    ),
    "recovery_codes": Probe(
        factor_looks.by_paper, _the_code, frozenset({"in"}), frozenset({"staff_id", "used_at"})
    ),
    # An organisation that is looked for by its id is not come upon under another.
    "partners": Probe(partner_looks.printed, _anything, frozenset({TOLD}), frozenset({"id"})),
    "review_findings": Probe(review_looks.found, _anything, frozenset({"Zu viele."})),
    "sign_offs": Probe(review_looks.signed, _anything, frozenset({"a sign-off"})),
    "retention_runs": Probe(retention_looks.prepared, _anything, frozenset({"a run"})),
    # What she refused is shown and never decided by: nothing rests on the row.
    "refusals": Probe(looks.shelter, _anything, speaks=True),
    "staff": Probe(
        looks.story,
        lambda table, house, _: [table.c.id == house.staff["frieda"]],
        _BOTH,
        frozenset({"email"}),
    ),
    "staff_pairs": Probe(looks.story, _of_frieda("staff_id"), _BOTH, frozenset({"staff_id"})),
    "staff_wrappings": Probe(looks.story, _wrapping, _BOTH, frozenset({"pair_id", "kind"})),
    "staged_entries": Probe(looks.log, _anything, frozenset({"sound"}), speaks=True),
    "trustee_envelopes": Probe(looks.trustee, _trustee_envelope, frozenset({"key"})),
    "trustee_pairs": Probe(looks.trustee, _anything, frozenset({"key"})),
    "unit_envelopes": Probe(looks.story, _unit_envelope, _BOTH),
    "unit_pairs": Probe(looks.story, _of_shelter, _BOTH),
    "units": Probe(
        looks.units,
        lambda table, house, _: [table.c.id == house.units["frauenhaus"]],
        frozenset({"Frauenhaus"}),
    ),
    # A wall that is moved to somebody else is gone for her: only the digests in the log miss it.
    "walls": Probe(
        looks.walled,
        _anything,
        frozenset({WALLED}),
        moves=frozenset({"client_id", "staff_id"}),
    ),
    # The consent's own row says what was withdrawn; the withdrawal is its evidence.
    "withdrawals": Probe(looks.shelter, _anything, speaks=True),
}
