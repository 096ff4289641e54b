import io
from datetime import date

from pypdf import PdfReader

from caseflow.paper import Pattern, make_card
from caseflow.paper.make_card import HIGH, WIDE

CODE = "1D3Y-Z6D0-RGZ9-HKTG-75"


def test_a_card_is_as_large_as_a_bank_card_and_holds_the_code_alone() -> None:
    pattern = Pattern(((True, False), (False, True)), 38.0)
    made = make_card(CODE, pattern, date(2026, 5, 4))
    (sheet,) = PdfReader(io.BytesIO(made)).pages
    assert sheet.extract_text().strip() == CODE
    assert [round(float(side) / 72 * 25.4, 1) for side in sheet.mediabox[2:]] == [WIDE, HIGH]
    assert made == make_card(CODE, pattern, date(2026, 5, 4))
    wide = make_card(CODE * 3, pattern, date(2026, 5, 4))
    assert CODE * 3 in PdfReader(io.BytesIO(wide)).pages[0].extract_text()
