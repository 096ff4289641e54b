import pytest

from caseflow.vault.namesakes import namesakes


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Karim Beispiel", "Beispiel, Karim", True),
        ("karim  BEISPIEL", "Beispiel, Karim", True),
        ("Jürgen Müller", "Mueller, Juergen", True),
        ("Mohammad Al-Said", "Al Said, Muhamed", True),
        ("Оксана Коваль", "Koval, Oksana", True),
        ("K. Beispiel", "Karim Beispiel", True),
        ("K. Beispiel", "Karim B.", True),
        ("Karim Josef Beispiel", "Beispiel, Karim", True),
        ("Karim J. Beispiel", "Karim Josef Beispiel", True),
        ("Karim", "Beispiel, Karim", True),
        ("Herr Karim Beispiel", "Karim Beispiel (Vater)", True),
        ("Prof. Karim Beispiel", "Karim Josef Beispiel", True),
        ("Herr", "Herr Beispiel", False),
        ("Anna Beispiel", "Beispiel, Karim", False),
        ("Karim Schmidt", "Beispiel, Karim", False),
        ("Karim Schmidt", "K. Beispiel", False),
        ("Karim Josef Beispiel", "Karim Ali Beispiel", False),
        ("", "Beispiel, Karim", False),
        ("-", "-", False),
    ],
)
def test_two_spellings_of_one_person(one: str, other: str, *, same: bool) -> None:
    assert namesakes(one, other) is same
    assert namesakes(other, one) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Abdul Rahman Karimi", "Karimi, Abdulrahman"),
        ("Abd al-Karim Beispiel", "Abdulkarim Beispiel"),
        ("Karim El Masri", "Karim Elmasri"),
        ("Ali Reza Ahmadi", "Alireza Ahmadi"),
        ("Mohamed Ben Ali", "Mohamed Benali"),
        ("Ka-rim Beispiel", "Karim Beispiel"),
        ("李伟", "Li Wei"),
    ],
)
def test_it_does_not_matter_where_a_word_ends(one: str, other: str) -> None:
    assert namesakes(one, other)
    assert namesakes(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Карим Хасан", "Karim Hassan"),
        ("Владимир Шульц", "Wladimir Schulz"),
        ("کریم رضایی", "Karim Rezaei"),
        ("محمود عمر", "Mahmoud Omar"),
        ("سعيد جمال", "Said Djamal"),
        ("يوسف خالد", "Yusuf Khaled"),
    ],
)
def test_nor_in_which_script_it_is_written(one: str, other: str) -> None:
    assert namesakes(one, other)
    assert namesakes(other, one)


def test_another_name_in_such_a_script_is_another_person() -> None:
    assert not namesakes("محمود عمر", "Karim Omar")
    assert not namesakes("محمود عمر", "Anna Schmidt")
