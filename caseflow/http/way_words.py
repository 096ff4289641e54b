"""Say by which ways a client may be reached, why one is closed, and what is to be heeded."""

from collections.abc import Mapping
from types import MappingProxyType

from caseflow.http.language import mark
from caseflow.vocabulary.safe_contact import Bar, Care, Way

WAYS: Mapping[Way, str] = MappingProxyType(
    {
        Way.IN_PERSON: mark("Put into her hand"),
        Way.TOLD: mark("Only told"),
        Way.POST: mark("By post"),
        Way.TRUSTED: mark("By post to a person she trusts"),
        Way.EMAIL: mark("By e-mail"),
        Way.SMS: mark("By text message"),
        Way.MESSENGER: mark("By messenger"),
        Way.PHONE: mark("By telephone"),
        Way.VOICEMAIL: mark("On her voice mail"),
    }
)
BARS: Mapping[Bar, str] = MappingProxyType(
    {
        Bar.UNKNOWN: mark("it is not known how she may be reached"),
        Bar.WITHHELD: mark("she did not want to say"),
        Bar.NOT_ALLOWED: mark("she has not named this way"),
        Bar.FORBIDDEN: mark("she has said no to it"),
        Bar.SHE_CALLS: mark("she contacts us"),
        Bar.TRUSTED_ONLY: mark("only through a person she trusts"),
        Bar.NO_SAFE_NUMBER: mark("no safe number is known"),
        Bar.NUMBER_SHOWN: mark("our number must not be seen"),
        Bar.NOT_IN_TIME: mark("only at certain times"),
        Bar.NOT_PRIVATE: mark("others read her e-mails"),
        Bar.PLACE_UNKNOWN: mark("it is not known who opens what comes there"),
        Bar.PLACE_KNOWN: mark("the person she is afraid of knows the place"),
        Bar.SHARED_HOME: mark("she lives in the shared dwelling"),
        Bar.NOT_NEUTRAL: mark("this paper names the organisation"),
    }
)
CARES: Mapping[Care, str] = MappingProxyType(
    {
        Care.NEUTRAL: mark("neutral: no name of the organisation or a unit, on no envelope either"),
        Care.COVER_NAME: mark("under her cover name"),
        Care.CERTAIN_TIMES: mark("only at the times she has named"),
        Care.NUMBER_HIDDEN: mark("with our number hidden"),
        Care.ASK_HER: mark("ask her first whether somebody may see it at home"),
        Care.NOT_TO_THEM: mark("not to those who must not know"),
    }
)
