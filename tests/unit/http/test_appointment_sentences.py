from caseflow.http.appointment_sentences import APPOINTMENT_SENTENCES
from caseflow.http.sentences import SENTENCES


def test_every_reason_has_its_sentence() -> None:
    codes = {
        *("not_a_time", "no_such_time", "hour_left_out", "hour_twice", "not_an_instant"),
        *("too_far_ahead", "minutes_between"),
    }
    assert set(APPOINTMENT_SENTENCES) == codes
    assert codes | {"day_is_over", "way_closed", "not_a_choice"} < set(SENTENCES)
