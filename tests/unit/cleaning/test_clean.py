from caseflow.cleaning.clean import clean
from caseflow.cleaning.outcome import Kind
from tests.factories.planted_files import LIMITS, paper, picture


def test_each_type_goes_its_way() -> None:
    assert clean(b"Brief", LIMITS) == (Kind.TEXT, b"Brief")
    for brought, kind in ((paper(), Kind.PDF), (picture("PNG"), Kind.PNG)):
        found, kept = clean(brought, LIMITS)
        assert (found, kept == brought) == (kind, False)
