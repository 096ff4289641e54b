import click
import pytest

from caseflow.cli.sharings import read_sharing, shares_said


def test_a_sharing_is_read_in_one_form_alone() -> None:
    assert read_sharing("3-of-5") == (3, 5)
    for other in ("3", "3-of-", "3 of 5", "٣-of-5"):
        with pytest.raises(click.BadParameter):
            read_sharing(other)


def test_each_share_stands_under_its_number() -> None:
    lines = shares_said(["eins", "zwei"])
    assert [lines[at] for at in (0, 2, 3, 5)] == ["", "eins", "", "zwei"]
    assert [lines[at].split()[0] for at in (1, 4)] == ["1", "2"]
