"""The form of one letter, with the ways that are open to it."""

from uuid import UUID

from flask import Response, url_for

from caseflow.consents import ConsentView, list_consents
from caseflow.http import current
from caseflow.http.her_languages import named_in_themselves
from caseflow.http.language import language
from caseflow.letters import show_ways
from caseflow.vocabulary.answers import Disclosed, Refused
from caseflow.vocabulary.ids import read_id
from caseflow.vocabulary.letters import LETTER_WAYS, OUTSIDE_WAYS, Addressee, LetterTemplate
from caseflow.vocabulary.safe_contact import Standing, Ways
from caseflow.web.clients.client_frame import Frame, enter
from caseflow.web.clients.refusals import refused_sight
from caseflow.web.clients.words import words
from caseflow.web.disclosures.list_page import running
from caseflow.web.forms import Form
from caseflow.web.letters.letter_words import field_labels, fields_of
from caseflow.web.letters.shown_ways import shown_ways
from caseflow.web.shell import lead_back, page

_OPEN_OUTSIDE = Ways(tuple(map(Standing, OUTSIDE_WAYS)))  # the consent says whether it may go


def letter_page(client: UUID, form: Form) -> Response:
    """Return the form; a letter that nobody offers leads back to those that are."""
    frame = enter(client)
    if isinstance(frame, Response):
        return frame
    template = current.work().configuration.letters.get(str(form.typed.get("template", "")))
    asked = str(form.typed.get("consent", ""))
    to = Addressee.OUTSIDE if asked else Addressee.CLIENT
    consent = _consent(client, asked)
    if template is None or to not in template.to or bool(asked) != (consent is not None):
        return lead_back(url_for("web.letters", client=client))
    found = _ways(client, to)
    if isinstance(found, Refused):
        return refused_sight(found)
    return _page(frame, form, template, consent, found.value)


def _page(
    frame: Frame,
    form: Form,
    template: LetterTemplate,
    consent: ConsentView | None,
    ways: Ways,
) -> Response:
    told = frozenset() if consent is None else consent.parts[0].categories
    return page(
        "letters/letter.html",
        422 if form.problems else 200,
        client=frame,
        words=words(outside=True),
        form=form,
        letter=template,
        consent=consent,
        ways=shown_ways(
            ways.carrying(neutral=template.neutral), OUTSIDE_WAYS if consent else LETTER_WAYS
        ),
        asked=list(fields_of(template)),
        labels=field_labels(),
        in_languages=_in_languages(template, outside=consent is not None),
        more=sorted(told - template.tells),
        spoken=language(),
    )


def _in_languages(template: LetterTemplate, *, outside: bool) -> list[tuple[str, str]]:
    configuration = current.work().configuration
    spoken = configuration.languages if outside else template.words
    return list(named_in_themselves(spoken, configuration).items())


def _ways(client: UUID, to: Addressee) -> Disclosed[Ways] | Refused:
    if to is Addressee.OUTSIDE:
        return Disclosed(_OPEN_OUTSIDE)
    return show_ways(current.work(), current.actor(), client)


def _consent(client: UUID, asked: str) -> ConsentView | None:
    """Return the consent by which the unit may tell an organisation now."""
    consent = read_id(asked)
    if consent is None:
        return None
    answer = list_consents(current.work(), current.actor(), client)
    given = () if isinstance(answer, Refused) else answer.value
    return next((each for each in running(given) if each.id == consent), None)
