from caseflow.api.clients.her_words import OutHerWord, her_words_shown


def test_the_shape_is_fixed_and_tells_nobody_at_whose_desk_she_said_it() -> None:
    told = {"id", "said_on", "text", "outcome", "reply", "version"}
    assert set(OutHerWord().fields) == told
    assert her_words_shown(()) == []
