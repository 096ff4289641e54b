from collections.abc import Callable

import pytest

from caseflow.settings.config_folder import config_folder

Complaint = Callable[[str, str, str], str]
NAME = "client_name = {"


def test_a_slip_in_a_category_names_the_line_and_the_nearest(complaint: Complaint) -> None:
    lines = (config_folder() / "questions.toml").read_text(encoding="utf-8").splitlines()
    line = lines.index("[questions.health]") + 2
    assert complaint("questions.toml", "[questions.health]", "[questions.helth]") == (
        f"config/questions.toml, line {line}: question `barriers` names the category `helth`; "
        "did you mean `health`?"
    )


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("choice(gender)", "choice(gendre)", "names the list `gendre`; did you mean `gender`?"),
        ('type = "text"', 'type = "txt"', "`txt` is no kind of answer"),
        ('units = "CSHQOA"', 'units = "CSXQOA"', "each of C S H Q O A once"),
        ('units = "CSHQOA"', 'units = "CcHQOA"', "each of C S H Q O A once"),
        ('notes = ["statistics"]', 'notes = ["statistic"]', "did you mean `statistics`?"),
        ("volatile = true", 'volatile = "yes"', "`volatile` must be true or false"),
        ("volatile = true", "volatil = true", "did you mean `volatile`?"),
        (NAME, "Client_Name = {", "must be of small letters"),
        (NAME, "email = {", "the question `email` is there twice"),
        ("unclear = {", '"Un clear" = {', "must be of small letters"),
        ("[lists.gender]\n", "[lists.spare]\n[lists.gender]\n", "`spare` has no options"),
        (
            "[lists.gender]\n",
            "[lists.spare]\na = {de='a', en='a'}\n[lists.gender]\n",
            "no question",
        ),
        ("[lists.gender]", "[list.gender]", "did you mean `lists`?"),
        ('de = "weiblich", ', "", "`de` is missing"),
        ('en = "day, year or age class"', 'fr = "jour"', "`en` is missing"),
        ("table(first_name: text,", "table(first_name: list,", "one that is none of"),
        (
            '{ first_name = { de = "Vorname", en',
            '{ fist_name = { de = "Vorname", en',
            "`first_name`?",
        ),
        ('first_name = { de = "Vorname", en = "first name" }, ', "", "`first_name` is missing"),
        ('"Vorname", en = "first name"', '"Vorname", fr = "prénom"', "`fr` is no setting here"),
        ('type = "table(first_name: text, born: date(past))"', 'type = "list"', "belongs to"),
        (
            'type = "list + file", units = "cA"',
            'type = "file", units = "cA", volatile = true',
            "true",
        ),
        (
            'units = "CSHQOA" }',
            'units = "CSHQOA", notes = ["article_9"] }',
            "marked article_9, but its category `identity` has special = false",
        ),
    ],
    ids=range(22),
)
def test_what_a_question_may_not_be(
    complaint: Complaint, old: str, new: str, sentence: str
) -> None:
    found = complaint("questions.toml", old, new)
    assert found.startswith("config/questions.toml, line ")
    assert sentence in found
