"""The sentences about consents, handovers, emergencies and accounts: one for each code."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark

ROOM_SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "above_your_own": mark("A program may be no more than you are in this unit."),
        "age_not_known": mark(
            "Nothing open to you says for certain that she is of age; write down first when she "
            "was born."
        ),
        "agreement_over": mark("The agreement with %(partner)s does not run; it is told nothing."),
        "administrator": mark("Whoever administers accounts can be a member of no unit."),
        "another_card": mark("This is another client’s card; this form is not about her."),
        "another_client": mark("This consent is about somebody else."),
        "before_its_begin": mark("This day lies before the first day of the consent."),
        "begins_later": mark("This consent begins later; take it in when it has begun."),
        "before_the_agreement": mark("This day lies before the first day of the agreement."),
        "beyond_log": mark("The log has no more than %(size)s entries there."),
        "beyond_majority": mark(
            "She is of age then and declares herself; the last possible day is %(latest)s."
        ),
        "blocked_declarer": mark(
            "This person is written down as one who may never declare for her; nothing was "
            "recorded."
        ),
        "compare_first": mark("Compare first, and say that you have."),
        "damaged_slip": mark(
            "The slip is damaged: nothing was accepted, and the log has an alarm. "
            "Ask the other unit to send it again."
        ),
        "days_up_to": mark("Write a number of days, from 1 to %(most)s."),
        "day_is_over": mark("This day is over."),
        "emergency_not_reviewed": mark(
            "An emergency of hers runs or is not reviewed: what was said for it would be gone."
        ),
        "emergencies_damaged": mark(
            "Emergencies that are not as they were sealed: %(count)s. Write down what you know of "
            "them; the log has an alarm for each."
        ),
        "emergencies_wait": mark("Emergencies of this period wait for a review: %(count)s."),
        "factor_first": mark("Set up a second factor first; a token is made with one."),
        "entry_or_question": mark("Name an entry, or a question; one of both."),
        "exception_runs": mark("Another lawful ground about her runs; it must have ended before."),
        "guardian_damaged": mark(
            "A guardian who is written down can be read no more, and the log has an alarm. "
            "Write the name anew first."
        ),
        "held_back": mark("This is held: lift the hold first, if nothing needs it any more."),
        "herself": mark("This is her own code; type the other client’s."),
        "in_the_future": mark("This day lies in the future."),
        "in_the_past": mark("This day is over; a consent works for what is to come."),
        "last_factor": mark("This is your only one; set up another one first."),
        "linked_already": mark("These two are linked already."),
        "log_never_shrinks": mark("A log never shrinks; name the smaller size first."),
        "member_already": mark("She is a member of the unit already."),
        "missing": mark("Write a name."),
        "needs_consent": mark("Without a consent, nothing may be told that points to her."),
        "no_address": mark("This is no e-mail address."),
        "no_consent": mark("This is no Consent of FHIR R4 or R5."),
        "no_emergency_category": mark("An emergency does not open this; no consent is replaced."),
        "no_exception_opens": mark("No consent and no other ground opens this."),
        "no_passkey": mark("The browser has shown no passkey that can be taken; try again."),
        "no_say": mark("Whoever has no say for her cannot declare for her."),
        "nobody_left_to_admit": mark(
            "Nobody would be left who can admit members; admit another lead first."
        ),
        "nobody_open_with_code": mark("Your unit has no open case of anybody with this code."),
        "not_a_day": mark("This is no day, and no instant with its time zone."),
        "not_of_age": mark("She is not of age; legal care is for somebody who is."),
        "nothing_to_retell": mark("Nothing that it was told has changed since it was told so."),
        "not_changed_yet": mark("Nobody has changed it since she said so. Change it first."),
        "nothing_chosen": mark("Choose at least one piece; nothing chosen never means all."),
        "read_anew": mark("Nothing has been saved yet."),
        "no_whole_address": mark(
            "Write street and house number, and a postal code of four or five digits."
        ),
        "not_compared": mark("Compare the six words with her first, and say that they agree."),
        "not_consentable": mark("No consent can open this."),
        "not_grown": mark(
            "It is not proved that the log has only grown since the last sign-off. Verify it first."
        ),
        "not_in_force": mark("This consent is not in force where it comes from."),
        "not_covered": mark("The consent does not cover this, or it is not there."),
        "not_in_consent": mark("She has not agreed to this purpose."),
        "not_in_this_unit": mark("This role is not for this unit."),
        "not_its_end": mark(
            "Begin with the review first; what is signed is the period up to where it began."
        ),
        "not_joined": mark("She has not set a password yet; then there are six words to compare."),
        "not_outside": mark("Nobody outside looks into a record: a partner is told, or handed."),
        "not_offered": mark("The pages do not speak this language."),
        "not_understood": mark(
            "“%(what)s” is not understood here, and what is left out could widen the consent. "
            "Record with her what she agrees to."
        ),
        "nothing_due": mark("Nothing is due that is not held."),
        "nothing_left": mark("She refuses everything to everybody; record that as a refusal."),
        "interpreter_not_bound": mark(
            "Nobody interprets who has not promised to keep silent; ask her or him first."
        ),
        "interpreter_not_wanted": mark("She decides whether this person may interpret; ask her."),
        "no_signature": mark("This signature could not be read; let her sign once more."),
        "text_is_new": mark("The text is another one now; let her read it once more."),
        "signature_missing": mark("Nothing is signed yet; let her sign in the field."),
        "notice_missing": mark("She must have been told all of this; say what she was told."),
        "notice_not_given": mark("She must have been told this before: %(notice)s."),
        "officer_knows_why": mark(
            "Something stands against it; the data-protection officer knows what it is."
        ),
        "only_evidence": mark(
            "She is erased, and what is left of her is evidence: a legal hold alone keeps it, and "
            "all of it, whichever unit it is about."
        ),
        "of_age": mark(
            "She is of age and declares herself; only a legal carer (§ 1814 BGB) can "
            "declare for her."
        ),
        "opens_nothing": mark("This consent opens nothing of yours to that unit."),
        "period_not_over": mark("The period of a file that would go is not over yet."),
        "permits_everything": mark(
            "This permits whatever it does not deny; here only what is named is agreed to."
        ),
        "permits_nothing": mark("Nothing is permitted by this."),
        "same_password": mark("This is your password already; choose another one."),
        "same_unit": mark("A unit needs no consent to know what it knows; choose another one."),
        "taken": mark("There is an account with this address already."),
        "to_be_named_expressly": mark("Where she is must be named apart, or not at all."),
        "signed_already": mark("This part of the log is signed off already."),
        "too_late": mark("This is too long a time; the last possible day is %(latest)s."),
        "too_many_tokens": mark("You have twenty already; revoke what no program needs."),
        "unknown": mark("This account does not exist or is disabled."),
        "units_or_partner": mark("Name units of the provider or one partner outside, not both."),
        "unknown_partner": mark("There is no such partner organisation."),
        "unknown_unit": mark("There is no such unit."),
        "unknown_word": mark("This is not offered."),
        "violent_declarer": mark(
            "Whoever was violent towards her or a child can never declare for her; nothing "
            "was recorded."
        ),
        "wrong_code": mark("This code does not fit; wait for the next one and type that."),
        "wrong_password": mark("This is not your password; type it once more."),
        "yourself": mark("Nobody does this to her own account."),
    }
)
