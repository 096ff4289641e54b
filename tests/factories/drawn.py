"""A signature as a browser draws it, with what a program may write beside the pixels."""

from base64 import b64encode
from io import BytesIO

from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

SPOKEN_OF = "Kamera der Beratung"  # must not be kept

# As it is kept, one pixel large.
STROKE = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsVJMRAAAAABJRU5ErkJggg=="
)


def drawn(kind: str = "PNG") -> str:
    """Return a stroke on white as a browser says a picture."""
    picture = Image.new("RGB", (640, 200), "white")
    ImageDraw.Draw(picture).line([(20, 150), (300, 40), (600, 160)], "black", 3)
    beside = PngInfo()
    beside.add_text("Comment", SPOKEN_OF)
    written = BytesIO()
    picture.save(written, kind, **({"pnginfo": beside} if kind == "PNG" else {}))
    return "data:image/png;base64," + b64encode(written.getvalue()).decode()
