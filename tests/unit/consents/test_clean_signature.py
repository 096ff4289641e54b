from base64 import b64decode, b64encode
from io import BytesIO

import pytest
from PIL import Image

from caseflow.consents.clean_signature import MOST_SIGNATURE, clean_signature
from caseflow.vocabulary.answers import Problem
from tests.factories.drawn import SPOKEN_OF, drawn
from tests.factories.house import configuration

LIMITS = configuration().limits.documents
UNREADABLE = Problem("form.signature", "no_signature")


def test_the_pixels_are_kept_and_nothing_beside_them() -> None:
    sent = drawn()
    kept = b64decode(str(clean_signature(sent, LIMITS)), validate=True)
    assert SPOKEN_OF.encode() in b64decode(sent.partition(",")[2])
    assert SPOKEN_OF.encode() not in kept
    with Image.open(BytesIO(kept)) as picture:
        assert (picture.format, picture.size) == ("PNG", (640, 200))
        assert picture.convert("L").getextrema() == (0, 255)


def test_nothing_of_nothing() -> None:
    assert clean_signature("", LIMITS) == ""


@pytest.mark.parametrize(
    "sent",
    ["drawn", "äöü", b64encode(bytes(MOST_SIGNATURE)).decode()],
    ids=["no base64", "no ASCII", "too much"],
)
def test_what_no_pen_has_left_is_not_even_opened(
    monkeypatch: pytest.MonkeyPatch, sent: str
) -> None:
    monkeypatch.delattr("caseflow.consents.clean_signature.clean_apart")
    assert clean_signature(sent, LIMITS) == UNREADABLE


def test_another_picture_is_no_signature() -> None:
    assert clean_signature(drawn("JPEG"), LIMITS) == UNREADABLE
