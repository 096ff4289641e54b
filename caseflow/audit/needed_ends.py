"""Say which entries still close something that stands in the database.

A row can be put back as it once was; that its consent has ended, only the log tells. So the entry
of an end stays as long as what it ended.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from caseflow.audit.ends import ENDING
from caseflow.database.tables.clients import Wall
from caseflow.database.tables.consents import Consent
from caseflow.database.tables.exceptions import EmergencyAccess, LawfulException
from caseflow.database.tables.merges import Merge
from caseflow.database.unit_of_work import Work

_ENDED = (Consent, EmergencyAccess, LawfulException, Merge, Wall)
_CHUNK = 500


def needed_ends(work: Work, contents: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return the ids of the entries that tell of the end of something that is still there."""
    named = {content["id"]: _named(content) for content in contents if content.get("act") in ENDING}
    standing: set[str] = set()
    about_all = sorted({each for about in named.values() for each in about})
    for start in range(0, len(about_all), _CHUNK):
        asked = [UUID(each) for each in about_all[start : start + _CHUNK]]
        for table in _ENDED:
            found = work.session.scalars(select(table.id).where(table.id.in_(asked)))
            standing |= {str(each) for each in found}
    return {entry for entry, about in named.items() if about & standing}


def _named(content: Mapping[str, Any]) -> set[str]:
    """Return the ids of what an entry may have ended."""
    rows = (*content.get("ended", ()), *content.get("rows", ()))
    merge = content.get("details", {}).get("merge")
    return {each["id"] for each in rows} | ({merge} if merge else set())
