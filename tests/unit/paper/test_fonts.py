from caseflow.paper.fonts import BOLD, FONTS, can_write, covered


def test_every_font_is_there() -> None:
    assert all(file.is_file() for file in (*FONTS.values(), *BOLD.values()))


def test_a_font_writes_its_letters_and_no_others() -> None:
    assert can_write("atkinson", "Straße")
    assert not can_write("atkinson", "русский")
    assert can_write("noto", "русский")
    assert can_write("arabic", "فاطمة")
    assert ord("ш") not in covered("arabic")


def test_what_is_never_drawn_needs_no_font() -> None:
    assert can_write("atkinson", "a\u200cb")
