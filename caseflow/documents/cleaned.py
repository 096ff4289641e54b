"""Have a file cleaned between a knock and the act: no transaction is open, nobody waits for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from caseflow.cleaning.clean_apart import Bounds, clean_apart
from caseflow.cleaning.outcome import Limits, Unclean
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vault.write_file import NewFile
from caseflow.vocabulary.answers import Problem
from caseflow.vocabulary.document_limits import DocumentLimits

FIELD = "file"
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file that may be kept, held sealed until it is."""

    media_type: str
    spool: SealedSpool

    @property
    def content(self) -> NewFile:
        """Return its bytes from the beginning, for one attempt."""
        return NewFile(self.spool.pieces(), self.spool.length)


@contextmanager
def cleaned(
    brought: SealedSpool | None, limits: DocumentLimits
) -> Iterator[CleanFile | Problem | None]:
    """Lend the clean file, or what is wrong with the one that was brought; None where none was."""
    if brought is None:
        yield None
    elif brought.length > limits.size:
        yield _too_large(limits)
    else:
        with SealedSpool() as kept:
            found = clean_apart(brought.pieces(), _bounds(limits), kept.write)
            if isinstance(found, Unclean):
                yield Problem(FIELD, found.value, _values(found, limits))
            elif kept.length > limits.size:
                yield _too_large(limits)
            else:
                yield CleanFile(found.value, kept)


def _bounds(limits: DocumentLimits) -> Bounds:
    inside = Limits(limits.pixels, limits.pages, limits.unpacked)
    return Bounds(inside, limits.memory, limits.seconds)


def _too_large(limits: DocumentLimits) -> Problem:
    return Problem(FIELD, "file_too_large", {"most": str(limits.size // _MILLION)})


def _values(why: Unclean, limits: DocumentLimits) -> dict[str, str]:
    """Return what the sentence of a refusal names."""
    named = {
        Unclean.PIXELS: limits.pixels // _MILLION,
        Unclean.PAGES: limits.pages,
        Unclean.UNPACKED: limits.unpacked // _MILLION,
    }
    return {"most": str(named[why])} if why in named else {}
