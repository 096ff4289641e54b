"""blind index of a large unit

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0017
Follows: 0016
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("name_cards") as batch:
        batch.add_column(
            sa.Column("category", sa.String(), nullable=False, server_default="identity")
        )
        batch.create_index("ix_name_cards_unit_id_id", ["unit_id", "id"], unique=False)
        batch.create_index(
            "ix_name_cards_unit_id_filed_client_id",
            ["unit_id", "filed", "client_id"],
            unique=False,
        )
        batch.drop_index("ix_name_cards_unit_id_filed")
    with op.batch_alter_table("name_cards") as batch:
        batch.alter_column(
            "category", existing_type=sa.String(), existing_nullable=False, server_default=None
        )
    op.create_index("ix_cases_unit_id_client_id", "cases", ["unit_id", "client_id"], unique=False)
    op.create_table(
        "unit_indexes",
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("unit_key_id", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("done_to", sa.Uuid(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_unit_indexes_unit_id")),
        sa.PrimaryKeyConstraint("unit_id", "generation", name=op.f("pk_unit_indexes")),
    )
    op.create_table(
        "index_tokens",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("card_id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.LargeBinary(), nullable=False),
        sa.Column("unit_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id", "card_id"],
            ["name_cards.client_id", "name_cards.id"],
            name=op.f("fk_index_tokens_client_id_card_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("client_id", "card_id", "token", name=op.f("pk_index_tokens")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_index_tokens_unit_id_token", "index_tokens", ["unit_id", "token"], unique=False
    )


def downgrade() -> None:
    # The index is built anew from the cards; a card of contact is no name card, and an earlier
    # version would take it for one.
    op.drop_index("ix_index_tokens_unit_id_token", table_name="index_tokens")
    op.drop_table("index_tokens")
    op.drop_table("unit_indexes")
    op.drop_index("ix_cases_unit_id_client_id", table_name="cases")
    op.execute("DELETE FROM name_cards WHERE category <> 'identity'")
    with op.batch_alter_table("name_cards") as batch:
        batch.drop_index("ix_name_cards_unit_id_id")
        batch.drop_index("ix_name_cards_unit_id_filed_client_id")
        batch.create_index("ix_name_cards_unit_id_filed", ["unit_id", "filed"], unique=False)
        batch.drop_column("category")
