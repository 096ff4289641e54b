"""Names that are one name in several languages, where no rule of sounds leads from one to another.

Each group begins with the spelling whose sound stands for all of them.
"""

from types import MappingProxyType

_GROUPS = (
    "anna hanna ganna",
    "elena olena yelena jelena helena",
    "kateryna yekaterina jekaterina ekaterina",
    "nikolai nikolaj nikolay mykola mikola",
    "mykyta nikita",
    "aleksei oleksii alexej oleksiy",
    "jamal gamal djamal dschamal cemal",
    "jamila gamila djamila dschamila cemile",
    "ramadan ramazan",
    "rida reza riza",
    "fadila fazila",
    "nadir nazir",
    "khidr khizr hizir",
    "diya ziya zia",
    "nahid naheed",
    "mikhail michail mykhailo mychajlo mikhailo",
    "ibrahim brahim",
    "dschuma juma cuma gomaa",
    "najib nagib necip nadschib",
    "najla nagla necla",
    "hajar hacer hagar",
    "maria marie mariia",
    "ayse aisha aischa aicha",
)
_COUSINS = MappingProxyType(
    {name: group.split()[0] for group in _GROUPS for name in group.split()[1:]}
)


def cousin(word: str) -> str | None:
    """Return the spelling that stands for all of a name's, if this is one of the others."""
    return _COUSINS.get(word)
