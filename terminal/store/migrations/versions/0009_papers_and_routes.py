"""Papers and routes: notices, forms, errands, mandates, materials with the chain of their originals, attachments."""

import sqlalchemy as sa
from alembic import op

from terminal.store.migrations.feed_triggers import announce_changes

revision = "0009"
down_revision = "0008"

MOMENT = sa.DateTime(timezone=True)
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TOPICS = {"notice": "paper", "form_entry": "paper", "case_stop": "case", "case_material": "case", "attachment": "case"}


def upgrade() -> None:
    op.create_table(
        "notice",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("case_id", BIG_ID, nullable=True),
        sa.Column("move_id", BIG_ID, nullable=True),
        sa.Column("resident_id", BIG_ID, nullable=True),
        sa.Column("values_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("issued_by", sa.String(length=32), nullable=False),
        sa.Column("handed_at", MOMENT, nullable=True),
        sa.Column("handed_to", sa.String(length=60), nullable=False),
        sa.Column("void_reason", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_notice_case_id")),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_notice_centre")),
        sa.ForeignKeyConstraint(["move_id"], ["case_move.id"], name=op.f("fk_notice_move_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_notice_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("centre", "number", name=op.f("uq_notice_centre_number")),
    )
    op.create_index("ix_notice_case", "notice", ["case_id", "id"], unique=False)
    op.create_index("ix_notice_issued", "notice", ["centre", "issued_at", "id"], unique=False)
    op.create_index("ix_notice_resident", "notice", ["resident_id", "id"], unique=False)
    op.create_table(
        "form_entry",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("item", sa.String(length=16), nullable=True),
        sa.Column("handling_id", BIG_ID, nullable=True),
        sa.Column("case_id", BIG_ID, nullable=True),
        sa.Column("resident_id", BIG_ID, nullable=True),
        sa.Column("values_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("begun_by", sa.String(length=32), nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_form_entry_case_id")),
        sa.ForeignKeyConstraint(["centre"], ["centre.code"], name=op.f("fk_form_entry_centre")),
        sa.ForeignKeyConstraint(["handling_id"], ["handling.id"], name=op.f("fk_form_entry_handling_id")),
        sa.ForeignKeyConstraint(["resident_id"], ["resident.id"], name=op.f("fk_form_entry_resident_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_form_entry")),
    )
    op.create_index("ix_form_entry_case", "form_entry", ["case_id"], unique=False)
    op.create_index("ix_form_entry_handling", "form_entry", ["handling_id"], unique=False)
    op.create_index("ix_form_entry_resident", "form_entry", ["resident_id"], unique=False)
    op.create_table(
        "case_stop",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("centre", sa.String(length=16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("department", sa.String(length=16), nullable=True),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("purpose", sa.String(length=120), nullable=False),
        sa.Column("bring", sa.String(length=500), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("planned_at", MOMENT, nullable=True),
        sa.Column("usual_days", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("begun_at", MOMENT, nullable=True),
        sa.Column("done_at", MOMENT, nullable=True),
        sa.Column("came_back", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_case_stop_case_id")),
        sa.ForeignKeyConstraint(
            ["centre", "department"],
            ["department.centre", "department.code"],
            name=op.f("fk_case_stop_centre_department"),
        ),
        sa.ForeignKeyConstraint(
            ["centre", "staff"], ["staff.centre", "staff.code"], name=op.f("fk_case_stop_centre_staff")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_stop")),
    )
    op.create_index("ix_case_stop_case", "case_stop", ["case_id", "position"], unique=False)
    op.create_index("ix_case_stop_kind", "case_stop", ["centre", "kind", "day"], unique=False)
    op.create_index("ix_case_stop_day", "case_stop", ["centre", "staff", "day"], unique=False)
    op.create_table(
        "mandate",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("scope", sa.String(length=500), nullable=False),
        sa.Column("may", sa.String(length=500), nullable=False),
        sa.Column("may_not", sa.String(length=500), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("staff", sa.String(length=32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("resident_signed_on", sa.Date(), nullable=True),
        sa.Column("staff_signed_on", sa.Date(), nullable=True),
        sa.Column("resumes", BIG_ID, nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_mandate_case_id")),
        sa.ForeignKeyConstraint(["resumes"], ["mandate.id"], name=op.f("fk_mandate_resumes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandate")),
    )
    op.create_index("ix_mandate_case", "mandate", ["case_id", "id"], unique=False)
    op.create_table(
        "case_material",
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("mandatory", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("got_originals", sa.Integer(), nullable=False),
        sa.Column("got_copies", sa.Integer(), nullable=False),
        sa.Column("why", sa.String(length=200), nullable=False),
        sa.Column("promised_by", sa.Date(), nullable=True),
        sa.Column("to_return", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=False),
        sa.Column("hand", sa.String(length=32), nullable=False),
        sa.Column("moved_at", MOMENT, nullable=True),
        sa.Column("outcome", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_case_material_case_id")),
        sa.PrimaryKeyConstraint("case_id", "position", name=op.f("pk_case_material")),
    )
    op.create_table(
        "custody",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("what", sa.String(length=12), nullable=False),
        sa.Column("originals", sa.Integer(), nullable=False),
        sa.Column("copies", sa.Integer(), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("by", sa.String(length=32), nullable=False),
        sa.Column("signed_by", sa.String(length=60), nullable=False),
        sa.Column("notice_id", BIG_ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["case_id", "position"],
            ["case_material.case_id", "case_material.position"],
            name=op.f("fk_custody_case_id_position"),
        ),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name=op.f("fk_custody_notice_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custody")),
    )
    op.create_index("ix_custody_at", "custody", ["at", "id"], unique=False)
    op.create_index("ix_custody_case", "custody", ["case_id", "id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("case_id", BIG_ID, nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", MOMENT, nullable=False),
        sa.Column("added_by", sa.String(length=32), nullable=False),
        sa.Column("removed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["service_case.id"], name=op.f("fk_attachment_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_case", "attachment", ["case_id"], unique=False)
    announce_changes(TOPICS)
