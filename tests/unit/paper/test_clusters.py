from caseflow.paper.clusters import clusters, font_runs, joins


def test_marks_stay_with_their_letter() -> None:
    assert list(clusters("ae\u0301b\u200cc")) == ["a", "e\u0301", "b\u200c", "c"]
    assert list(clusters("")) == []


def test_each_script_gets_a_font_that_has_it() -> None:
    runs = list(font_runs("Frau Шевченко فاطمة"))
    assert [font for font, _ in runs] == ["atkinson", "noto", "arabic"]
    assert "".join(text for _, text in runs) == "Frau Шевченко فاطمة"


def test_a_mark_that_no_font_has_with_its_letter_does_not_lose_the_letter() -> None:
    assert [text for _, text in font_runs("aّ")] == ["aّ"]


def test_only_what_joins_must_be_shaped() -> None:
    assert not joins("Straße 12")
    assert joins("فاطمة")
    assert joins("e\u0301")
