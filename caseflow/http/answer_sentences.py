"""The sentences about what was answered, written and chosen: one for each code of the rooms."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

ANSWER_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "ambiguous_number": mark("%(given)s can be read in two ways; write it without separators."),
        "changed_meanwhile": mark("Somebody has changed this answer since the form was opened."),
        "control_character": mark("This holds a sign that cannot be kept; write it anew."),
        "empty": mark("There is nothing here yet. Write something, or choose another answer."),
        "ends_before_it_begins": mark("This day lies before the one it begins with, %(from)s."),
        "in_future": mark("%(given)s lies in the future."),
        "named_and_anonymous": mark("Write a name, or choose that she stays anonymous."),
        "no_client_code": mark("%(given)s is no client code; look at the card once more."),
        "nobody_with_code": mark("There is nobody with this code, or she is not open to you."),
        "no_such_column": mark("%(given)s is no column of this table."),
        "no_such_day": mark("%(given)s does not exist: that month has only %(last)s days."),
        "no_such_document": mark(
            "%(given)s is no document that your unit keeps here; attach the file first."
        ),
        "no_such_field": mark("This field is not asked for here."),
        "no_such_month": mark("%(given)s names no month."),
        "no_such_option": mark("%(given)s is none of those offered."),
        "no_such_part": mark("This part is not asked for here."),
        "no_such_question": mark("This question is not asked any more."),
        "no_such_state": mark("Choose whether she answers, does not say, or does not know."),
        "not_a_code": mark("%(given)s is no number of an occupation: five digits."),
        "not_a_date": mark("%(given)s is no day; write it like 4.3.2022."),
        "not_a_member": mark("This person does not belong to the unit any more."),
        "not_a_number": mark("%(given)s is no number."),
        "not_a_year": mark("%(given)s is no year; write four digits."),
        "not_kept_here": mark("Your unit keeps nothing of this kind."),
        "not_whole": mark("%(given)s is not a whole number."),
        "not_yes_no": mark("Choose yes or no."),
        "nothing_to_confirm": mark("There is no answer here that could still be true."),
        "open_by_exception": mark(
            "This is open on another lawful ground, for reading only; ask her, and write down "
            "what she answers."
        ),
        "open_in_emergency": mark(
            "This is open in the emergency only; ask her, and write down what she answers."
        ),
        "out_of_bounds": mark("%(given)s is not between %(from)s and %(to)s."),
        "too_many": mark("These are too many: at most %(most)s."),
        "too_many_rows": mark("These are too many rows: at most %(most)s."),
        "unknown_staff": mark("Nobody of this name works here."),
        "value_without_answer": mark(
            "Either she answers, or she does not say; take one of the two back."
        ),
        "wrong_kind": mark("This cannot be an answer to the question."),
        "year_out_of_range": mark("%(given)s lies too far away; look at the year."),
    }
)
