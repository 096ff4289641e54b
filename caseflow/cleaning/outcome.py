"""What comes of cleaning a file: which type it has, or why it is not taken."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The types that are taken, as media types."""

    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    WEBP = "image/webp"
    TEXT = "text/plain"  # UTF-8; a table of values that are parted by signs is text too


class Unclean(StrEnum):
    """Why a file is not taken."""

    EMPTY = "empty_file"
    UNKNOWN = "unknown_file_type"
    OFFICE = "office_file"  # it carries authors, changes and macros: a PDF of it is taken
    APPLE_IMAGE = "heic_image"  # nothing here opens it: a JPEG of it is taken
    HIDDEN = "hidden_layers"  # who sends it does not see what is in them
    LOCKED = "locked_file"  # with a password that nobody here has
    DAMAGED = "damaged_file"
    PIXELS = "too_many_pixels"
    PAGES = "too_many_pages"
    UNPACKED = "too_large_unpacked"
    TOO_SLOW = "took_too_long"
    BUSY = "others_are_cleaned"  # nothing is wrong with the file: later it is taken


class NotTaken(Exception):
    """A file that is not taken, raised inside this room alone."""

    def __init__(self, why: Unclean) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a file may hold once it is unpacked."""

    pixels: int
    pages: int
    unpacked: int  # bytes of all streams of a PDF together, or of a text
