"""The example of a sample: drawn by the program, and by a stranger who has read the page."""

import hmac

from caseflow.merkle.samples import draw, seed_of
from tests.functional.format_page import Numbers


def sample(given: Numbers) -> None:
    """Draw it twice."""
    first, size = given.number("first"), given.number("size")
    asked = b"caseflow sample v1" + first.to_bytes(8, "big") + size.to_bytes(8, "big")
    seed = hmac.digest(given.raw("root"), asked, "sha256")
    assert seed == given.raw("seed") == seed_of(given.raw("root"), first, size)
    lots = {
        each: hmac.digest(seed, each.to_bytes(8, "big"), "sha256") for each in range(first, size)
    }
    assert lots[10] == given.raw("lot of 10")
    drawn = given.text("drawn")
    assert " ".join(map(str, sorted(lots, key=lots.__getitem__)[:5])) == drawn
    assert " ".join(map(str, draw(seed, range(first, size), 5))) == drawn


CHECKS = {"sample": sample}
