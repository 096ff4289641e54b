import re
from uuid import uuid4

import pytest

from caseflow.web.oversight.findings import read_positions
from tests.factories.application import Visitor
from tests.factories.house import House
from tests.factories.integrated import integrated


@pytest.mark.usefixtures("known")
def test_a_finding_is_noted_from_the_review_and_closed(house: House, olga: Visitor) -> None:
    integrated(house)
    assert "Berta" in olga.look("/log/entries?at=0,1,2,3,4,5,6").text
    form = olga.look("/log/findings?rule=bulk&positions=1,2").text
    assert 'value="1,2"' in form
    empty = olga.send("/log/findings", rule="bulk", positions="1,2")
    assert empty.status_code == 422
    assert olga.send("/log/findings", note="x" * 4001).status_code == 422
    noted = olga.send("/log/findings", rule="bulk", positions="1,2", note="Zu viele.")
    assert (noted.status_code, noted.location) == (303, "/log/findings")
    listed = olga.look("/log/findings").text
    assert "Zu viele." in listed
    [address] = re.findall(r'formaction="(/log/findings/[0-9a-f-]{36})"', listed)
    done = f"done.{address.rpartition('/')[2]}"
    assert olga.send(address, "/log/findings", **{done: ""}).status_code == 422
    assert olga.send(address, "/log/findings", **{done: "y" * 4001}).status_code == 422
    begun = olga.send("/log/findings", note="Halb", **{done: "Bespr"}, speak="en").text
    assert [each in begun for each in ("\nHalb</textarea>", "\nBespr</textarea>")] == [True, True]
    assert olga.send(address, "/log/findings", **{done: "Besprochen."}).status_code == 303
    assert "Besprochen." in olga.look("/log/findings").text
    assert olga.send(address, "/log/findings", **{done: "Noch einmal."}).status_code == 409
    unknown = uuid4()
    assert (
        olga.send(
            f"/log/findings/{unknown}", "/log/findings", **{f"done.{unknown}": "x"}
        ).status_code
        == 404
    )


def test_positions_are_numbers_and_everything_else_is_none() -> None:
    assert read_positions("3, 4 x -1 ² 99999999999999") == [3, 4]
