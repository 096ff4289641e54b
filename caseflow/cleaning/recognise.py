"""Tell by its first bytes what a file is; what it is called may be anything."""

import re

from caseflow.cleaning.outcome import Kind, NotTaken, Unclean

_BEGINNINGS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RICH_TEXT = b"{\\rtf"
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif")
# Texts that are none: pages, drawings, scripts for printers. They carry authors and programs.
_MARKUP = re.compile(rb"(\xef\xbb\xbf)?\s*(<\?xml|<!doctype|<!--|<html|<svg|%!ps)", re.IGNORECASE)
_SIGNS = re.compile(r"[^\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffe\uffff]*")


def recognise(content: bytes) -> Kind:
    """Return the type of a file; raises NotTaken for any other than those that are taken."""
    if not content:
        raise NotTaken(Unclean.EMPTY)
    for beginning, kind in _BEGINNINGS:
        if content.startswith(beginning):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return Kind.WEBP
    _refuse_known(content)
    return _text(content)


def _refuse_known(content: bytes) -> None:
    """Raise NotTaken with advice for what people often have."""
    if content.startswith((_ZIP, _OLE, _RICH_TEXT)):
        raise NotTaken(Unclean.OFFICE)
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC:
        raise NotTaken(Unclean.APPLE_IMAGE)


def _text(content: bytes) -> Kind:
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise NotTaken(Unclean.UNKNOWN) from error
    if _MARKUP.match(content) or not _SIGNS.fullmatch(text):
        raise NotTaken(Unclean.UNKNOWN)
    return Kind.TEXT
