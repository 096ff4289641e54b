from caseflow.vocabulary.hindsight import Lost, Outcome, Verdict


def test_a_verdict_says_why_there_is_none() -> None:
    assert Verdict(Outcome.AGREES).lost is None
    assert Verdict(Outcome.UNDECIDABLE, Lost.ERASED) != Verdict(Outcome.UNDECIDABLE, Lost.PRUNED)
