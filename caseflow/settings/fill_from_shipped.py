"""Let what a provider's own file leaves out be as it came with the program.

So a copy of the file outlives the next release, and need only say what is different here.
"""

from collections.abc import Mapping
from dataclasses import replace

from caseflow.settings.toml_tables import Table

_DEEP = frozenset({"limits", "second_factor"})  # filled key by key; other tables are taken whole
_ITS_OWN = frozenset({"name", "time_zone", "languages"})  # nobody else's could stand in


def fill_from_shipped(own: Table, shipped: Table) -> Table:
    """Return the table with what it leaves out; its name, zone and languages it must say."""
    filled = dict(own.values)
    for key, value in shipped.values.items():
        if key in _DEEP:
            filled[key] = _filled(own.values.get(key, {}), value)
        elif key not in _ITS_OWN:
            filled.setdefault(key, value)
    return replace(own, values=filled)


def _filled(own: object, shipped: object) -> object:
    if not isinstance(own, Mapping) or not isinstance(shipped, Mapping):
        return own
    missing = {key: value for key, value in shipped.items() if key not in own}
    return {key: _filled(value, shipped.get(key)) for key, value in own.items()} | missing
