import pytest

from caseflow.merkle.samples import draw, seed_of

ROOT = bytes(range(32))


def test_a_sample_is_drawn_again_alike_and_a_longer_one_begins_with_it() -> None:
    seed = seed_of(ROOT, 0, 1000)
    drawn = draw(seed, range(1000), 20)
    assert draw(seed, reversed(range(1000)), 20) == drawn
    assert draw(seed, range(1000), 50)[:20] == drawn
    assert len(set(drawn)) == 20
    assert draw(seed, range(3), 20) != []
    assert len(draw(seed, range(3), 20)) == 3


def test_what_was_drawn_once_is_drawn_by_any_later_release() -> None:
    seed = seed_of(ROOT, 0, 1000)
    assert seed.hex() == "ea1620844a4c82800a87123b3ae1d568a2ef9c64bc41ea2ae45ca1b936b2a911"
    assert draw(seed, range(1000), 8) == [16, 201, 742, 854, 785, 481, 359, 367]


def test_another_root_or_period_draws_otherwise() -> None:
    seeds = {
        seed_of(ROOT, 0, 9),
        seed_of(ROOT, 1, 9),
        seed_of(ROOT, 0, 8),
        seed_of(b"x" * 32, 0, 9),
    }
    assert len({tuple(draw(seed, range(100), 10)) for seed in seeds}) == 4


def test_what_is_no_root_draws_nothing() -> None:
    with pytest.raises(ValueError, match="no root"):
        seed_of(b"short", 0, 1)
