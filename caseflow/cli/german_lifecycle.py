"""The German of what is said about the keys of units and of recovery, by its English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_LIFECYCLE: Mapping[str, str] = MappingProxyType(
    {
        "Drawers turned: {turned}; left to their next write: {left}.": "Umgeschlossene Fächer: "
        "{turned}; bis zum nächsten Schreiben bleiben: {left}.",
        "The unit {slug} has a new key, version {version}.": "Der Bereich {slug} hat einen neuen "
        "Schlüssel, Version {version}.",
        "Turning drawers": "Fächer werden umgeschlossen",
        "You do not belong to the unit {slug}.": "Sie gehören nicht zum Bereich {slug}.",
        "{address} is disabled; her units have new keys that she never "
        "had.": "{address} ist gesperrt; ihre Bereiche haben neue Schlüssel, die sie nie hatte.",
    }
)
