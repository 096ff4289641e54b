"""Say whether a program asks for FHIR resources, and answer with them (HL7 FHIR, section 3.2.0)."""

import json

from flask import Response, request
from werkzeug.http import parse_options_header

from caseflow.api.problems import problem
from caseflow.http.language import mark
from caseflow.vocabulary.fhir import Release, Resource

MEDIA_TYPE = "application/fhir+json"
_NOT_THAT = mark("Not in this form")
_THESE = mark("FHIR is there in the versions 4.0 and 5.0; name one as fhirVersion.")


def asked_release() -> Release | Response | None:
    """Return the release that is asked for, 4.0 where none is named; None: plain JSON will do.

    A release that is not there is a problem, and not answered in another.
    """
    for each in request.headers.get("Accept", "").split(","):
        kind, options = parse_options_header(each.strip())
        if kind == MEDIA_TYPE:
            return _release(options)
    return None


def _release(options: dict[str, str]) -> Release | Response:
    named = next((options[name] for name in options if name.lower() == "fhirversion"), Release.R4)
    if named not in list(Release):
        return problem(406, "not_acceptable", _NOT_THAT, _THESE)
    return Release(named)


def fhir_response(resource: Resource, release: Release) -> Response:
    """Return a resource in the form that was asked for."""
    kind = f"{MEDIA_TYPE}; fhirVersion={release}"
    return Response(json.dumps(resource, ensure_ascii=False), content_type=kind)
