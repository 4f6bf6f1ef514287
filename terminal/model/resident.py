"""Who is served: entered once, reused wherever a name or number is asked.

Personal information (PIPL): never in a log, a journal line or a repr; shown masked. Numbers of documents are stored
sealed with a key that lies outside the database (``store.vault``), and found through a keyed hash.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from terminal.model.base import Base, Moment
from terminal.model.journal import BigId
from terminal.rules.documents import DocumentKind


class Need(StrEnum):
    """What makes somebody need more than a window: the six kinds visited without fail, mobility and language.

    SOURCE: the six kinds (六必访) after field/mission.md; which six is the centre's to say, the names are customary.
    """

    LIVING_ALONE = "living-alone"  # 独居、空巢老人
    DISABLED = "disabled"  # 残疾人
    POOR = "poor"  # 低保、特困家庭
    SERIOUSLY_ILL = "seriously-ill"  # 重病患者
    LEFT_BEHIND = "left-behind"  # 留守、困境儿童
    BEREAVED = "bereaved"  # 失独、遭遇变故家庭
    MOBILITY = "mobility"  # 行动不便
    LANGUAGE = "language"  # 语言不通


class ResidentKey(Base):
    """Which key seals the centre's residents; the key itself lies in a file of that name."""

    __tablename__ = "resident_key"

    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"), primary_key=True)
    key_id: Mapped[str] = mapped_column(String(32))
    made_at: Mapped[datetime] = mapped_column(Moment)


class Resident(Base):
    """One person, known to this centre by a document's number, or by name and telephone for who gave none.

    ``number_sealed`` is the number, sealed; ``number_hash`` and ``tail_hash`` find it whole and by its last four.
    One who was merged into another (``merged_into``) is kept, so that the merge can be undone, and found no more.
    """

    __tablename__ = "resident"
    __table_args__ = (
        UniqueConstraint("centre", "number_hash", name="uq_resident_centre_number"),
        Index("ix_resident_phone", "centre", "phone"),
        Index("ix_resident_tail", "centre", "tail_hash", "id"),
        Index("ix_resident_name", "centre", "name", "id", postgresql_ops={"name": "varchar_pattern_ops"}),
        Index("ix_resident_initials", "centre", "initials", "id", postgresql_ops={"initials": "varchar_pattern_ops"}),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    document: Mapped[str] = mapped_column(String(20), default=DocumentKind.RESIDENT, server_default="resident")
    number_hash: Mapped[str | None] = mapped_column(String(18))  # 104 bits of the keyed hash, base64
    number_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    tail_hash: Mapped[str | None] = mapped_column(String(18))
    name: Mapped[str] = mapped_column(String(60))
    initials: Mapped[str] = mapped_column(String(60), default="", server_default=text("''"))
    phone: Mapped[str] = mapped_column(String(24), default="")
    birth: Mapped[date | None]
    sex: Mapped[str] = mapped_column(String(8), default="", server_default=text("''"))  # male, female, "" not known
    nation: Mapped[str] = mapped_column(String(30), default="", server_default=text("''"))
    address: Mapped[str] = mapped_column(String(200), default="", server_default=text("''"))
    community: Mapped[str] = mapped_column(String(60), default="", server_default=text("''"))
    note: Mapped[str] = mapped_column(String(200), default="", server_default=text("''"))
    version: Mapped[int] = mapped_column(
        default=1, server_default="1"
    )  # counts changes: who changes an older one is told
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("resident.id"))
    since: Mapped[datetime] = mapped_column(Moment)


class ResidentNeed(Base):
    """A special need of a resident."""

    __tablename__ = "resident_need"

    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"), primary_key=True)
    need: Mapped[str] = mapped_column(String(16), primary_key=True)
    detail: Mapped[str] = mapped_column(String(120), default="")
    since: Mapped[date]


class ResidentLink(Base):
    """``other`` is ``relation`` (rules.kinship) of ``resident``; kept from both sides."""

    __tablename__ = "resident_link"
    __table_args__ = (Index("ix_resident_link_other", "other_id"),)

    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"), primary_key=True)
    relation: Mapped[str] = mapped_column(String(12))
    household: Mapped[bool] = mapped_column(default=False)  # they live in one household


class ResidentConsent(Base):
    """What somebody agreed to (PIPL art. 13–15), how, and until when; taking it back is kept as well."""

    __tablename__ = "resident_consent"
    __table_args__ = (Index("ix_resident_consent_resident", "resident_id"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    resident_id: Mapped[int] = mapped_column(ForeignKey("resident.id", ondelete="CASCADE"))
    purpose: Mapped[str] = mapped_column(String(40))  # service, reuse-on-forms, messages, home-visit
    how: Mapped[str] = mapped_column(String(20))  # signed, spoken, online
    given_at: Mapped[datetime] = mapped_column(Moment)
    until: Mapped[date | None]
    taken_by: Mapped[str] = mapped_column(String(32), default="")
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)


class ResidentMerge(Base):
    """Two entries that were one person: what was moved from ``gone`` to ``kept``, sealed, so that it can be undone."""

    __tablename__ = "resident_merge"
    __table_args__ = (Index("ix_resident_merge_kept", "kept_id"), Index("ix_resident_merge_gone", "gone_id"))

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    centre: Mapped[str] = mapped_column(ForeignKey("centre.code"))
    kept_id: Mapped[int] = mapped_column(ForeignKey("resident.id"))
    gone_id: Mapped[int] = mapped_column(ForeignKey("resident.id"))
    moved_sealed: Mapped[bytes] = mapped_column(LargeBinary)  # JSON: rows repointed, and the kept one's fields before
    by: Mapped[str] = mapped_column(String(32), default="")
    at: Mapped[datetime] = mapped_column(Moment)
    undone_at: Mapped[datetime | None] = mapped_column(Moment)
    undone_by: Mapped[str] = mapped_column(String(32), default="")
