from caseflow.paper.directions import (
    Run,
    isolated,
    language_rightwards,
    rightwards,
    visual_runs,
)


def test_arabic_and_persian_run_leftwards() -> None:
    assert [language_rightwards(each) for each in ("de", "ar", "fa", "fa-AF")] == [
        True, False, False, False,
    ]  # fmt: skip


def test_a_paragraph_runs_as_its_first_letter_outside_a_name() -> None:
    assert rightwards("12 Frau فاطمة", otherwise=False)
    assert not rightwards("12 فاطمة Frau", otherwise=True)
    assert rightwards(f"{isolated('فاطمة')} kommt", otherwise=False)


def test_where_there_are_only_names_and_signs_it_runs_as_the_document() -> None:
    for base in (True, False):
        assert rightwards(f"12: {isolated('فاطمة')}", otherwise=base) is base


def test_a_name_cannot_end_its_own_isolation() -> None:
    assert isolated("a\u2069b") == "\u2068a[U+2069]b\u2069"


def test_a_line_without_other_letters_is_one_run() -> None:
    assert visual_runs("abc 12", base_rightwards=True) == [Run("abc 12", rightwards=True)]
    assert visual_runs("", base_rightwards=True) == []


def test_leftward_runs_stand_in_the_order_of_drawing() -> None:
    runs = visual_runs("أب 12 جد", base_rightwards=False)
    assert [run.text.strip() for run in runs] == ["جد", "12", "أب"]
    assert [run.rightwards for run in runs] == [False, True, False]


def test_an_isolated_name_keeps_its_brackets_and_the_marks_are_gone() -> None:
    runs = visual_runs(f"a {isolated('فا (1)')} b", base_rightwards=True)
    assert runs[0].text == "a "
    assert runs[-1].text == " b"
    assert "1" in [run.text for run in runs]
    assert not any(mark in run.text for run in runs for mark in "\u2068\u2069")


def test_no_line_holds_so_many_isolates_that_it_cannot_be_drawn() -> None:
    for marks in ("\u2066\u2069" * 3000, "\u2066" * 3000):
        assert visual_runs(f"{marks}x", base_rightwards=True) == [Run("x", rightwards=True)]
