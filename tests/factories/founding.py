"""What a provider decides when it begins, for tests that found one themselves."""

from sqlalchemy import Engine

from caseflow.database.base import Base
from caseflow.database.engines import open_engine
from caseflow.identity.check_account import Account
from caseflow.identity.found_unit import NewUnit
from caseflow.operations.found_installation import Founding
from caseflow.operations.installation_keys import OutsideKeys
from caseflow.vocabulary.units import UnitKind
from tests.factories.house import CHEAP, PASSWORD, ROOT, TRUSTEE

OUTSIDE = OutsideKeys(ROOT, TRUSTEE, CHEAP)
FOUNDING = Founding(
    provider="Musterträger",
    founder=Account("frida@example.org", "Frida", "de"),
    password=PASSWORD,
    units=(
        NewUnit("beratung", "Beratung", UnitKind.COUNSELLING),
        NewUnit("frauenhaus", "Frauenhaus", UnitKind.SHELTER),
    ),
    shares_needed=2,
    shares_made=3,
)


def empty_tables(url: str) -> Engine:
    """Return an engine on a database with all tables and nothing in them."""
    engine = open_engine(url)
    Base.metadata.create_all(engine)
    return engine
