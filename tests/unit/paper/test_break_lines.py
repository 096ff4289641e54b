from caseflow.paper.break_lines import break_lines


def _lines(text: str, width: float) -> list[str]:
    return break_lines(text, width, lambda part: float(len(part)))


def test_lines_are_filled_and_nothing_is_lost() -> None:
    assert _lines("aa bb cc dd", 5) == ["aa bb", "cc dd"]


def test_an_end_of_a_line_stays() -> None:
    assert _lines("a\n\nb", 5) == ["a", "", "b"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert _lines("x abcdefg y", 3) == ["x", "abc", "def", "g y"]


def test_a_letter_wider_than_the_line_has_a_line_of_its_own() -> None:
    assert break_lines("ab", 0.5, lambda part: float(len(part))) == ["a", "b"]
