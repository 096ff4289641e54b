"""Read `[quick_exit]` of config/provider.toml: the harmless page that a quick exit leads to."""

import re

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.quick_exit import QuickExit

# It is written into pages as it stands, and nobody on the way may see or change it.
_ADDRESS = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9._~/-]*)?")


def read_quick_exit(table: Table) -> QuickExit:
    """Return where a quick exit leads."""
    table.only({"address"})
    address = table.text("address")
    if not _ADDRESS.fullmatch(address):
        raise table.wrong(
            "`{address}` must be like https://www.example.org/, without ? and #",
            "address",
            address=address,
        )
    return QuickExit(address)
