from caseflow.vocabulary.quick_exit import QuickExit


def test_left_out_it_leads_where_anybody_goes() -> None:
    assert QuickExit().address.startswith("https://")
