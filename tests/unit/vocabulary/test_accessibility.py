from caseflow.vocabulary.accessibility import AccessibilityRule


def test_to_begin_with_nothing_is_entered_and_nothing_made_up() -> None:
    rule = AccessibilityRule()
    assert (rule.feedback, rule.stated_on, rule.body, rule.body_address) == ((), "", (), "")
