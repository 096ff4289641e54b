"""What one line of the table of pages says."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Response


@dataclass(frozen=True, slots=True)
class PageRoute:
    """One address and what answers there."""

    address: str
    name: str
    view: Callable[..., Response]
    method: str = "GET"
