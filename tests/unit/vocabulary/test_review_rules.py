from caseflow.vocabulary.review_rules import WEEKDAYS, ReviewRules, Rule


def test_every_rule_has_a_word_of_its_own_and_nobody_is_expected_unless_it_is_said() -> None:
    assert len({rule.value for rule in Rule}) == len(Rule)
    assert ReviewRules().hours == {}
    assert len(WEEKDAYS) == 7
