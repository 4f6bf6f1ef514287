"""How two residents belong together, and how it reads from the other one's side.

SOURCE: the relations of GB/T 4761-2008 that a community's register uses, brought to those a window tells apart.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Relation(StrEnum):
    """What somebody is to a resident."""

    SPOUSE = "spouse"  # 配偶
    CHILD = "child"  # 子女
    PARENT = "parent"  # 父母
    GRANDCHILD = "grandchild"  # 孙子女、外孙子女
    GRANDPARENT = "grandparent"  # 祖父母、外祖父母
    SIBLING = "sibling"  # 兄弟姐妹
    GUARDIAN = "guardian"  # 监护人
    WARD = "ward"  # 被监护人
    CARER = "carer"  # 照护人
    CARED_FOR = "cared-for"  # 被照护人
    RELATIVE = "relative"  # 其他亲属
    OTHER = "other"  # 其他


_OTHER_SIDE: Final = {
    Relation.CHILD: Relation.PARENT,
    Relation.GRANDCHILD: Relation.GRANDPARENT,
    Relation.GUARDIAN: Relation.WARD,
    Relation.CARER: Relation.CARED_FOR,
}
_BACK: Final = {back: there for there, back in _OTHER_SIDE.items()}


def inverse(relation: Relation) -> Relation:
    """What the resident is to that one: a child's parent. Spouses, siblings and others are the same to each other."""
    return _OTHER_SIDE.get(relation) or _BACK.get(relation, relation)
