import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from caseflow.crypto.encoding import canonical_row, parts
from caseflow.crypto.row_seals import RowSealer

KEY = bytes(range(32))
ROWS = st.dictionaries(st.text(max_size=5), st.integers() | st.text(max_size=5), max_size=4)


@given(ROWS)
def test_a_sealed_row_is_intact(row: dict[str, int | str]) -> None:
    sealer = RowSealer(KEY)
    assert sealer.intact("consents", row, sealer.seal("consents", row))


@given(ROWS, ROWS)
def test_a_changed_row_is_not(row: dict[str, int | str], other: dict[str, int | str]) -> None:
    sealer = RowSealer(KEY)
    assert sealer.intact("consents", other, sealer.seal("consents", row)) == (row == other)


def test_a_withdrawn_row_cannot_be_put_back_by_hand() -> None:
    sealer = RowSealer(KEY)
    seal = sealer.seal("consents", {"id": 1, "withdrawn": True})
    assert not sealer.intact("consents", {"id": 1, "withdrawn": None}, seal)
    assert not sealer.intact("cases", {"id": 1, "withdrawn": True}, seal)


def test_another_key_another_format_and_no_seal_are_not_intact() -> None:
    row = {"id": 1}
    seal = RowSealer(KEY).seal("cases", row)
    assert not RowSealer(bytes(32)).intact("cases", row, seal)
    assert not RowSealer(KEY).intact("cases", row, b"\x02" + seal[1:])
    assert not RowSealer(KEY).intact("cases", row, b"")


def test_the_seal_is_labelled_hmac_sha256() -> None:
    message = parts(b"caseflow row seal 1") + canonical_row("cases", {"id": 1})
    expected = b"\x01" + hmac.new(KEY, message, hashlib.sha256).digest()
    assert RowSealer(KEY).seal("cases", {"id": 1}) == expected
