"""FHIR Consents as another system might send them, made of ours."""

from typing import Any

from caseflow.subject_rights import consent_r4, consent_r5
from caseflow.subject_rights.consent_parts import Named
from caseflow.vocabulary.fhir import Release
from caseflow.vocabulary.ids import new_id
from caseflow.vocabulary.matrices import Matrix
from caseflow.vocabulary.units import Unit, UnitKind
from tests.factories.house import configuration
from tests.unit.subject_rights.views import CLIENT, GIVER, NOW, TAKER, view

CONFIGURATION = configuration()
THIRD = new_id()
UNITS = (
    Unit(GIVER, "beratung", "Beratung", UnitKind.COUNSELLING),
    Unit(TAKER, "frauenhaus", "Frauenhaus", UnitKind.SHELTER),
    Unit(THIRD, "wohnen", "Wohnen", UnitKind.HOUSING),
)
NAMED = Named(CLIENT, {unit.id: unit.name for unit in UNITS}, CONFIGURATION)
_MADE = {Release.R4: consent_r4.consent, Release.R5: consent_r5.consent}

__all__ = ["CLIENT", "CONFIGURATION", "GIVER", "NAMED", "NOW", "TAKER", "THIRD", "UNITS"]


def sent(release: Release, *parts: Matrix, **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - any part of it
    """Return what would be sent of a consent with these parts."""
    return _MADE[release](view(*parts, **changed), NAMED)
