from caseflow.database.base import ClientRow, SealedRow
from caseflow.database.tables import partners
from caseflow.database.tables.partners import Disclosure, PartnerRow
from tests.unit.database.plain_columns import plain_columns


def test_both_tables_are_sealed_and_only_one_is_about_a_client() -> None:
    assert issubclass(PartnerRow, SealedRow)
    assert issubclass(Disclosure, SealedRow)
    assert issubclass(Disclosure, ClientRow)
    assert "client_id" not in PartnerRow.__table__.columns


# A further plain column is one more thing that a thief of the file can read: decide it here.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(partners) == {
        "partners": {
            "added_at",
            "address",
            "agreed_from",
            "agreed_until",
            "changed_by",
            "duties",
            "email",
            "ended_at",
            "id",
            "kind",
            "name",
            "row_seal",
            "telephone",
            "version",
        },
        "disclosures": {
            "acknowledged_at",
            "acknowledged_by",
            "categories",
            "client_id",
            "consent_id",
            "id",
            "made_at",
            "made_by",
            "overtaken_at",
            "partner_id",
            "purpose",
            "retold",
            "retold_at",
            "retold_by",
            "row_seal",
            "unit_id",
        },
    }
