from io import BytesIO

import pytest
from PIL import Image

from caseflow.cleaning.clean_image import clean_image
from caseflow.cleaning.outcome import Kind, Limits, NotTaken, Unclean
from tests.factories.planted_files import LIMITS, PLANTED, picture, size_of

KINDS = [(Kind.JPEG, "JPEG"), (Kind.PNG, "PNG"), (Kind.WEBP, "WEBP")]


@pytest.mark.parametrize(("kind", "name"), KINDS)
def test_a_picture_stands_upright_and_says_nothing(kind: Kind, name: str) -> None:
    brought = picture(name)
    assert PLANTED.encode() in brought
    kept = clean_image(brought, kind, LIMITS)
    assert PLANTED.encode() not in kept
    assert size_of(kept) == (40, 60)
    with Image.open(BytesIO(kept)) as image:
        assert not image.getexif()
        assert image.info.keys().isdisjoint({"exif", "xmp", "icc_profile", "comment", "Author"})


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_drawn(mode: str) -> None:
    written = BytesIO()
    Image.new(mode, (4, 4)).save(written, "PNG")
    with Image.open(BytesIO(clean_image(written.getvalue(), Kind.PNG, LIMITS))) as image:
        assert (image.size, image.mode in {"L", "RGB", "RGBA"}) == ((4, 4), True)


def test_deep_grey_stays_as_grey_as_it_was() -> None:
    written = BytesIO()
    Image.new("I;16", (2, 2), 128 * 256).save(written, "PNG")
    with Image.open(BytesIO(clean_image(written.getvalue(), Kind.PNG, LIMITS))) as image:
        assert image.getpixel((0, 0)) == 128


def test_what_is_seen_through_stays_so() -> None:
    written = BytesIO()
    Image.new("RGBA", (2, 2), (9, 9, 9, 0)).save(written, "PNG")
    with Image.open(BytesIO(clean_image(written.getvalue(), Kind.PNG, LIMITS))) as image:
        assert image.getpixel((0, 0)) == (9, 9, 9, 0)


def test_of_a_moving_picture_the_first_is_kept() -> None:
    written = BytesIO()
    red, blue = (Image.new("RGB", (2, 2), each) for each in ("red", "blue"))
    red.save(written, "PNG", save_all=True, append_images=[blue])
    with Image.open(BytesIO(clean_image(written.getvalue(), Kind.PNG, LIMITS))) as image:
        assert (image.getpixel((0, 0)), getattr(image, "n_frames", 1)) == ((255, 0, 0), 1)


def test_too_many_pixels_are_refused_before_they_are_unpacked() -> None:
    with pytest.raises(NotTaken) as refused:
        clean_image(picture("PNG", (60, 40)), Kind.PNG, Limits(2399, 1, 1))
    assert refused.value.why is Unclean.PIXELS
    assert clean_image(picture("PNG", (60, 40)), Kind.PNG, Limits(2400, 1, 1))


@pytest.mark.parametrize("cut", [3, 40, -30])
def test_half_a_picture_is_damaged(cut: int) -> None:
    with pytest.raises(NotTaken) as refused:
        clean_image(picture("JPEG")[:cut], Kind.JPEG, LIMITS)
    assert refused.value.why is Unclean.DAMAGED
