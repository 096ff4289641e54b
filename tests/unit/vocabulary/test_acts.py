import re

from caseflow.vocabulary.acts import Act


def test_every_act_has_a_dotted_name_of_two_words_or_is_a_log_in() -> None:
    whole = {Act.LOGIN, Act.LOGOUT}
    for act in Act:
        assert act in whole or re.fullmatch(r"[a-z]+\.[a-z]+", act), act
