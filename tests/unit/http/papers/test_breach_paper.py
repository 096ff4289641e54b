from datetime import date

from caseflow.http.papers.breach_paper import breach_paper
from caseflow.http.papers.voice import Voice
from caseflow.paper import Table
from caseflow.settings.read_configuration import read_configuration
from tests.unit.http.papers.test_shown_breach import FOUND


def test_whose_and_which_data_stand_in_tables() -> None:
    made = breach_paper(FOUND, date(2026, 3, 3), Voice("en", read_configuration()))
    tables = [each for each in made.pieces if isinstance(each, Table)]
    assert len(tables[0].rows) == 2
    assert tables[1].rows[0][0] == str(FOUND.clients[0].client)
