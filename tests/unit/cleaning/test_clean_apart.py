import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from caseflow.cleaning import clean_apart as apart
from caseflow.cleaning.clean_apart import clean_apart
from caseflow.cleaning.outcome import Kind, Unclean
from caseflow.vocabulary.errors import BrokenKey
from tests.factories.planted_files import BOUNDS, PLANTED, picture


def test_a_file_is_cleaned_elsewhere_and_comes_back_in_pieces() -> None:
    kept: list[bytes] = []
    brought = picture("JPEG")
    assert clean_apart([brought[:100], brought[100:]], BOUNDS, kept.append) is Kind.JPEG
    assert b"".join(kept)[:3] == b"\xff\xd8\xff"
    assert PLANTED.encode() not in b"".join(kept)


def test_what_is_not_taken_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASEFLOW_ROOT_KEY", "secret")
    assert clean_apart([b"PK\x03\x04" * 100_000], BOUNDS, _keep_nothing) is Unclean.OFFICE


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("import os; os.abort()", Unclean.DAMAGED),
        ("print('no word of ours')", Unclean.DAMAGED),
        ('print(\'{"kind": "text/plain"}\'); raise SystemExit(1)', Unclean.DAMAGED),
        ("import time; time.sleep(60)", Unclean.TOO_SLOW),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", Unclean.TOO_SLOW),
    ],
)
def test_whatever_the_file_does_to_its_reader_it_is_only_refused(
    program: str, why: Unclean, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = [sys.executable, "-I", "-S", "-c", program]
    monkeypatch.setattr(apart, "_command", lambda _: command)
    monkeypatch.setattr(apart, "_LONGER", 0.01 if "sleep" in program else 1)
    assert clean_apart([bytes(1 << 20)], BOUNDS, _keep_nothing) is why


def test_a_file_that_cannot_be_read_to_its_end_is_never_taken_for_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    program = 'import sys; sys.stdin.read(); print(\'{"kind": "text/plain"}\')'
    monkeypatch.setattr(apart, "_command", lambda _: [sys.executable, "-I", "-S", "-c", program])
    assert clean_apart([b"Brief"], BOUNDS, _keep_nothing) is Kind.TEXT

    def torn() -> Iterator[bytes]:
        yield b"Brief, erste Seite\n"
        raise failure

    for failure in (OSError("a disk"), BrokenKey("a changed byte")):
        with pytest.raises(type(failure)):
            clean_apart(torn(), BOUNDS, _keep_nothing)


def test_while_others_are_cleaned_for_long_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "wait_turn", lambda: nullcontext(enter_result=False))
    assert clean_apart([b"x"], BOUNDS, _keep_nothing) is Unclean.BUSY


def test_it_is_given_neither_environment_nor_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []
    real = subprocess.Popen

    def watched(command: list[str], **options: object) -> object:
        seen.append((command[1:5], options["env"]))
        return real(command, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", watched)
    clean_apart([b"x"], BOUNDS, _keep_nothing)
    assert seen == [(["-I", "-B", "-m", "caseflow.cleaning.child"], {})]


def _keep_nothing(_: bytes) -> None:
    return None
