import io

from pypdf import PdfReader

from tests.factories.application import Visitor
from tests.factories.house import House
from tests.unit.records.desk_work import create


def test_the_card_is_a_paper_with_her_code_alone(house: House, visitor: Visitor) -> None:
    known = create(house, house.actor("berta", "beratung"))
    visitor.log_in("berta")
    page = visitor.look(f"/clients/{known.id}/card").text
    assert f"/clients/{known.id}/card/paper" in page
    answer = visitor.look(f"/clients/{known.id}/card/paper")
    assert answer.mimetype == "application/pdf"
    (sheet,) = PdfReader(io.BytesIO(answer.data)).pages
    assert sheet.extract_text().strip() == known.code
    visitor.log_in("frieda")
    assert visitor.look(f"/clients/{known.id}/card/paper").status_code == 404
