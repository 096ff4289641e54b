"""The German of what `caseflow retention` says, by its English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_RETENTION: Mapping[str, str] = MappingProxyType(
    {
        "Nothing is due that is not held.": "Nichts ist fällig, was nicht zurückgehalten wird.",
        "Run {id} is prepared; a second officer has to agree.": "Der Lauf {id} ist vorbereitet; "
        "eine zweite Datenschutzbeauftragte muss zustimmen.",
        "Run {id}: {done} deleted, {left_out} left out.": "Lauf {id}: {done} gelöscht, {left_out} "
        "ausgelassen.",
        "due now: {count}": "jetzt fällig: {count}",
    }
)
