from caseflow.audit.findings import MOST, Fault, Finding, Findings, Report


def test_the_first_bad_entry_comes_first() -> None:
    findings = Findings()
    findings.add(Fault.USE_MISSING, None, "c")
    findings.add(Fault.ENTRY_CHANGED, 7, "b")
    findings.add(Fault.ENTRY_MISSING, 0, "a")
    assert [each.detail for each in findings.in_order()] == ["a", "b", "c"]


def test_a_log_rewritten_from_end_to_end_is_not_described_entry_by_entry() -> None:
    findings = Findings()
    for position in range(MOST + 1):
        findings.add(Fault.ENTRY_CHANGED, position, "")
    assert len(findings.in_order()) == MOST


def test_one_finding_is_enough() -> None:
    assert Report(1, 1, b"", ()).verified
    assert not Report(1, 1, b"", (Finding(Fault.TILE_DIFFERS, None, ""),)).verified
