import io
from dataclasses import replace

import pytest
from flask import Flask, request

from caseflow.documents import SealedSpool
from caseflow.http import uploads
from caseflow.http.uploads import SealingRequest, body_sent, digest_of, file_sent
from tests.factories.application import LOOPBACK, Visitor, application
from tests.factories.clients import new_client
from tests.factories.house import House

LARGE = b"x" * (3 << 20)  # more than a request without a file may have
FORM = "multipart/form-data; boundary=part"


def form_with(content: bytes) -> bytes:
    """Return a form with a file and one that was not chosen, as a browser sends it."""
    head = b'--part\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\n\r\n'
    return head % (b"file", b"x") + content + b"\r\n" + head % (b"none", b"") + b"\r\n--part--"


@pytest.fixture
def bare() -> Flask:
    app = Flask("bare", static_folder=None)
    app.request_class = SealingRequest
    return app


def test_every_file_is_sealed_as_it_comes(bare: Flask) -> None:
    sent = form_with(LARGE)
    with bare.test_request_context("/", method="POST", data=sent, content_type=FORM):
        found = file_sent("file")
        assert isinstance(found, SealedSpool)
        assert found.length == len(LARGE)
        assert digest_of(found) == digest_of(io.BytesIO(LARGE))
        assert b"".join(found.pieces()) == LARGE
        assert file_sent("none") is file_sent("other") is None
        request.close()
        assert found.closed


def test_a_body_is_a_file_too_and_one_that_breaks_off_is_forgotten(
    bare: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with bare.test_request_context("/", method="PUT", data=b"Brief\n"):
        spool, digest = body_sent()
        with spool:
            assert (b"".join(spool.pieces()), digest) == (b"Brief\n", digest_of(spool))
    made: list[SealedSpool] = []

    def watched() -> SealedSpool:
        made.append(SealedSpool())
        return made[0]

    monkeypatch.setattr(uploads, "SealedSpool", watched)
    with bare.test_request_context("/", method="PUT", data=b"x" * 9) as context:
        context.request.max_content_length = 8
        with pytest.raises(Exception, match="413"):
            body_sent()
    assert made[0].closed


def test_only_whoever_is_logged_in_may_send_much(house: House, visitor: Visitor) -> None:
    berta = house.actor("berta", "beratung")
    address = f"/clients/{new_client(house, berta).id}/documents/new"

    def status(where: str) -> int:
        sent = form_with(LARGE)
        answer = visitor.browser.post(where, data=sent, content_type=FORM, base_url=LOOPBACK)
        return answer.status_code

    assert status(address) == 401
    visitor.log_in("berta")
    assert status(address) == 400  # it was read, and the token of the form does not fit
    assert status(address.replace("documents/new", "wall")) == 413


def test_there_is_an_end_to_it(house: House) -> None:
    limits = house.around.configuration.limits
    small = replace(limits, documents=replace(limits.documents, size=1_000_000))
    configuration = replace(house.around.configuration, limits=small)
    house.around = replace(house.around, configuration=configuration)
    visitor = Visitor(application(house))
    visitor.log_in("berta")
    address = f"/clients/{new_client(house, house.actor('berta', 'beratung')).id}/documents/new"
    sent = form_with(LARGE)
    answer = visitor.browser.post(address, data=sent, content_type=FORM, base_url=LOOPBACK)
    assert answer.status_code == 413
