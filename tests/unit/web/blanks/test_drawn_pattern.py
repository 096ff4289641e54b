import segno

from caseflow.web.blanks.drawn_pattern import drawn_pattern


def test_a_pattern_is_the_code_with_light_around_it() -> None:
    pattern = drawn_pattern("1D3Y-Z6D0", 40.0)
    inside = [row[2:-2] for row in pattern.rows[2:-2]]
    code = segno.make_qr("1D3Y-Z6D0", error="m")
    assert inside == [tuple(bool(each) for each in row) for row in code.matrix]
    assert not any(pattern.rows[0])
    assert pattern.size == 40.0
