"""Show an officer a tile of the log, or the bytes of the entries under one (C2SP tlog-tiles)."""

from caseflow.audit.log_source import stored_bundle
from caseflow.audit.stored_tiles import tile_reader
from caseflow.database.unit_of_work import Work
from caseflow.merkle.paths import Bundle, read_path
from caseflow.merkle.tiles import Tile
from caseflow.merkle.tree import HASH_SIZE
from caseflow.oversight.trace_look import trace_look
from caseflow.vocabulary.actors import Actor
from caseflow.vocabulary.answers import Disclosed, Refused


def show_tile(work: Work, actor: Actor, path: str) -> Disclosed[bytes] | Refused:
    """Return what stands at a path behind `tile/`; refused where the log is not that wide yet.

    A partial tile is there at every width that the log had: another log would show in its hashes.
    """
    named = read_path(path)

    def find() -> bytes | Refused:
        match named:
            case Tile():
                return _tile(work, named)
            case Bundle():
                return _bundle(work, named)
            case None:
                return Refused()

    return trace_look(work, actor, {} if named is None else {"tile": path}, find)


def _tile(work: Work, tile: Tile) -> bytes | Refused:
    wanted = tile.width * HASH_SIZE
    hashes = tile_reader(work)(tile)[:wanted]
    return hashes if len(hashes) == wanted else Refused()


def _bundle(work: Work, bundle: Bundle) -> bytes | Refused:
    return stored_bundle(work, bundle) or Refused()
