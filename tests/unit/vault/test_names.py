import pytest

from caseflow.vault.names import Likeness, fold, likeness, namesakes, typed


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


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Karim Beispiel", "Beispiel, Karim", True),
        ("karim  BEISPIEL", "Beispiel, Karim", True),
        ("Jürgen Müller", "Mueller, Juergen", True),
        ("Mohammad Al-Said", "Al Said, Muhamed", True),
        ("Оксана Коваль", "Koval, Oksana", True),
        ("K. Beispiel", "Karim Beispiel", True),
        ("Karim Josef Beispiel", "Beispiel, Karim", True),
        ("Karim", "Beispiel, Karim", True),
        ("Anna Beispiel", "Beispiel, Karim", False),
        ("Karim Schmidt", "Beispiel, Karim", False),
        ("", "Beispiel, Karim", False),
    ],
)
def test_two_spellings_of_one_person(one: str, other: str, *, same: bool) -> None:
    assert namesakes(one, other) is same
    assert namesakes(other, one) is same
