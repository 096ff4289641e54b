from caseflow.audit.joined_row import ColumnTexts, Joined


def test_a_row_names_its_parts_in_the_order_of_the_statement() -> None:
    texts = [f"{name}\n" for name in ColumnTexts._fields]
    joined = Joined.of((1, 2, 0, b"{}\n{}", bytes(64), *texts))
    assert (joined.dashed, joined.size, joined.strange) == (True, 2, 0)
    assert (joined.payloads, joined.hashes) == (b"{}\n{}", bytes(64))
    assert joined.columns._asdict() == {name: f"{name}\n" for name in ColumnTexts._fields}
