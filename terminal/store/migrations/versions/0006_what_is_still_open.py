"""Indexes of what is still to be done: appointments that are open, messages by their state, and the newest of these."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    not_settled = sa.text("ended_at IS NULL")
    op.create_index(
        "ix_appointment_open", "appointment", ["centre", "state", "day"], unique=False,
        sqlite_where=not_settled, postgresql_where=not_settled,
    )  # fmt: skip
    op.create_index("ix_message_state", "message", ["centre", "state", "id"], unique=False)
    op.create_index("ix_message_newest", "message", ["centre", "id"], unique=False)
