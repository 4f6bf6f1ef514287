"""Residents, appointments, requests and the outbox, with their topics in the change feed."""

import sqlalchemy as sa
from alembic import op

from terminal.store.migrations.feed_triggers import announce_changes

revision = "0005"
down_revision = "0004"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = {"booking_rules": "plan", "appointment": "appointment", "booking_request": "appointment", "message": "message"}


def upgrade() -> None:
    op.create_table(
        "booking_day",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_booking_day_centre")),
        sa.PrimaryKeyConstraint("centre", "day", name=op.f("pk_booking_day")),
    )
    op.create_table(
        "booking_rules",
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("grid_minutes", sa.Integer(), nullable=False),
        sa.Column("lead_minutes", sa.Integer(), nullable=False),
        sa.Column("horizon_days", sa.Integer(), nullable=False),
        sa.Column("walk_in_share", sa.Integer(), nullable=False),
        sa.Column("hold_minutes", sa.Integer(), nullable=False),
        sa.Column("early_minutes", sa.Integer(), nullable=False),
        sa.Column("grace_minutes", sa.Integer(), nullable=False),
        sa.Column("release_minutes", sa.Integer(), nullable=False),
        sa.Column("most_items", sa.Integer(), nullable=False),
        sa.Column("most_open", sa.Integer(), nullable=False),
        sa.Column("missed_limit", sa.Integer(), nullable=False),
        sa.Column("missed_days", sa.Integer(), nullable=False),
        sa.Column("barred_days", sa.Integer(), nullable=False),
        sa.CheckConstraint("grid_minutes BETWEEN 5 AND 120", name=op.f("ck_booking_rules_grid")),
        sa.CheckConstraint("walk_in_share BETWEEN 0 AND 100", name=op.f("ck_booking_rules_share")),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_booking_rules_centre")),
        sa.PrimaryKeyConstraint("centre", name=op.f("pk_booking_rules")),
    )
    op.create_table(
        "resident",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("number", sa.String(length=18), nullable=True),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("phone", sa.String(length=24), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_resident_centre")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resident")),
        sa.UniqueConstraint("centre", "number", name=op.f("uq_resident_centre_number")),
    )
    op.create_index("ix_resident_phone", "resident", ["centre", "phone"], unique=False)
    op.create_table(
        "appointment",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("resident_id", BIG_ID, nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start_at", MOMENT, nullable=False),
        sa.Column("end_at", MOMENT, nullable=False),
        sa.Column("line", sa.String(length=1), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("counter", sa.Integer(), nullable=True),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("held_until", MOMENT, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("import_ref", sa.String(length=60), nullable=True),
        sa.Column("ticket_id", BIG_ID, nullable=True),
        sa.CheckConstraint(
            "(state = 'arrived') = (ticket_id IS NOT NULL)", name=op.f("ck_appointment_arrived_has_ticket")
        ),
        sa.CheckConstraint("(state = 'held') = (held_until IS NOT NULL)", name=op.f("ck_appointment_held_until")),
        sa.CheckConstraint(
            "state = 'held' OR state = 'lapsed' OR resident_id IS NOT NULL",
            name=op.f("ck_appointment_booked_for_somebody"),
        ),
        sa.ForeignKeyConstraint(
            ["centre", "counter"], ["counter.centre", "counter.number"], name=op.f("fk_appointment_centre_counter")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "line"], ["line.centre", "line.letter"], name=op.f("fk_appointment_centre_line")
        ),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_appointment_centre_staff")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_appointment_resident_id")),
        sa.ForeignKeyConstraint(["ticket_id"], ["ticket.id"], name=op.f("fk_appointment_ticket_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("centre", "import_ref", name=op.f("uq_appointment_centre_import_ref")),
        sa.UniqueConstraint("code", name=op.f("uq_appointment_code")),
        sa.UniqueConstraint("ticket_id", name=op.f("uq_appointment_ticket_id")),
    )
    op.create_index("ix_appointment_day", "appointment", ["centre", "day", "state"], unique=False)
    op.create_index("ix_appointment_resident", "appointment", ["resident_id", "start_at"], unique=False)
    op.create_table(
        "appointment_item",
        sa.Column("appointment_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_item_appointment_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_appointment_item_centre_item")
        ),
        sa.PrimaryKeyConstraint("appointment_id", "position", name=op.f("pk_appointment_item")),
    )
    op.create_table(
        "booking_request",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("resident_id", BIG_ID, nullable=False),
        sa.Column("item", sa.String(length=16), nullable=True),
        sa.Column("wanted_at", MOMENT, nullable=True),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("taken_by", sa.String(length=32), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.Column("decided_by", sa.String(length=32), nullable=False),
        sa.Column("answer", sa.String(length=120), nullable=False),
        sa.Column("appointment_id", BIG_ID, nullable=True),
        sa.CheckConstraint(
            "(state = 'open') = (decided_at IS NULL)", name=op.f("ck_booking_request_decided_unless_open")
        ),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_booking_request_appointment_id")),
        sa.ForeignKeyConstraint(
            ["centre", "item"], ["item.centre", "item.code"], name=op.f("fk_booking_request_centre_item")
        ),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_booking_request_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_request")),
    )
    op.create_index("ix_booking_request_state", "booking_request", ["centre", "state", "asked_at"], unique=False)
    op.create_table(
        "message",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("event", sa.String(length=120), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("via", sa.String(length=4), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("next_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=True),
        sa.Column("taken_at", MOMENT, nullable=True),
        sa.Column("worker", sa.String(length=100), nullable=False),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("detail", sa.String(length=200), nullable=False),
        sa.Column("resident_id", BIG_ID, nullable=True),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("appointment_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_message_appointment_id")),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_message_centre")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_message_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message")),
        sa.UniqueConstraint("centre", "event", name=op.f("uq_message_centre_event")),
    )
    op.create_index("ix_message_appointment", "message", ["appointment_id"], unique=False)
    op.create_index(
        "ix_message_due",
        "message",
        ["centre", "next_at"],
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_table(
        "slot_use",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("appointment_id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start_at", MOMENT, nullable=False),
        sa.Column("end_at", MOMENT, nullable=False),
        sa.Column("needs", sa.String(length=26), nullable=False),
        sa.Column("until", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_slot_use_appointment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_use")),
    )
    op.create_index("ix_slot_use_appointment", "slot_use", ["appointment_id"], unique=False)
    op.create_index("ix_slot_use_day", "slot_use", ["centre", "day"], unique=False)
    announce_changes(TOPICS)
    # Every centre has its rules of booking; they begin as the house's own.
    op.execute(
        "INSERT INTO booking_rules (centre, grid_minutes, lead_minutes, horizon_days, walk_in_share, hold_minutes, "
        "early_minutes, grace_minutes, release_minutes, most_items, most_open, missed_limit, missed_days, barred_days) "
        "SELECT code, 15, 30, 30, 40, 10, 60, 15, 30, 5, 3, 3, 90, 30 FROM centre"
    )
