from dataclasses import replace
from itertools import combinations

import pytest
from shamir_mnemonic import (
    Share,
    decode_mnemonics,
    decrypt,
    encrypt,
)

from caseflow.crypto.recovery_shares import ShareSet, join, look_at, split
from caseflow.vocabulary.errors import BrokenKey

SEED = bytes(range(32))
# SLIP-0039, test vectors 20, 23 and 38 (256 bits); the secrets there are under the phrase "TREZOR".
VECTORS = [
    (
        [
            (
                "theory painting academic academic armed sweater year military elder discuss"
                " acne wildlife boring employer fused large satoshi bundle carbon diagnose"
                " anatomy hamster leaves tracks paces beyond phantom capital marvel lips brave"
                " detect luck"
            )
        ],
        "989baf9dcaad5b10ca33dfd8cc75e42477025dce88ae83e75a230086a0e00e92",
    ),
    (
        [
            (
                "humidity disease academic always aluminum jewelry energy woman receiver"
                " strategy amuse duckling lying evidence network walnut tactics forget hairy"
                " rebound impulse brother survive clothes stadium mailman rival ocean reward"
                " venture always armed unwrap"
            ),
            (
                "humidity disease academic agency actress jacket gross physics cylinder"
                " solution fake mortgage benefit public busy prepare sharp friar change work"
                " slow purchase ruler again tricycle involve viral wireless mixture anatomy"
                " desert cargo upgrade"
            ),
        ],
        "c938b319067687e990e05e0da0ecce1278f75ff58d9853f19dcaeed5de104aae",
    ),
    (
        [
            (
                "wildlife deal beard romp alcohol space mild usual clothes union nuclear"
                " testify course research heat listen task location thank hospital slice smell"
                " failure fawn helpful priest ambition average recover lecture process dough"
                " stadium"
            ),
            (
                "wildlife deal acrobat romp anxiety axis starting require metric flexible"
                " geology game drove editor edge screw helpful have huge holy making pitch"
                " unknown carve holiday numb glasses survive already tenant adapt goat fangs"
            ),
        ],
        "5385577c8cfc6c1a8aa0f7f10ecde0a3318493262591e78b8c14c6686167123b",
    ),
]
# Vectors 21 (checksum), 22 (padding), 24 (too few), 33 (too few groups), 34 (too few of a group).
REFUSED = [
    [VECTORS[0][0][0].removesuffix("luck") + "lunar"],
    [
        (
            "theory painting academic academic campus sweater year military elder discuss"
            " acne wildlife boring employer fused large satoshi bundle carbon diagnose"
            " anatomy hamster leaves tracks paces beyond phantom capital marvel lips"
            " facility obtain sister"
        )
    ],
    [VECTORS[1][0][0]],
    [VECTORS[2][0][0]],
    [
        (
            "wildlife deal decision scared acne fatal snake paces obtain election dryer"
            " dominant romp tactics railroad marvel trust helpful flip peanut theory"
            " theater photo luck install entrance taxi step oven network dictate intimate"
            " listen"
        ),
        (
            "wildlife deal decision smug ancestor genuine move huge cubic strategy smell"
            " game costume extend swimming false desire fake traffic vegan senior twice"
            " timber submit leader payroll fraction apart exact forward pulse tidy install"
        ),
    ],
]
SHORT_VECTOR = (
    "duckling enlarge academic academic agency result length solution fridge kidney coal piece deal"
    " husband erode duke ajar critical decision keyboard"
)


@pytest.mark.parametrize(("shares", "secret"), VECTORS)
def test_the_known_answers_of_slip_39(shares: list[str], secret: str) -> None:
    # A phrase only changes the last step: undo ours, the empty one, and do the published one.
    common = next(iter(decode_mnemonics(shares).values())).common_parameters()
    parameters = (common.iteration_exponent, common.identifier, common.extendable)
    encrypted = encrypt(join(shares), b"", *parameters)
    assert decrypt(encrypted, b"TREZOR", *parameters).hex() == secret


@pytest.mark.parametrize("shares", REFUSED)
def test_what_slip_39_refuses_is_refused(shares: list[str]) -> None:
    with pytest.raises(BrokenKey):
        join(shares)


def test_any_k_of_n_shares_restore_the_seed() -> None:
    shares = split(SEED, 2, 3)
    assert [len(share.split()) for share in shares] == [33, 33, 33]
    for some in combinations(shares, 2):
        assert join(some) == SEED


def test_more_than_enough_restore_it_too() -> None:
    assert join(split(SEED, 2, 3)) == SEED


def test_a_single_share_of_one_restores_it() -> None:
    assert join(split(SEED, 1, 1)) == SEED


def test_the_same_seed_is_never_shared_out_the_same_way() -> None:
    assert split(SEED, 2, 2) != split(SEED, 2, 2)


def test_too_few_mistyped_mixed_or_foreign_shares_are_refused() -> None:
    shares = split(SEED, 2, 3)
    for wrong in (
        shares[:1],
        [shares[0], shares[0]],
        [shares[0], " ".join(["academic", *shares[1].split()[1:]])],
        [shares[0], "not a share"],
        [shares[0], split(SEED, 2, 3)[1]],
        [],
        [SHORT_VECTOR],
    ):
        with pytest.raises(BrokenKey):
            join(wrong)


@pytest.mark.parametrize(("needed", "made"), [(0, 1), (1, 2), (3, 2), (2, 17)])
def test_an_impossible_sharing_is_refused(needed: int, made: int) -> None:
    with pytest.raises(ValueError, match=r"threshold|number of shares"):
        split(SEED, needed, made)


def test_a_seed_has_32_bytes() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        split(bytes(16), 2, 3)


def test_shares_say_what_is_wrong_with_them_before_they_are_joined() -> None:
    one, two, three = split(SEED, 2, 3)
    other = split(SEED, 2, 3)[0]
    assert look_at([one]) == ShareSet(needed=2, given=1)
    assert look_at([one, one]) == ShareSet(needed=2, given=1)
    assert look_at([one, two, three]) == ShareSet(needed=2, given=3)
    assert look_at([one, other]).mixed
    assert look_at([two, other]).mixed
    again = replace(Share.from_mnemonic(one), value=bytes(32)).mnemonic()
    assert look_at([one, again]).mixed
    assert look_at([one, "academic acid", f"{two} acid"]) == ShareSet(mistyped=(2, 3))
    assert look_at([]) == ShareSet()
