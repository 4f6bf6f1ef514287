"""Learning a pad's profile by having each of its keys pressed, twice.

``pupil`` listens (a station, without input or output), ``guessing`` finds out what frames look like that no profile
describes, ``lesson`` leads a person through both rounds on an open line, ``writing`` puts the profile into a file.
"""

from drivers.rating_pad.learning.errors import LearningError
from drivers.rating_pad.learning.lesson import Learned, Lesson, Operator
from drivers.rating_pad.learning.writing import write_profile

__all__ = ["Learned", "LearningError", "Lesson", "Operator", "write_profile"]
