"""Refuse a PDF with layers that are hidden: nobody who sends it sees what they hold.

ISO 32000-1, section 8.11. Layers that are seen are kept, without being layers any more; to cut out
of the drawings of a page what belongs to a hidden one would mean to draw the page anew.
"""

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from caseflow.cleaning.outcome import NotTaken, Unclean
from caseflow.cleaning.pdf_values import value_of

# Where all layers are seen, these memberships are too, and any other may not be.
_SEEN_WITH_ALL = frozenset({"None", "/AnyOn", "/AllOn"})


def refuse_hidden(root: DictionaryObject) -> None:
    """Raise NotTaken where a layer is hidden when the file is opened, or by zoom or language."""
    layers = _named(root, "/OCProperties")
    shown = _named(layers, "/D")
    off = bool(_listed(shown, "/OFF")) or str(value_of(shown, "/BaseState")) not in {"None", "/ON"}
    if off or any(_hides(usage) for usage in _listed(shown, "/AS")):
        raise NotTaken(Unclean.HIDDEN)


def refuse_odd(membership: object) -> None:
    """Raise NotTaken for a membership that may hide where every layer is seen."""
    if not isinstance(membership, DictionaryObject):
        return
    odd = str(value_of(membership, "/P")) not in _SEEN_WITH_ALL or "/VE" in membership
    if odd and str(value_of(membership, "/Type")) == "/OCMD":
        raise NotTaken(Unclean.HIDDEN)


def _hides(usage: PdfObject) -> bool:
    """Say whether looking at the file turns a layer off: it does where it is not asked to show."""
    if not isinstance(usage, DictionaryObject) or str(value_of(usage, "/Event")) != "/View":
        return False
    return any(_turned_off(layer) for layer in _listed(usage, "/OCGs"))


def _turned_off(layer: PdfObject) -> bool:
    use = _named(layer, "/Usage") if isinstance(layer, DictionaryObject) else DictionaryObject()
    state = str(value_of(_named(use, "/View"), "/ViewState"))
    return state == "/OFF" or any(name in use for name in ("/Zoom", "/Language", "/User"))


def _named(entries: DictionaryObject, name: str) -> DictionaryObject:
    found = value_of(entries, name)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _listed(entries: DictionaryObject, name: str) -> list[PdfObject]:
    found = value_of(entries, name)
    return [each.get_object() for each in found] if isinstance(found, ArrayObject) else []
