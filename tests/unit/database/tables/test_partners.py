from caseflow.database.base import ClientRow, SealedRow
from caseflow.database.tables.partners import Disclosure, PartnerRow


def test_both_tables_are_sealed_and_only_one_is_about_a_client() -> None:
    assert issubclass(PartnerRow, SealedRow)
    assert issubclass(Disclosure, SealedRow)
    assert issubclass(Disclosure, ClientRow)
    assert "client_id" not in PartnerRow.__table__.columns


def test_no_word_of_hers_lies_in_a_plain_column() -> None:
    plain = {column.name for column in Disclosure.__table__.columns}
    assert plain == {
        "client_id",
        "id",
        "consent_id",
        "partner_id",
        "unit_id",
        "purpose",
        "categories",
        "made_by",
        "made_at",
        "acknowledged_at",
        "acknowledged_by",
        "row_seal",
    }
