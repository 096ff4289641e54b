"""How large an attached file may be, packed and unpacked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentLimits:
    """What one file may hold, and what cleaning it may take."""

    size: int  # bytes, as it is sent and as it is kept
    pixels: int
    pages: int
    unpacked: int  # bytes
    memory: int  # bytes of the process that cleans it
    seconds: int  # of work of that process
