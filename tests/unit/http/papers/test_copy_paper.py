from caseflow.http.papers.copy_paper import copy_paper
from caseflow.http.papers.voice import Voice
from caseflow.paper import make_pdf
from tests.factories.house import configuration
from tests.unit.http.papers.copies import copy, nothing
from tests.unit.paper.papers import arabic_letters, read_back

VOICE = Voice("de", configuration())
UNITS = {"frauenhaus": "Frauenhaus Süd", "wohnen": "Wohnen", "beratung": "Beratung"}


def test_every_piece_of_the_copy_stands_on_the_paper() -> None:
    told = read_back(make_pdf(copy_paper(copy(), VOICE, UNITS)))
    for word in (
        "Frauenhaus Süd", "Lindenhof", "K7M2-QX9R", "Sie ist angekommen.", "Gespräch",
        "Sie sucht Arbeit.", "Wie heißen Sie?", "Eine Wohnung", "Antrag", "nicht mehr lesbar",
        "Bescheid vom Amt", "Brief",
    ):  # fmt: skip
        assert word in told, word
    assert sorted(arabic_letters(told)) == sorted(arabic_letters("فاطمة"))


def test_what_is_left_out_of_the_copy_is_said_to_be_left_out() -> None:
    told = read_back(make_pdf(copy_paper(copy(), VOICE, UNITS)))
    assert told.count("weggelassen") == 4


def test_where_there_is_nothing_that_is_said() -> None:
    told = read_back(make_pdf(copy_paper(nothing(), VOICE, UNITS)))
    assert told.count("Nichts.") == 11
    assert "nicht mehr lesbar" not in told


def test_the_title_and_the_day_tell_nothing_of_her() -> None:
    made = copy_paper(copy(), VOICE, UNITS)
    assert (made.title, made.made_on.isoformat()) == ("Kopie", "2026-03-02")
