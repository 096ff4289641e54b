"""Let the garbage collector look at what is new, and not again at all that stays.

A whole run keeps hundreds of megabytes: the tests themselves, compiled statements, reports. Walking
through them again and again took longer than many a test.
"""

import gc

import pytest

EVERY = 200  # tests
_seen = 0


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    _settle()


@pytest.hookimpl(trylast=True)
def pytest_runtest_logfinish() -> None:
    global _seen  # noqa: PLW0603 - hooks of a module have nowhere else to count
    _seen += 1
    if _seen % EVERY == 0:
        _settle()


def _settle() -> None:
    """Free what is garbage now, and leave the rest out of every later look."""
    gc.collect()
    gc.freeze()
