"""An ID-card reader made of software, written from the protocol's description, and invented people to lay on it.

It shares no code and no layout with the driver: a mistake in one is not repeated in the other.
"""

from drivers.id_card.simulator.people import Person, people
from drivers.id_card.simulator.sdt import CardFault, ReaderOnPty, ReaderSimulator, ReaderState

__all__ = ["CardFault", "Person", "ReaderOnPty", "ReaderSimulator", "ReaderState", "people"]
