"""Send a large file to the pages and fetch it again, and say how much memory that took.

Run as a process of its own: its peak is that of one application, and nothing else is in it.
"""

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from caseflow.database.tables.documents import DocumentChunk
from tests.factories.application import LOOPBACK, Visitor, application, token_on
from tests.factories.clients import new_client
from tests.factories.documents import listed
from tests.factories.house import House, born

LINE = b"Sie sprach von ihrer Schwester, die in der Stadt wohnt, und von der Arbeit.\n"
HEAD = (
    b"--part\r\nContent-Disposition: form-data; name=%s\r\n\r\n%s\r\n",
    b'--part\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n',
    b"\r\n--part--",
)
_PIECE = 1 << 16


class Sent:
    """A form with a large file, made while it is read."""

    def __init__(self, fields: dict[str, str], length: int) -> None:
        words = [HEAD[0] % (name.encode(), text.encode()) for name, text in fields.items()]
        self._before, self._after = b"".join(words) + HEAD[1], HEAD[2]
        self.length = len(self._before) + length + len(self._after)
        self._pieces = self._made(length)
        self._rest = b""
        self._asked = 0

    def _made(self, length: int) -> Iterator[bytes]:
        yield self._before
        whole = LINE * (_PIECE // len(LINE))
        for start in range(0, length, len(whole)):
            yield whole[: length - start]
        yield self._after

    def seek(self, offset: int, whence: int = 0) -> int:
        """Say where the end is; whoever only asks reads nothing."""
        self._asked = self.length if whence else offset
        return self._asked

    def tell(self) -> int:
        """Return the place that was asked for."""
        return self._asked

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        while len(self._rest) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._rest += piece
        found, self._rest = self._rest[:size], self._rest[size:]
        return found


def peak() -> int:
    """Return the most memory that this process has held so far, in bytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def send(visitor: Visitor, address: str, length: int) -> int:
    """Attach a text of this length; return the status."""
    typed = {"category": "documents", "title": "Lang", "kind": "other", "dated": "1.3.2026"}
    sent = Sent({"csrf_token": token_on(visitor.look(address).text), **typed}, length)
    answer = visitor.browser.post(
        address,
        input_stream=sent,
        content_type="multipart/form-data; boundary=part",
        base_url=LOOPBACK,
    )
    return answer.status_code


def fetch(visitor: Visitor, address: str) -> int:
    """Fetch the file piece by piece; return its length."""
    answer = visitor.browser.get(address, base_url=LOOPBACK)
    length = sum(len(piece) for piece in answer.iter_encoded())
    answer.close()
    return length


def measure(house: House, length: int) -> dict[str, Any]:
    """Return what was sent and fetched, and the memory beyond that of a small file."""
    berta = house.actor("berta", "beratung")
    known = new_client(house, berta)
    visitor = Visitor(application(house))
    visitor.log_in("berta")
    pages = f"/clients/{known.id}/documents"
    found: list[int] = []
    for size in (1000, length):
        assert send(visitor, f"{pages}/new", size) == 303
        document = max(listed(house, berta, known), key=lambda each: each.length)
        before = peak() if size == 1000 else found[0]
        found += [before, peak(), fetch(visitor, f"{pages}/{document.id}/file"), peak()]
    with house.sessions() as session:
        chunks = session.query(DocumentChunk).count()
    base, sent, fetched = found[3], found[5], found[7]
    return {
        "length": found[6],
        "chunks": chunks,
        "sending": sent - base,
        "fetching": fetched - base,
        "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
    }


if __name__ == "__main__":
    folder, wanted = Path(sys.argv[1]), int(sys.argv[2])
    made = born(f"sqlite:///{folder / 'caseflow.db'}")
    sys.stdout.write(json.dumps(measure(made, wanted)))
    made.close()
