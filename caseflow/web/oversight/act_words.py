"""Say in the reader's language what somebody did, by the acts that the log knows."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import gettext, mark
from caseflow.vocabulary.acts import Act

ACTS: Mapping[Act, str] = MappingProxyType(
    {
        Act.STORY_READ: mark("read the story"),
        Act.INTAKE_READ: mark("read the intake form"),
        Act.ENTRY_READ: mark("read an entry"),
        Act.CLIENT_READ: mark("opened the client’s page"),
        Act.CLIENT_SEARCH: mark("searched for clients"),
        Act.CLIENT_SHOWN: mark("was shown clients in a list"),
        Act.CLIENT_LOOKUP: mark("looked a client up by her code"),
        Act.CONSENT_READ: mark("read consents"),
        Act.CONSENT_PREVIEW: mark("previewed a consent"),
        Act.HANDOVER_READ: mark("read handovers"),
        Act.CARD_PRINT: mark("printed the client card"),
        Act.WALL_READ: mark("looked at the walls around a client"),
        Act.CASE_DESERTED: mark("was shown restricted cases that nobody works on"),
        Act.CLIENT_CREATE: mark("made a client"),
        Act.CASE_OPEN: mark("opened a case"),
        Act.CASE_CLOSE: mark("closed a case"),
        Act.CASE_ASSIGN: mark("assigned a case"),
        Act.ENTRY_WRITE: mark("wrote an entry"),
        Act.FACT_WRITE: mark("wrote answers"),
        Act.GOAL_WRITE: mark("set a goal"),
        Act.PROGRESS_WRITE: mark("noted progress"),
        Act.SUMMARY_WRITE: mark("wrote the summary"),
        Act.CONSENT_RECORD: mark("recorded a consent"),
        Act.CONSENT_WITHDRAW: mark("recorded a withdrawal"),
        Act.CONSENT_EXPIRE: mark("a consent expired"),
        Act.REFUSAL_RECORD: mark("recorded a refusal"),
        Act.HANDOVER_SEND: mark("sent a handover"),
        Act.HANDOVER_ACCEPT: mark("accepted a handover"),
        Act.HANDOVER_DECLINE: mark("declined a handover"),
        Act.HANDOVER_WITHDRAW: mark("took a handover back"),
        Act.HANDOVER_EXPIRE: mark("a handover expired"),
        Act.EMERGENCY_DECLARE: mark("declared an emergency"),
        Act.EMERGENCY_END: mark("ended an emergency"),
        Act.EMERGENCY_REVIEW: mark("reviewed an emergency"),
        Act.EXCEPTION_READ: mark("looked at lawful exceptions"),
        Act.EXCEPTION_DECLARE: mark("declared a lawful exception"),
        Act.EXCEPTION_ANSWER: mark("answered a lawful exception as second person"),
        Act.EXCEPTION_END: mark("ended a lawful exception"),
        Act.WALL_RECORD: mark("put up a wall"),
        Act.WALL_LIFT: mark("lifted a wall"),
        Act.IMPORT_RUN: mark("brought in clients from a file"),
        Act.PAGE_REFUSE: mark("asked for a page that is not there for her"),
        Act.LOGIN: mark("logged in"),
        Act.LOGIN_STEP: mark("gave the password, before the second factor"),
        Act.LOGIN_FAIL: mark("a log-in failed"),
        Act.LOGOUT: mark("logged out"),
        Act.PASSWORD_CHANGE: mark("changed a password"),
        Act.FACTOR_ADD: mark("set up a second factor"),
        Act.FACTOR_REMOVE: mark("gave up a second factor"),
        Act.FACTOR_SHOW: mark("showed the second factor once more"),
        Act.USER_INVITE: mark("invited somebody"),
        Act.USER_JOIN: mark("set the first password"),
        Act.USER_DISABLE: mark("disabled an account"),
        Act.USER_RESET: mark("began an account again"),
        Act.MEMBER_ADMIT: mark("admitted a member"),
        Act.MEMBER_END: mark("ended a membership"),
        Act.UNIT_ADD: mark("founded a unit"),
        Act.KEY_BIRTH: mark("made a key"),
        Act.KEY_GRANT: mark("gave a key to a further reader"),
        Act.KEY_REVOKE: mark("took a key from a reader"),
        Act.DRAWER_TURN: mark("changed the key of a drawer"),
        Act.CARD_FILE: mark("filed a name card"),
        Act.INSTALLATION_BIRTH: mark("founded the installation"),
        Act.LOG_READ: mark("looked at the log"),
        Act.LOG_VERIFY: mark("verified the log"),
        Act.REASON_READ: mark("opened a sealed reason"),
        Act.ALARM_SEAL: mark("found a row that is not as it was written"),
        Act.ALARM_KEY: mark("found a key that does not open"),
        Act.ALARM_BULK: mark("opened very many clients within an hour and was held back"),
        Act.ALARM_KIN: mark("opened a client who has her own surname"),
        Act.ALARM_GUESSING: mark("somebody guesses at the log-in of one account"),
        Act.ALARM_WALL: mark("asked for a client whom she must never meet"),
    }
)


def act_name(act: str) -> str:
    """Return what was done; a word of a later version stays as it is."""
    return gettext(ACTS[Act(act)]) if act in list(Act) else act
