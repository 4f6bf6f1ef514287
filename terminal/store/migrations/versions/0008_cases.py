"""Cases: their moves, pauses and holders, the centre's rules of casework, departments and usual steps."""

import sqlalchemy as sa
from alembic import op

from terminal.store.migrations.feed_triggers import announce_changes

revision = "0008"
down_revision = "0007"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = {"service_case": "case", "case_told": "case", "case_rules": "plan"}
RULES = {
    "tell_days": 5, "correction_days": 15, "extension_days": 10, "instant_days": 1, "stuck_days": 5, "warn_days": 3,
    "uncollected_days": 10, "home_days": 20, "visits_a_day": 6, "file_megabytes": 20,
}  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "case_rules",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("backstop", sa.String(length=32), nullable=True),
        sa.Column("tell_days", sa.Integer(), nullable=False),
        sa.Column("correction_days", sa.Integer(), nullable=False),
        sa.Column("extension_days", sa.Integer(), nullable=False),
        sa.Column("instant_days", sa.Integer(), nullable=False),
        sa.Column("stuck_days", sa.Integer(), nullable=False),
        sa.Column("warn_days", sa.Integer(), nullable=False),
        sa.Column("uncollected_days", sa.Integer(), nullable=False),
        sa.Column("home_days", sa.Integer(), nullable=False),
        sa.Column("visits_a_day", sa.Integer(), nullable=False),
        sa.Column("file_megabytes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "backstop"], ["staff.centre", "staff.code"], name=op.f("fk_case_rules_centre_backstop")
        ),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_case_rules_centre")),
        sa.PrimaryKeyConstraint("centre", name=op.f("pk_case_rules")),
    )
    op.create_table(
        "service_case",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("number", sa.String(length=32), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("resident_id", BIG_ID, nullable=False),
        sa.Column("agent_id", BIG_ID, nullable=True),
        sa.Column("agent_relation", sa.String(length=20), nullable=False),
        sa.Column("proxy", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("handling_id", BIG_ID, nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("back_to", sa.String(length=12), nullable=True),
        sa.Column("received_at", MOMENT, nullable=False),
        sa.Column("received_by", sa.String(length=32), nullable=False),
        sa.Column("accepted_at", MOMENT, nullable=True),
        sa.Column("limit_days", sa.Integer(), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("promised_certain", sa.Boolean(), nullable=False),
        sa.Column("statutory_on", sa.Date(), nullable=True),
        sa.Column("extended_days", sa.Integer(), nullable=False),
        sa.Column("risk_on", sa.Date(), nullable=True),
        sa.Column("responsible", sa.String(length=32), nullable=False),
        sa.Column("holding", sa.String(length=12), nullable=False),
        sa.Column("moved_at", MOMENT, nullable=False),
        sa.Column("correct_by", sa.Date(), nullable=True),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("result", sa.String(length=10), nullable=False),
        sa.Column("delivery", sa.String(length=8), nullable=False),
        sa.Column("deliver_to", sa.String(length=200), nullable=False),
        sa.Column("notified_at", MOMENT, nullable=True),
        sa.Column("reminded", sa.String(length=8), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("holding IN ('first_asked', 'assigned', 'backstop')", name=op.f("ck_service_case_holding")),
        sa.ForeignKeyConstraint(["agent_id"], ["resident.id"], name=op.f("fk_service_case_agent_id")),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_service_case_centre_counter")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_service_case_centre_item")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "responsible"], ["staff.centre", "staff.code"], name=op.f("fk_service_case_centre_responsible")
        ),
        sa.ForeignKeyConstraint(["handling_id"], ["handling.id"], name=op.f("fk_service_case_handling_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_service_case_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_service_case")),
        sa.UniqueConstraint("centre", "number", name=op.f("uq_service_case_centre_number")),
        sa.UniqueConstraint("code", name=op.f("uq_service_case_code")),
    )
    op.create_index("ix_service_case_agent", "service_case", ["agent_id"], unique=False)
    op.create_index("ix_service_case_handling", "service_case", ["handling_id"], unique=False)
    op.create_index(
        "ix_service_case_holder",
        "service_case",
        ["centre", "responsible", "state", "received_at", "id"],
        unique=False,
    )
    op.create_index("ix_service_case_item", "service_case", ["centre", "item", "received_at", "id"], unique=False)
    op.create_index(
        "ix_service_case_mine",
        "service_case",
        ["centre", "responsible", "promised_on"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "ix_service_case_open",
        "service_case",
        ["centre", "state", "promised_on", "risk_on", "ended_at", "id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_service_case_received", "service_case", ["centre", "received_at", "id"], unique=False)
    op.create_index("ix_service_case_resident", "service_case", ["resident_id", "state", "id"], unique=False)
    op.create_index("ix_service_case_state", "service_case", ["centre", "state", "received_at", "id"], unique=False)
    op.create_table(
        "case_number",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_case_number_centre")),
        sa.PrimaryKeyConstraint("centre", "year", "kind", name=op.f("pk_case_number")),
    )
    op.create_table(
        "case_move",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("move", sa.String(length=20), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=False),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=False),
        sa.Column("approved_by", sa.String(length=32), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=False),
        sa.Column("details", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_case_move_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_move")),
    )
    op.create_index("ix_case_move_case", "case_move", ["case_id", "id"], unique=False)
    in_ledgers = sa.text("move IN ('ask-correction', 'corrected', 'special', 'suspend', 'resume', 'extend')")
    op.create_index(
        "ix_case_move_at",
        "case_move",
        ["at", "id"],
        unique=False,
        sqlite_where=in_ledgers,
        postgresql_where=in_ledgers,
    )
    op.create_table(
        "case_pause",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_case_pause_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_pause")),
    )
    op.create_index("ix_case_pause_case", "case_pause", ["case_id"], unique=False)
    op.create_index(
        "uq_case_pause_open",
        "case_pause",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "case_holder",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("holding", sa.String(length=12), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_case_holder_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_holder")),
    )
    op.create_index("ix_case_holder_case", "case_holder", ["case_id", "id"], unique=False)
    op.create_index(
        "uq_case_holder_open",
        "case_holder",
        ["case_id"],
        unique=True,
        sqlite_where=sa.text("until IS NULL"),
        postgresql_where=sa.text("until IS NULL"),
    )
    op.create_table(
        "case_told",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("how", sa.String(length=12), nullable=False),
        sa.Column("whom", sa.String(length=40), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_case_told_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_told")),
    )
    op.create_index("ix_case_told_case", "case_told", ["case_id", "id"], unique=False)
    op.create_table(
        "department",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=24), nullable=False),
        sa.Column("hours", sa.String(length=60), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_department_centre")),
        sa.PrimaryKeyConstraint("centre", "code", name=op.f("pk_department")),
    )
    op.create_table(
        "item_step",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("department", sa.String(length=16), nullable=True),
        sa.Column("usual_days", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["centre", "department"],
            ["department.centre", "department.code"],
            name=op.f("fk_item_step_centre_department"),
        ),
        sa.ForeignKeyConstraint(
            ["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_item_step_centre_item"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("centre", "item", "position", name=op.f("pk_item_step")),
    )
    columns = ", ".join(RULES)
    values = ", ".join(str(value) for value in RULES.values())
    op.execute(f"INSERT INTO case_rules (centre, {columns}) SELECT code, {values} FROM centre")  # noqa: S608 - our own constants
    announce_changes(TOPICS)
