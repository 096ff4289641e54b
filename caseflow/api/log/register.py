"""The consent register, and the facts for a notice of a breach, for an officer's program."""

from dataclasses import asdict

from marshmallow import fields

from caseflow.api.call import Call, Given, Sent
from caseflow.api.schemas import Out
from caseflow.http import current
from caseflow.http.papers.breach_paper import breach_paper
from caseflow.http.papers.chosen_voice import chosen_voice
from caseflow.http.papers.pdf_answer import MEDIA_TYPE, asks_for_pdf, pdf_answer
from caseflow.http.papers.shown_breach import shown_breach
from caseflow.http.schemas import InSchema
from caseflow.oversight import BreachAsk, breach_facts, consent_register
from caseflow.vocabulary.answers import Refused
from caseflow.vocabulary.clock import local_day
from caseflow.vocabulary.permissions import Permission


class RegisteredConsents(Out):
    """Consents that are alike, and how many."""

    template = fields.String(required=True)
    version = fields.Integer(required=True)
    unit = fields.UUID(required=True)
    to_units = fields.List(fields.UUID(), required=True)
    state = fields.String(required=True)
    count = fields.Integer(required=True)


class ConsentRegister(Out):
    """All consents of the house, without whose they are."""

    items = fields.List(fields.Nested(RegisteredConsents), required=True)


class AskBreach(InSchema):
    """Whose account, and which period."""

    staff = fields.UUID(required=True)
    since = fields.AwareDateTime(required=True)
    until = fields.AwareDateTime()


class SeenRecord(Out):
    """A client whom the account has seen."""

    client = fields.String(required=True)
    first = fields.String(required=True)
    last = fields.String(required=True)
    entries = fields.Integer(required=True)
    categories = fields.List(fields.String(), required=True)
    acts = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)


class BreachFacts(Out):
    """What an account has seen in a period: random ids, counts, categories."""

    staff = fields.String(required=True)
    since = fields.String(required=True)
    until = fields.String(required=True)
    entries = fields.Integer(required=True)
    clients = fields.Integer(required=True)
    categories = fields.Dict(keys=fields.String(), values=fields.Integer(), required=True)
    seen = fields.List(fields.Nested(SeenRecord), required=True)


def register(sent: Sent) -> object:  # noqa: ARG001 - every call is given what was sent
    """Give the register."""
    answer = consent_register(current.work(), current.actor())
    if isinstance(answer, Refused):
        return answer
    return Given({"items": [asdict(each) for each in answer.value]})


def breach(sent: Sent) -> object:
    """Give the facts, as JSON or as a paper."""
    work, query = current.work(), sent.query
    now = work.clock.now()
    ask = BreachAsk(query["staff"], query["since"], query.get("until") or now)
    answer = breach_facts(work, current.actor(), ask)
    if isinstance(answer, Refused):
        return answer
    if not asks_for_pdf():
        return Given(shown_breach(answer.value))
    made_on = local_day(now, work.configuration.zone)
    return pdf_answer(breach_paper(answer.value, made_on, chosen_voice(None)))


CALLS = (
    Call(
        method="GET",
        address="/audit/consent-register",
        summary="The consents of the house, counted.",
        permission=Permission.REVIEW_LOG,
        gives=ConsentRegister,
        act=register,
    ),
    Call(
        method="GET",
        address="/audit/breach",
        summary="Whom an account has seen in a period, for a notice of a breach.",
        permission=Permission.REVIEW_LOG,
        asks=AskBreach,
        gives=BreachFacts,
        also=(MEDIA_TYPE,),
        act=breach,
        fresh_factor=True,
    ),
)
