"""Write a PDF (ISO 32000-1, section 7.5): objects, their places, and where to begin."""

from collections.abc import Sequence
from io import BytesIO

from pypdf.generic import IndirectObject, PdfObject

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def pdf_file(objects: Sequence[PdfObject], root: IndirectObject) -> bytes:
    """Return the file of these objects; it names nobody and no program."""
    written, places = BytesIO(), []
    written.write(_HEAD)
    for number, each in enumerate(objects, 1):
        places.append(written.tell())
        written.write(b"%d 0 obj\n" % number)
        each.write_to_stream(written)
        written.write(b"\nendobj\n")
    table = written.tell()
    written.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    written.writelines(b"%010d 00000 n \n" % place for place in places)
    end = (len(objects) + 1, root.idnum, table)
    written.write(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % end)
    return written.getvalue()
