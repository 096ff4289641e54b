"""log-in by an OpenID provider, known browsers, own addresses

Rules for this file:
  1. It imports nothing of caseflow: it must run unchanged in ten years.
  2. It never opens a sealed column; what needs a key is a command, not a migration.
  3. It changes no covered column of a sealed row without the seal being made again by a command.
  4. upgrade and downgrade both keep the data; the tests run them on filled databases, both engines.
  5. Portable SQL only: one file serves SQLite and PostgreSQL
     (SQLite alters a table through op.batch_alter_table).

Revision: 0011
Follows: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "known_browsers",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["staff.id"], name=op.f("fk_known_browsers_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_browsers")),
        sa.UniqueConstraint("digest", name=op.f("uq_known_browsers_digest")),
    )
    op.create_index(
        op.f("ix_known_browsers_staff_id"), "known_browsers", ["staff_id"], unique=False
    )
    op.create_table(
        "openid_links",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("identity", sa.LargeBinary(), nullable=False),
        sa.Column("linked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_openid_links_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_openid_links")),
        sa.UniqueConstraint("identity", name=op.f("uq_openid_links_identity")),
    )
    op.create_index(op.f("ix_openid_links_staff_id"), "openid_links", ["staff_id"], unique=False)
    op.create_table(
        "own_addresses",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("row_seal", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_own_addresses_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_addresses")),
        sa.UniqueConstraint("staff_id", name=op.f("uq_own_addresses_staff_id")),
    )


def downgrade() -> None:
    # Browsers are known again with the next log-in; an identity is linked and an address typed
    # anew. Whoever has no other second factor is asked to set one up.
    op.drop_table("own_addresses")
    for table in ("openid_links", "known_browsers"):
        op.drop_index(op.f(f"ix_{table}_staff_id"), table_name=table)
        op.drop_table(table)
