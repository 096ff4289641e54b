"""Draw an image anew from its pixels: place, camera, time and author stay behind.

What a camera or a program writes beside the pixels (EXIF, XMP, IPTC, comments, colour profiles,
thumbnails) is not copied but never asked for. Of a moving image the first picture is kept.
"""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from caseflow.cleaning.outcome import Kind, Limits, NotTaken, Unclean

_FORMATS = {Kind.JPEG: "JPEG", Kind.PNG: "PNG", Kind.WEBP: "WEBP"}
_QUALITY = 92
_PLAIN = frozenset({"L", "RGB", "RGBA"})
_DEEP = 1 / 256  # from sixteen bits of grey to eight


def clean_image(content: bytes, kind: Kind, limits: Limits) -> bytes:
    """Return the image as it is looked at, upright; raises NotTaken for what is none."""
    Image.MAX_IMAGE_PIXELS = None  # asked for below, before anything is unpacked
    try:
        with Image.open(BytesIO(content), formats=[_FORMATS[kind]]) as image:
            if image.width * image.height > limits.pixels:
                raise NotTaken(Unclean.PIXELS)
            return _drawn(image, kind)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as error:
        raise NotTaken(Unclean.DAMAGED) from error


def _drawn(image: Image.Image, kind: Kind) -> bytes:
    upright = _plain(ImageOps.exif_transpose(image), kind)
    bare = Image.new(upright.mode, upright.size)
    bare.paste(upright)
    written = BytesIO()
    bare.save(written, _FORMATS[kind], quality=_QUALITY)
    return written.getvalue()


def _plain(image: Image.Image, kind: Kind) -> Image.Image:
    """Return the image in grey or in three colours, with what is seen through where it may be."""
    if image.mode.startswith("I"):
        return image.point(lambda depth: depth * _DEEP).convert("L")
    clear = image.has_transparency_data and kind is not Kind.JPEG
    if image.mode in _PLAIN and clear == (image.mode == "RGBA"):
        return image
    return image.convert("RGBA" if clear else "RGB")
