"""A born house, opened once more by another process as a further worker of the server would."""

from dataclasses import dataclass
from uuid import UUID

from caseflow.audit.record import tell_rows
from caseflow.crypto.row_seals import RowSealer
from caseflow.database.engines import open_engine, sessions_of
from caseflow.database.tables.units import Membership
from caseflow.database.unit_of_work import Surroundings
from caseflow.keys.server_keys import open_server_keys
from tests.factories.house import CHEAP, ROOT, TRUSTEE, House, StoppedClock, configuration


@dataclass(frozen=True)
class HouseAddress:
    """Where a house stands and who works in it: all that goes from process to process."""

    url: str
    installation: UUID
    units: dict[str, UUID]
    staff: dict[str, UUID]
    members: dict[tuple[str, str], UUID]


def address_of(house: House) -> HouseAddress:
    """Return where this house stands."""
    return HouseAddress(
        house.engine.url.render_as_string(hide_password=False),
        house.around.installation,
        dict(house.units),
        dict(house.staff),
        {place: member.id for place, member in house.memberships.items()},
    )


def reopened(address: HouseAddress) -> House:
    """Return the house at this address with an engine, server keys and a clock of its own."""
    engine = open_engine(address.url)
    sessions = sessions_of(engine)
    with sessions() as session:
        server = open_server_keys(session, ROOT, TRUSTEE, CHEAP)
        members = {
            place: session.get_one(Membership, id_) for place, id_ in address.members.items()
        }
    around = Surroundings(
        StoppedClock(),
        configuration(),
        address.installation,
        RowSealer(server.row_seal),
        tell_rows,
    )
    return House(
        engine,
        sessions,
        server,
        around,
        units=dict(address.units),
        staff=dict(address.staff),
        memberships=members,
    )
