"""The two kinds of trouble (everything else is a bug).

Texts are English templates; ``values`` fill their ``{names}``. Screens translate the template and fill it afterwards,
so one sentence has one translation whatever ticket it speaks of. ``str()`` gives the filled English sentence.
"""

from dataclasses import dataclass


class Trouble(Exception):  # noqa: N818 - the common name of Refusal and Fault
    """What both kinds share: a sentence, what to do about it, and the values both speak of."""

    def __init__(self, text: str, what_to_do: str = "", **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.what_to_do = what_to_do
        self.values = values

    def __str__(self) -> str:
        sentence = self.text.format(**self.values)
        return f"{sentence} {self.what_to_do.format(**self.values)}" if self.what_to_do else sentence

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword arguments do not survive pickling by default; ours cross process borders in tests.
        return _rebuild, (type(self), self.text, self.what_to_do, self.values)


@dataclass(frozen=True, slots=True)
class InBoth:
    """A value that has words of its own in each language, such as the labels of a form. ``str()`` gives the English."""

    en: str
    zh: str

    def __str__(self) -> str:
        return self.en


class Reasons(tuple[Trouble, ...]):
    """Several sentences as one value of another trouble's: each is translated and filled for itself."""

    __slots__ = ()

    def __str__(self) -> str:
        return " ".join(str(one) for one in self)


def _rebuild(kind: type[Trouble], text: str, what_to_do: str, values: dict[str, object]) -> Trouble:
    return kind(text, what_to_do, **values)


class Refusal(Trouble):
    """The request cannot be done: nobody by that name, the wrong state, a file with faults. Nothing was changed."""


class Fault(Trouble):
    """The surroundings failed: no database, paper or pad. Shown with its state; work goes on, trying again may help."""
