"""Known answer: the example in the text of C2SP tlog-checkpoint."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseflow.merkle.checkpoints import Checkpoint, checkpoint_text, parse_checkpoint

PUBLISHED = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
ROOT = bytes.fromhex("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")


def test_the_published_checkpoint_is_read_and_written() -> None:
    read = Checkpoint("example.com/behind-the-sofa", 20_852_163, ROOT)
    assert parse_checkpoint(PUBLISHED) == read
    assert checkpoint_text(read.origin, read.size, read.root) == PUBLISHED


@given(
    st.text(min_size=1).filter(lambda origin: "\n" not in origin),
    st.integers(min_value=0),
    st.binary(min_size=32, max_size=32),
)
def test_what_was_written_reads_back(origin: str, size: int, root: bytes) -> None:
    text = checkpoint_text(origin, size, root)
    assert parse_checkpoint(text) == Checkpoint(origin, size, root)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        PUBLISHED[:-1],
        PUBLISHED + "\n",
        PUBLISHED + "an extension line\n",
        PUBLISHED.replace("example.com/behind-the-sofa", ""),
        PUBLISHED.replace("20852163", "020852163"),
        PUBLISHED.replace("20852163", "-20852163"),
        PUBLISHED.replace("20852163", "20_852_163"),
        PUBLISHED.replace("20852163", "\u0662"),  # two, in Arabic digits
        PUBLISHED.replace("20852163", "many"),
        PUBLISHED.replace("q2I=", "q2J="),  # bits behind the last byte
        PUBLISHED.replace("q2I=", "q2I"),
        PUBLISHED.replace("CsUY", ""),
        PUBLISHED.replace("\n", "\r\n"),
    ],
)
def test_a_text_that_is_no_checkpoint_is_none(wrong: str) -> None:
    assert parse_checkpoint(wrong) is None


@pytest.mark.parametrize(
    ("origin", "size", "root"),
    [("", 1, ROOT), ("a\nb", 1, ROOT), ("a", -1, ROOT), ("a", 1, ROOT[1:])],
)
def test_an_impossible_checkpoint_is_refused(origin: str, size: int, root: bytes) -> None:
    with pytest.raises(ValueError, match="has no checkpoint"):
        checkpoint_text(origin, size, root)
