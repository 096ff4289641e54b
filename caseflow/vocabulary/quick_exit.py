"""Where a browser is led that has to look harmless at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuickExit:
    """The way out of the pages that nobody who comes in should see."""

    address: str = "https://www.wikipedia.org/"  # of another host; anybody may have it open
