"""Read [limits.documents] of config/provider.toml; none may be loosened beyond what is safe."""

from collections.abc import Mapping

from caseflow.settings.toml_tables import Table
from caseflow.vocabulary.document_limits import DocumentLimits

_MILLION = 1_000_000
_BOUNDS: Mapping[str, tuple[int, int]] = {
    "megabytes": (1, 1_000),
    "megapixels": (1, 200),
    "pages": (1, 10_000),
    "unpacked_megabytes": (8, 4_000),
    "memory_megabytes": (256, 8_000),  # below, the reader itself finds no room
    "seconds": (5, 600),
}


def read_document_limits(table: Table) -> DocumentLimits:
    """Return what one file may hold, and what cleaning it may take."""
    table.only(_BOUNDS)
    found = {name: table.number(name, *bounds) for name, bounds in _BOUNDS.items()}
    return DocumentLimits(
        size=found["megabytes"] * _MILLION,
        pixels=found["megapixels"] * _MILLION,
        pages=found["pages"],
        unpacked=found["unpacked_megabytes"] * _MILLION,
        memory=found["memory_megabytes"] * _MILLION,
        seconds=found["seconds"],
    )
