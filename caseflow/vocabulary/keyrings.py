"""What a unit of work knows of the keys that travel with it: that they can be put away."""

from typing import Protocol


class Keyring(Protocol):
    """The opened keys of one request; `caseflow.keys.keyring` is the only one there is."""

    def put_away(self) -> None:
        """Forget every opened key."""
        ...
