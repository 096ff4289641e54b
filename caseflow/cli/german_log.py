"""The German of what the log's own commands say, by English template."""

from collections.abc import Mapping
from types import MappingProxyType

GERMAN_LOG: Mapping[str, str] = MappingProxyType(
    {
        "a row stands there as no entry ever told of it": "eine Zeile steht da, wie kein Eintrag "
        "sie je genannt hat",
        "a row that no entry tells of": "eine Zeile, von der kein Eintrag weiß",
        "a row that should be there was deleted": "eine Zeile, die da sein müsste, wurde gelöscht",
        "a row that was destroyed stands there again": "eine Zeile, die vernichtet wurde, steht "
        "wieder da",
        "a row was put back as it once was": "eine Zeile wurde zurückgesetzt, wie sie einmal war",
        "in a row stands what belongs into another one": "in einer Zeile steht, was in eine "
        "andere gehört",
        "was emptied, and no entry tells that it was pruned": "wurde geleert, und kein Eintrag "
        "sagt, dass seine Frist um war",
        "what a pruning left behind is not what its entry tells of": "was von gelöschten "
        "Einträgen blieb, ist nicht, was der Eintrag darüber sagt",
        "{rows} rows compared": "{rows} Zeilen verglichen",
    }
)
