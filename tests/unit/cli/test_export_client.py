import json
from pathlib import Path

import pytest

from caseflow.cli.opened import opened, work_of
from caseflow.identity import choose_membership, log_in, memberships, resume
from caseflow.records import close_case, search_clients
from caseflow.vocabulary.actors import Actor, Role
from caseflow.vocabulary.answers import Disclosed, Refused
from tests.factories.command_line import FOUNDER, Installed
from tests.factories.house import PASSWORD
from tests.unit.cli.conftest import HANDED
from tests.unit.paper.papers import read_back

HEAD = "#caseflow;client_name;entry:note:goals;entry:note:goals:day\n"
LINE = ";Nazari, Samira;Sie kam.;1.2.2026\n"


@pytest.fixture
def code(installed: Installed, tmp_path: Path) -> str:
    """Return the code of a client who was imported."""
    file = tmp_path / "liste.csv"
    file.write_text(HEAD + LINE, encoding="utf-8-sig")
    installed.said("import", "clients", str(file), "--as", FOUNDER, "--unit", "beratung")
    return _found(close=False)


def _found(*, close: bool) -> str:
    with opened(HANDED) as installation, work_of(installation) as work:
        begun = log_in(work, FOUNDER, PASSWORD)
        assert not isinstance(begun, Refused)
        [lead] = [each for each in memberships(work, begun.staff) if each.role is Role.LEAD]
        who = resume(work, begun.token)
        assert who is not None
        choose_membership(work, who, lead.id)
        work.finish()
        who = resume(work, begun.token)
        assert isinstance(who, Actor)
        hits = search_clients(work, who, "")
        assert isinstance(hits, Disclosed)
        [found] = hits.value.clients
        if close:
            close_case(work, who, found.case, "")
        return found.code


def test_the_copy_of_a_client_is_written_by_her_code(
    installed: Installed, code: str, tmp_path: Path
) -> None:
    command = ("export", "client", code.lower(), "--as", FOUNDER)
    copy = json.loads(installed.said(*command))
    assert copy["client"]["code"] == code
    [entry] = copy["entries"]
    assert (entry["redacted"], entry["text"]) == (True, None)
    file = tmp_path / "copy.json"
    released = (*command, "--unit", "beratung", "--release", entry["id"], "--output", str(file))
    assert installed.said(*released) == ""
    assert json.loads(file.read_text(encoding="utf-8"))["entries"][0]["text"] == "Sie kam."
    paper = tmp_path / "copy.pdf"
    as_paper = (*command, "--format", "pdf", "--language", "de", "--output", str(paper))
    assert installed.said(*as_paper) == ""
    told = read_back(paper.read_bytes())
    assert code in told
    assert "weggelassen" in told
    assert "Sie kam." not in told
    assert "there are: de, en" in installed.refused(*command, "--language", "xx")


def test_a_wrong_code_unit_or_a_closed_case_are_told_in_one_sentence(
    installed: Installed, code: str
) -> None:
    command = ("export", "client", code, "--as", FOUNDER)
    assert "has the code nobody" in installed.refused("export", "client", "nobody", "--as", FOUNDER)
    assert "a unit wohnen" in installed.refused(*command, "--unit", "wohnen")
    _found(close=True)
    assert "Her case is closed" in installed.refused(*command)
    assert json.loads(installed.said(*command, "--reason", "Sie bittet darum."))["entries"]
