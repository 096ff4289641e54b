"""The sentences about files that are not taken: one for each code."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

DOCUMENT_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "file_missing": mark("Choose a file."),
        "file_too_large": mark("This file is too large: at most %(most)s megabytes."),
        "number_taken": mark(
            "A paper with this number was brought before. Look at the number again; of a further "
            "sheet of the same paper write the number and behind it which sheet it is, like 2."
        ),
        "evidence_stays": mark("It is evidence of a consent, and stays as long as that is kept."),
        "empty_file": mark("This file is empty."),
        "unknown_file_type": mark(
            "This is no file that is taken here: PDF, JPEG, PNG, WebP or plain text (UTF-8)."
        ),
        "office_file": mark(
            "Office files carry authors, earlier texts and programs; make a PDF of it "
            "and send that."
        ),
        "heic_image": mark("This picture cannot be read here; save it as JPEG and send that."),
        "locked_file": mark(
            "This PDF is locked with a password; save it without one and send that."
        ),
        "damaged_file": mark(
            "This file is damaged or is not what it says; open it and save it anew."
        ),
        "too_many_pixels": mark(
            "This picture has more than %(most)s million pixels; make it smaller."
        ),
        "too_many_pages": mark("This PDF has more than %(most)s pages; send it in parts."),
        "too_large_unpacked": mark(
            "This file would be larger than %(most)s megabytes once it is unpacked."
        ),
        "took_too_long": mark("This file takes too long to be looked through; save it anew."),
        "others_are_cleaned": mark(
            "Others are being looked through just now; send this file again in a minute."
        ),
        "hidden_layers": mark(
            "This PDF has layers that are hidden; print it into a new PDF, so that it holds only "
            "what is seen, and send that."
        ),
    }
)
