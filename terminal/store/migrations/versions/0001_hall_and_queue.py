"""The hall, the catalogue, the queue and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "centre",
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("zone", sa.String(length=40), nullable=False),
        sa.Column("hours", sa.String(length=120), nullable=False),
        sa.Column("notices", sa.String(), nullable=False),
        sa.Column("scale", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_centre")),
    )
    op.create_table(
        "journal",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("who", sa.String(length=32), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("verb", sa.String(length=40), nullable=False),
        sa.Column("noun", sa.String(length=40), nullable=False),
        sa.Column("noun_id", sa.String(length=40), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal")),
    )
    op.create_index(op.f("ix_journal_at"), "journal", ["at"], unique=False)
    op.create_table(
        "line",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("letter", sa.String(length=1), nullable=False),
        sa.Column("field", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("name_en", sa.String(length=60), nullable=False),
        sa.Column("examples", sa.String(length=80), nullable=False),
        sa.Column("icon", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_line_centre")),
        sa.PrimaryKeyConstraint("centre", "letter", name=op.f("pk_line")),
    )
    op.create_table(
        "staff",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_staff_centre")),
        sa.PrimaryKeyConstraint("centre", "code", name=op.f("pk_staff")),
    )
    op.create_table(
        "counter",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_counter_centre_staff")
        ),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_counter_centre")),
        sa.PrimaryKeyConstraint("centre", "number", name=op.f("pk_counter")),
    )
    op.create_table(
        "item",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("line", sa.String(length=1), nullable=False),
        sa.Column("field", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("short", sa.String(length=40), nullable=False),
        sa.Column("initials", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("promised_days", sa.Integer(), nullable=True),
        sa.Column("statutory_days", sa.Integer(), nullable=True),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("conditions", sa.String(), nullable=False),
        sa.Column("fee", sa.Integer(), nullable=False),
        sa.Column("extended_hours", sa.Boolean(), nullable=False),
        sa.Column("proxy", sa.Boolean(), nullable=False),
        sa.Column("proxy_kind", sa.String(length=60), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("legal_basis", sa.String(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("grounding", sa.String(), nullable=False),
        sa.CheckConstraint("(kind = 'promised') = (promised_days IS NOT NULL)", name=op.f("ck_item_promised_has_days")),
        sa.ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_item_centre_line")),
        sa.PrimaryKeyConstraint("centre", "code", name=op.f("pk_item")),
    )
    op.create_table(
        "line_day",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("line", sa.String(length=1), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_line_day_centre_line")
        ),
        sa.PrimaryKeyConstraint("centre", "day", "line", name=op.f("pk_line_day")),
    )
    op.create_table(
        "counter_line",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("counter", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("line", sa.String(length=1), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_counter_line_centre_counter")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_counter_line_centre_line")
        ),
        sa.PrimaryKeyConstraint("centre", "counter", "line", name=op.f("pk_counter_line")),
    )
    op.create_table(
        "material",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("short", sa.String(length=60), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        sa.Column("where_from", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_material_centre_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("centre", "item", "position", name=op.f("pk_material")),
    )
    op.create_table(
        "ticket",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("line", sa.String(length=1), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("waits_in", sa.String(length=1), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=True),
        sa.Column("priority", sa.String(length=20), nullable=True),
        sa.Column("head_start", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("arrived_at", MOMENT, nullable=False),
        sa.Column("place_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("called_at", MOMENT, nullable=True),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("started_at", MOMENT, nullable=True),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_ticket_centre_counter")
        ),
        sa.ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_ticket_centre_item")),
        sa.ForeignKeyConstraint(["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_ticket_centre_line")),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_ticket_centre_staff")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "waits_in"], ["line.centre", "line.letter"], name=op.f("fk_ticket_centre_waits_in")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("centre", "day", "line", "number", name=op.f("uq_ticket_centre_day_line_number")),
        sa.UniqueConstraint("code", name=op.f("uq_ticket_code")),
    )
    op.create_index("ix_ticket_at_counter", "ticket", ["centre", "day", "counter", "state"], unique=False)
    op.create_index(
        "ix_ticket_queue",
        "ticket",
        ["centre", "day", "place_at", "id"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "handling",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("ticket_id", BIG_ID, nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("started_at", MOMENT, nullable=False),
        sa.Column("finished_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_handling_centre_counter")
        ),
        sa.ForeignKeyConstraint(["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_handling_centre_item")),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_handling_centre_staff")
        ),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_handling_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handling")),
    )
    op.create_index("ix_handling_finished", "handling", ["centre", "finished_at"], unique=False)
    op.create_index("ix_handling_ticket", "handling", ["ticket_id"], unique=False)
