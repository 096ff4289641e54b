from caseflow.paper.spell_out import code_of, spell_out


def test_what_a_font_has_stays_as_it_is() -> None:
    assert spell_out("Straße, فاطمة, русский") == "Straße, فاطمة, русский"


def test_what_no_font_has_is_shown_as_its_code() -> None:
    assert spell_out("a😀中\x07\ud800") == "a[U+1F600][U+4E2D][U+0007][U+D800]"


def test_what_would_turn_the_line_around_is_shown() -> None:
    assert spell_out("\u202eabc\u202c") == "[U+202E]abc[U+202C]"


def test_joiners_stay_and_blanks_are_blanks() -> None:
    assert spell_out("می\u200cگ\ta\u2003b\u00a0c") == "می\u200cگ a b\u00a0c"


def test_every_end_of_a_line_is_one() -> None:
    assert spell_out("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"


def test_a_code_has_four_digits_at_least() -> None:
    assert code_of("\x07") == "[U+0007]"
