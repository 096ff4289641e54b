from caseflow.paper.pieces import Heading, Paragraph


def test_a_heading_is_of_the_first_level_and_a_paragraph_is_no_remark() -> None:
    assert Heading("a").level == 1
    assert not Paragraph("a").quiet
