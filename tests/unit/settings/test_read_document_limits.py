from collections.abc import Callable

import pytest

from caseflow.settings.read_configuration import read_configuration

Complaint = Callable[[str, str, str], str]


def test_the_limits_that_come_with_the_program() -> None:
    limits = read_configuration().limits.documents
    assert (limits.size, limits.pixels, limits.pages) == (100_000_000, 64_000_000, 2000)
    assert (limits.unpacked, limits.memory, limits.seconds) == (512_000_000, 1_024_000_000, 60)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("\nmegabytes = 100", "\nmegabytes = 0", "whole number from 1 to 1000"),
        ("\nmegapixels = 64", "\nmegapixel = 64", "did you mean `megapixels`?"),
        ("memory_megabytes = 1024", "memory_megabytes = 100", "whole number from 256 to 8000"),
    ],
    ids=range(3),
)
def test_limits_that_are_not_safe(complaint: Complaint, old: str, new: str, sentence: str) -> None:
    assert sentence in complaint("provider.toml", old, new)
