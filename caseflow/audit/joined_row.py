"""Many leaves in one row of the database, as it stands before anybody looks at it."""

from typing import Any, NamedTuple


class ColumnTexts(NamedTuple):
    """The columns of some leaves by position: a line for each, empty where there is no value.

    Ids are as the database spells them, SQLite without dashes. Instants are in UTC,
    `2026-03-02 09:00:00.000005Z`, the last without `Z`.
    """

    entry_id: str
    at: str
    act: str
    decision: str
    request_id: str
    staff_id: str
    unit_id: str
    client_id: str


class Joined(NamedTuple):
    """Some leaves by position, as one row of the database."""

    dashed: bool  # whether the ids in their columns have dashes
    size: int  # how many have an entry
    strange: int  # how many have a value that its line does not tell from another
    payloads: bytes  # a line for each
    hashes: bytes  # 32 bytes for each
    columns: ColumnTexts

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> "Joined":
        """Return a row as it is; where there are no leaves, nothing is in it."""
        dashed, size, strange, payloads, hashes, *texts = row
        return cls(bool(dashed), size, strange, payloads, hashes, ColumnTexts(*texts))
