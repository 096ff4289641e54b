"""Print what gunicorn has to say, and nothing of a request: its address may hold a name."""

import sys
from typing import Any

from gunicorn.glogging import Logger  # type: ignore[import-untyped]  # it ships no types
from typing_extensions import override

_UNREADABLE = "Invalid request"  # gunicorn goes on with what was sent
_FAILED = "Error handling request"  # and here with the address and what the error says


class ServerLog(Logger):  # type: ignore[misc]  # its base has no types
    """gunicorn's log without addresses, headers and messages of errors."""

    @override
    def warning(self, msg: str, *args: Any, **kwargs: Any) -> None:
        """Print a warning."""
        if msg.startswith(_UNREADABLE):
            msg, args = f"{_UNREADABLE}.", ()
        super().warning(msg, *args, **kwargs)

    @override
    def exception(self, msg: object, *args: Any, **kwargs: Any) -> None:
        """Print what an error is; where it came up while the program starts, all of it."""
        if str(msg).startswith(_FAILED):
            self.error("%s: %s.", _FAILED, type(sys.exception()).__name__)
            return
        super().exception(msg, *args, **kwargs)
