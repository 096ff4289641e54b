from caseflow.http.faults import STATUS, Fault


def test_every_fault_has_its_status() -> None:
    assert set(STATUS) == set(Fault)
    assert all(status >= 400 for status in STATUS.values())
