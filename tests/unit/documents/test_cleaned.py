from dataclasses import replace

import pytest

from caseflow.cleaning.outcome import Kind, Unclean
from caseflow.documents import cleaned as room
from caseflow.documents.cleaned import CleanFile, cleaned
from caseflow.documents.sealed_spool import SealedSpool
from caseflow.vocabulary.answers import Problem
from tests.factories.house import configuration

LIMITS = replace(configuration().limits.documents, size=2_000_000)


def outcome(content: bytes | None, answer: object, monkeypatch: pytest.MonkeyPatch) -> object:
    """Return what comes of a file that the cleaning engine answers so about."""

    def engine(pieces: object, _bounds: object, keep: object) -> object:
        for piece in pieces:  # type: ignore[attr-defined]
            keep(piece)  # type: ignore[operator]
        return answer

    monkeypatch.setattr(room, "clean_apart", engine)
    with SealedSpool() as spool:
        spool.write(content or b"")
        with cleaned(None if content is None else spool, LIMITS) as found:
            if isinstance(found, CleanFile):
                assert b"".join(found.content.pieces) == content
                assert found.content.length == len(content or b"")
            return found


def test_a_clean_file_is_lent_and_none_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(outcome(b"Brief", Kind.TEXT, monkeypatch), CleanFile)
    assert outcome(None, Kind.TEXT, monkeypatch) is None


@pytest.mark.parametrize(
    ("why", "values"),
    [
        (Unclean.OFFICE, {}),
        (Unclean.PIXELS, {"most": "64"}),
        (Unclean.PAGES, {"most": "2000"}),
        (Unclean.UNPACKED, {"most": "512"}),
    ],
)
def test_what_is_not_taken_is_a_problem_of_the_file(
    why: Unclean, values: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert outcome(b"x", why, monkeypatch) == Problem("file", why.value, values)


def test_a_file_may_be_too_large_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    too_large = Problem("file", "file_too_large", {"most": "2"})
    assert outcome(bytes(2_000_001), None, monkeypatch) == too_large

    def swelling(_pieces: object, _bounds: object, keep: object) -> str:
        keep(bytes(2_000_001))  # type: ignore[operator]
        return "text/plain"

    monkeypatch.setattr(room, "clean_apart", swelling)
    with SealedSpool() as spool, cleaned(spool, LIMITS) as found:
        assert found == too_large
