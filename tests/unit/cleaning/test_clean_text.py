import pytest

from caseflow.cleaning.clean_text import clean_text
from caseflow.cleaning.outcome import Limits, NotTaken, Unclean


def test_a_text_stays_as_it_is_up_to_its_length() -> None:
    assert clean_text(b"Brief\n", Limits(1, 1, 6)) == b"Brief\n"
    with pytest.raises(NotTaken) as refused:
        clean_text(b"Brief\n", Limits(1, 1, 5))
    assert refused.value.why is Unclean.UNPACKED
