"""Say the facts for a notice of a breach as a file holds them: random ids, counts, categories."""

from collections.abc import Mapping
from typing import Any

from caseflow.oversight import Breach
from caseflow.vocabulary.clock import instant_text


def shown_breach(found: Breach) -> Mapping[str, Any]:
    """Return the facts."""
    return {
        "staff": str(found.staff),
        "since": instant_text(found.since),
        "until": instant_text(found.until),
        "entries": found.entries,
        "clients": len(found.clients),
        "categories": found.categories,
        "seen": [
            {
                "client": str(each.client),
                "first": instant_text(each.first),
                "last": instant_text(each.last),
                "entries": each.entries,
                "categories": sorted(each.categories),
                "acts": dict(sorted(each.acts.items())),
            }
            for each in found.clients
        ],
    }
