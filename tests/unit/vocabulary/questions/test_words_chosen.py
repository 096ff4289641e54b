from caseflow.vocabulary.questions.answer_types import read_type
from caseflow.vocabulary.questions.catalogue import Option, OptionList, Question
from caseflow.vocabulary.questions.words_chosen import words_chosen

HER, HIM = ({"de": "bei ihr"}, {"de": "bei ihm"})
LISTS = {"whom": OptionList("whom", (Option("her", HER), Option("him", HIM)))}


def test_words_are_those_of_chosen_options_and_of_told_columns() -> None:
    one = Question("a", {}, "", read_type("choice(whom)"), LISTS)
    assert words_chosen(one, "her") == {"her": HER}
    several = Question("a", {}, "", read_type("choices(whom) + text"), LISTS)
    assert words_chosen(several, {"choices": ["him"], "text": "her"}) == {"him": HIM}
    columns = {"name": {"de": "Name"}, "with": {"de": "lebt"}}
    rows = Question(
        "a", {}, "", read_type("table(name: text, with: choice(whom))"), LISTS, columns=columns
    )
    assert words_chosen(rows, [{"name": "Mia"}]) == {"name": columns["name"]}
    told = words_chosen(rows, [{"with": "her"}, {"with": "him"}])
    assert told == {"with": columns["with"], "her": HER, "him": HIM}
