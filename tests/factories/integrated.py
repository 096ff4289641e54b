"""The log of a house, brought into its tree."""

from caseflow.audit.integrate import integrate
from tests.factories.house import House


def integrated(house: House) -> int:
    """Move all that is staged into the tree; return how many entries that were."""
    return integrate(house.work(), house.server.signer)
