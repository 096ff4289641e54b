import pytest

from caseflow.vault.names import Likeness, fold, likeness, typed, word_likeness


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Änne  Müller-Groß", "aenne mueller gross"),
        ("Łucja Nowak", "lucja nowak"),
        ("Оксана", "oksana"),
        ("  ", ""),
    ],
)
def test_names_are_compared_in_plain_small_letters(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("query", "name", "fit"),
    [
        ("müller", "Mona Mueller", Likeness.EXACT),
        ("mona müller", "Müller, Mona", Likeness.EXACT),
        ("mon", "Mona Müller", Likeness.PREFIX),
        ("meier", "Ada Maier", Likeness.SOUND),
        ("Muhammad", "Mohamed Berg", Likeness.SOUND),
        ("katharine", "Katharina", Likeness.SOUND),
        ("Oleksandrra", "Oleksandqra", Likeness.NEAR),
        ("schmidt", "Mona Müller", Likeness.NONE),
        ("mona schmidt", "Mona Müller", Likeness.NONE),
        ("mona", "", Likeness.NONE),
        ("", "Mona", Likeness.NONE),
        ("1", "2", Likeness.NONE),
    ],
)
def test_every_word_that_was_typed_finds_a_word_of_the_name(
    query: str, name: str, fit: Likeness
) -> None:
    assert likeness(typed(query), name) is fit


def test_a_word_by_itself_fits_as_it_does_in_a_name() -> None:
    assert word_likeness("meier", "maier") is Likeness.SOUND
    assert word_likeness("meier", "schmidt") is Likeness.NONE
