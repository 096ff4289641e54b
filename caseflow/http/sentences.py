"""Make sentences from the codes that the rooms return."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.answer_sentences import ANSWER_SENTENCES
from caseflow.http.appointment_sentences import APPOINTMENT_SENTENCES
from caseflow.http.case_sentences import CASE_SENTENCES
from caseflow.http.document_sentences import DOCUMENT_SENTENCES
from caseflow.http.language import gettext, mark
from caseflow.http.letter_sentences import LETTER_SENTENCES
from caseflow.http.room_sentences import ROOM_SENTENCES
from caseflow.vocabulary.actors import Role
from caseflow.vocabulary.answers import Problem

SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        **ANSWER_SENTENCES,
        **ROOM_SENTENCES,
        **CASE_SENTENCES,
        **DOCUMENT_SENTENCES,
        **LETTER_SENTENCES,
        **APPOINTMENT_SENTENCES,
        "required": mark("Fill in this field."),
        "too_long": mark("This is too long: at most %(most)s characters."),
        "not_readable": mark("This cannot be read; write it another way."),
        "unknown_field": mark("Something was sent that is not asked for here."),
        "log_in_failed": mark(
            "E-mail address and password do not match, or your second factor is missing."
        ),
        "factor_failed": mark("This did not fit. Type a new code, or show your passkey once more."),
        "openid_failed": mark(
            "What came back from %(label)s cannot be taken; nothing was changed. Try again."
        ),
        "openid_unreachable": mark(
            "%(label)s does not answer at the moment. Use another second factor or a recovery "
            "code, or try again later."
        ),
        "identity_linked": mark("You have linked an account already; give that one up first."),
        "identity_taken": mark("This account is linked to somebody else here."),
        "step_failed": mark(
            "E-mail address, password and second factor do not match; begin once more."
        ),
        "too_many_tries": mark("Too many tries have failed. Wait a while before the next one."),
        "not_equal": mark("The two passwords are not the same."),
        "too_short": mark("This is too short: at least %(least)s characters."),
        "not_text": mark("This holds something that is no character."),
        "password_common": mark("This password is among the first that others would try."),
        "password_personal": mark(
            "The password must not hold your address or the provider’s name."
        ),
        "empty_list": mark("Name at least one; nothing named never means all."),
        "not_a_cursor": mark("This is no cursor; send the `next` of the page before, as it is."),
        "not_a_version": mark("This is no version; send the ETag of what you have read."),
        "key_of_another_request": mark("This key was sent with another request; take a new one."),
        "reason_needed": mark("The case is closed; say as `reason` why you open it."),
        "language_unknown": mark("There are no sentences in this language; there are: %(known)s."),
        "no_form": mark("There is no form at this address."),
        "draft_too_large": mark(
            "This is too much to be kept as a draft: at most %(most)s kilobytes. Send the form, or "
            "shorten it; it still stands here."
        ),
        "too_many_drafts": mark(
            "You have %(most)s drafts already; send or discard one of them. What you typed still "
            "stands here."
        ),
        "not_a_choice": mark("Choose one of those offered."),
    }
)
ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.CASEWORKER: mark("Case worker"),
        Role.INTAKE: mark("Intake"),
        Role.LEAD: mark("Lead"),
        Role.OFFICER: mark("Data-protection officer"),
    }
)
_OTHERWISE = mark("This cannot be taken as it is.")


def sentence(problem: Problem) -> str:
    """Return what is wrong and what to do, in the reader's language."""
    return gettext(SENTENCES.get(problem.code, _OTHERWISE), **problem.values)


def role_name(role: Role) -> str:
    """Return the name of a role, in the reader's language."""
    return gettext(ROLES[role])
