"""Copy what a page shows into a new file, and nothing that acts, names or hides.

Copied is what is reached from the pages, less the entries below; so whatever an older state of the
file held, and whatever hangs beside the pages, stays behind. Of resources, images and drawings only
what is known to show something is copied.
"""

from collections.abc import Callable

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from caseflow.cleaning.outcome import NotTaken, Unclean
from caseflow.cleaning.pdf_layers import refuse_odd
from caseflow.cleaning.pdf_streams import StreamLooks
from caseflow.cleaning.pdf_values import value_of

_LEFT_OUT = frozenset(
    {
        # who, when, with what
        *("/Metadata", "/PieceInfo", "/LastModified", "/OPI", "/Alternates", "/Thumb", "/Measure"),
        *("/Info", "/ID", "/OC", "/Properties", "/PtData", "/SPS", "/GeoInfo", "/VP", "/LGIDict"),
        "/Ref",  # another file, whose page would stand here
        # what acts
        *("/A", "/AA", "/OpenAction", "/JS", "/JavaScript", "/URI", "/Next", "/Names"),
        # what hangs beside, and ways back up
        *("/EF", "/AF", "/EmbeddedFiles", "/RF", "/Parent", "/P", "/StructParent"),
        *("/StructParents", "/Annots", "/B", "/Length"),
    }
)
_RESOURCES = frozenset(
    {"/ExtGState", "/ColorSpace", "/Pattern", "/Shading", "/XObject", "/Font", "/ProcSet"}
)
_OF_ANY = frozenset({"/Type", "/Subtype", "/Name", "/DecodeParms"})
_SHOWING = {
    "/Form": _OF_ANY | {"/FormType", "/BBox", "/Matrix", "/Resources", "/Group"},
    "/Image": _OF_ANY
    | {"/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Intent", "/ImageMask", "/Mask"}
    | {"/Decode", "/Interpolate", "/SMask", "/SMaskInData", "/Matte"},
}
_OF_A_STREAM = frozenset({"/F", "/FFilter", "/FDecodeParms", "/DL", "/Filter"})
_MAKERS = "/PTEX."  # of TeX: paths of files, and their authors
_MOST = 500_000  # objects of one file


class NewObjects:
    """The objects of the new file, by the numbers that they get."""

    def __init__(self, looks: StreamLooks) -> None:
        self.all: list[PdfObject] = []
        self._looks = looks
        self._known: dict[tuple[int, int, bool], IndirectObject] = {}

    def add(self, made: PdfObject) -> IndirectObject:
        """Give an object its number; raises NotTaken beyond all measure."""
        if len(self.all) >= _MOST:
            raise NotTaken(Unclean.UNPACKED)
        self.all.append(made)
        return IndirectObject(len(self.all), 0, None)

    def copy(self, found: object) -> PdfObject:
        """Return the copy of whatever stands in the old file."""
        match found:
            case IndirectObject():
                return self._copy_once(found)
            case StreamObject():
                return self.add(self._stream(found))
            case DictionaryObject():
                return self.entries(found)
            case ArrayObject():
                return ArrayObject([self.copy(each) for each in found])
            case PdfObject():
                return found
            case _:
                raise NotTaken(Unclean.DAMAGED)

    def entries(
        self, found: DictionaryObject, but: frozenset[str] = frozenset()
    ) -> DictionaryObject:
        """Return the copy of a dictionary without what is left out everywhere, and here."""
        _heed_layers(found)
        known = _SHOWING.get(str(value_of(found, "/Subtype")), found.keys())
        made = DictionaryObject()
        for name, value in found.items():
            if name in known and name not in _LEFT_OUT | but and not name.startswith(_MAKERS):
                made[NameObject(name)] = self.entry(name, value)
        return made

    def entry(self, name: str, value: object) -> PdfObject:
        """Return the copy of what a dictionary holds under a name."""
        if name != "/Resources":
            return self.copy(value)
        if isinstance(value, IndirectObject):
            return self._copy_once(value, self._resources)
        return self._resources(value)

    def _resources(self, found: object) -> PdfObject:
        if not isinstance(found, DictionaryObject):
            raise NotTaken(Unclean.DAMAGED)
        return self.entries(found, frozenset(found.keys()) - _RESOURCES)

    def _copy_once(
        self, reference: IndirectObject, make: Callable[[object], PdfObject] | None = None
    ) -> PdfObject:
        place = reference.idnum, reference.generation, make is None
        if place not in self._known:
            # Its number comes first: what leads back to itself finds it.
            self._known[place] = number = self.add(NullObject())
            found = reference.get_object()
            if isinstance(found, StreamObject):
                self.all[number.idnum - 1] = self._stream(found)
            else:
                self.all[number.idnum - 1] = (make or self.copy)(found)
        return self._known[place]

    def _stream(self, found: StreamObject) -> StreamObject:
        data, filters = self._looks.clean(found)
        made = StreamObject()
        lost = len(_names(value_of(found, "/Filter"))) - len(filters)
        made.update(self.entries(found, _OF_A_STREAM | ({"/DecodeParms"} if lost else set())))
        if filters:
            made[NameObject("/Filter")] = ArrayObject([NameObject(each) for each in filters])
        made.set_data(data)
        return made


def _heed_layers(found: DictionaryObject) -> None:
    """Raise NotTaken where what is copied would be seen and was not."""
    listed = value_of(found, "/Properties")
    refuse_odd(value_of(found, "/OC"))
    for each in listed.values() if isinstance(listed, DictionaryObject) else ():
        refuse_odd(each.get_object())


def _names(found: object) -> list[object]:
    if found is None:
        return []
    return list(found) if isinstance(found, ArrayObject) else [found]
