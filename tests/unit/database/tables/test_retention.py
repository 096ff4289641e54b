from caseflow.database.tables import retention
from tests.unit.database.plain_columns import plain_columns


# Whoever has the file alone sees that a random id was erased, when, on which ground and by whom;
# which ids are held back, and which are on a list of what is due.
def test_what_a_thief_of_the_file_can_read() -> None:
    assert plain_columns(retention) == {
        "erasures": {
            "also",
            "answered_at",
            "answered_by",
            "client_id",
            "drawers",
            "envelopes",
            "erased_at",
            "evidence_gone_at",
            "ground",
            "id",
            "pieces",
            "proposed_as",
            "proposed_at",
            "proposed_by",
            "row_seal",
            "run_id",
            "unit_id",
            "whole",
        },
        "holds": {
            "client_id",
            "id",
            "kind",
            "lifted_at",
            "lifted_by",
            "lifting",  # sealed to the officers
            "reason",
            "row_seal",
            "set_at",
            "set_by",
            "unit_id",
        },
        "retention_runs": {
            "answered_at",
            "answered_by",
            "done",
            "finished_at",
            "id",
            "items",
            "left_out",
            "prepared_at",
            "prepared_by",
            "refused",
            "row_seal",
        },
    }
