"""What one line of the table of pages says."""

from dataclasses import dataclass

from flask.typing import RouteCallable


@dataclass(frozen=True, slots=True)
class PageRoute:
    """One address and what answers there."""

    address: str
    name: str
    view: RouteCallable
    method: str = "GET"
