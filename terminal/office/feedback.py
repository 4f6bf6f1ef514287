"""The feedback desk: asking for a rating, storing the key pressed, and the silence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from terminal.errors import Refusal
from terminal.model import Handling, Outcome, Rating, RatingState
from terminal.office import stars
from terminal.office.room import LARGEST_ID, Room
from terminal.office.scales import Scale
from terminal.office.views import Key, OpenQuestion, RatingRow, StaffStars, StarsPage, WindowStars

GRACE = timedelta(seconds=2)  # a key pressed at the last moment is still on its way when the time is over


class FeedbackDesk:
    """Verbs of the rating. A handling is rated at most once, whatever is resent, pressed again or retried.

    ``scale`` is the one in force; ``presets`` are all shipped ones, since a pad may have a key that belongs to another
    scale and no press of a resident is thrown away.
    """

    def __init__(self, room: Room, scale: Scale, presets: tuple[Scale, ...]) -> None:
        self._room = room
        self._scale = scale
        self._keys = {key.key: key for preset in (*presets, scale) for key in preset.keys}

    def scale(self) -> tuple[Key, ...]:
        """The keys in force, in the pad's order."""
        return self._scale.keys

    def known_keys(self) -> Mapping[str, Key]:
        """All keys that stored ratings may hold, by name: those in force and those of the other scales."""
        return self._keys

    def key(self, name: str) -> Key:
        """What a key means. Refuses for one that no scale knows."""
        if name not in self._keys:
            raise Refusal(
                "There is no rating key {key}.",
                "Use one of: {known}.",
                key=name,
                known=", ".join(key.key for key in self._scale.keys),
            )
        return self._keys[name]

    def ask(self, handling: int, seconds: float) -> Rating:
        """Note that the resident is being asked, for so many seconds. Asking again starts the time anew."""
        now = self._room.now()
        with self._room.writing() as session:
            found = self._finished(session, handling)
            rating = self._rating(session, handling)
            if rating is not None and rating.state == RatingState.RATED:
                raise _already(rating)
            before = _state(rating)
            rating = rating or self._new(session, found)
            rating.state = RatingState.ASKED
            rating.asked_at = rating.at = now
            rating.until = now + timedelta(seconds=seconds)
            self._store(session, "ask", rating, before, now, found.staff, seconds=seconds)
        return rating

    def rate(
        self, handling: int, key: str, source: str = "pad", *, frame: bytes | None = None, at: datetime | None = None
    ) -> Rating:
        """Store the key a resident pressed, once.

        The same key again returns what is stored (a frame resent, a retry after trouble); another key is refused, and
        so is one pressed after the time limit. ``at`` is the moment of the press, when it is stored later.
        """
        meaning = self.key(key)
        now = at or self._room.now()
        with self._room.writing() as session:
            found = self._finished(session, handling)
            rating = self._rating(session, handling)
            if rating is not None and rating.state == RatingState.RATED:
                if rating.key == key:
                    return rating
                raise _already(rating)
            if rating is not None and rating.until is not None and now > rating.until + GRACE:
                raise Refusal(
                    "The time to rate handling {handling} is over.",
                    "It stays not rated; the resident may be asked again.",
                    handling=handling,
                )
            before = _state(rating)
            rating = rating or self._new(session, found)
            rating.state, rating.key, rating.score, rating.bad = RatingState.RATED, key, meaning.score, meaning.bad
            rating.source, rating.frame, rating.at = source, frame, now
            self._store(session, "rate", rating, before, now, source, score=meaning.score)
        return rating

    def silence(self, handling: int) -> Rating:
        """Store that nothing was pressed in time. A key that came first stays."""
        now = self._room.now()
        with self._room.writing() as session:
            found = self._finished(session, handling)
            rating = self._rating(session, handling)
            if rating is not None and rating.state != RatingState.ASKED:
                return rating
            before = _state(rating)
            rating = rating or self._new(session, found)
            rating.state, rating.at = RatingState.SILENT, now
            rating.until = rating.until or now
            self._store(session, "silence", rating, before, now, found.staff)
        return rating

    def unasked(self, counter: int, key: str | None, frame: bytes, source: str = "pad") -> None:
        """Write a press nobody asked for into the journal. It counts nowhere."""
        now = self._room.now()
        with self._room.writing() as session:
            self._room.note(
                session, "unasked_press", "rating", "", at=now, who=source, counter=counter,
                after={"key": key, "frame": frame.hex(" ")},
            )  # fmt: skip

    def settle(self, counter: int) -> int:
        """Close questions that a terminal left open when it went down: they were not answered. Returns how many."""
        now = self._room.now()
        with self._room.writing() as session:
            # Locked, so that a key stored at this very moment is not taken for silence.
            query = (
                select(Rating)
                .where(
                    Rating.centre == self._room.centre,
                    Rating.counter == counter,
                    Rating.state == RatingState.ASKED,
                    Rating.until < now - GRACE,
                )
                .with_for_update()
            )
            left = list(session.scalars(query))
            for rating in left:
                before = _state(rating)
                rating.state = RatingState.SILENT
                self._store(session, "settle", rating, before, now, rating.staff)
        return len(left)

    # Reading.

    def rating(self, handling: int) -> Rating | None:
        """What is stored of a handling's rating: asked, rated or silent; None when nobody was asked."""
        with self._room.reading() as session:
            return self._rating(session, min(handling, LARGEST_ID))

    def open_question(self, counter: int) -> OpenQuestion | None:
        """The question put to a resident at a window that may still be answered: the one asked last."""
        now = self._room.now()
        query = (
            select(Rating)
            .where(
                Rating.centre == self._room.centre,
                Rating.counter == counter,
                Rating.state == RatingState.ASKED,
                Rating.until > now,
            )
            .order_by(Rating.asked_at.desc(), Rating.id.desc())
            .limit(1)
        )
        with self._room.reading() as session:
            found = session.scalars(query).one_or_none()
        if found is None or found.until is None or found.asked_at is None:
            return None
        return OpenQuestion(found.handling_id, found.asked_at, (found.until - now).total_seconds())

    def stars(self, since: date | None = None, until: date | None = None) -> list[WindowStars]:
        """The stars of each window over whole days, ranked ones first; by default from the year's first day on."""
        return list(self.stars_page(since, until).windows)

    def staff_stars(self, since: date | None = None, until: date | None = None) -> list[StaffStars]:
        """The same for each person."""
        return list(self.stars_page(since, until).staff)

    def stars_page(self, since: date | None = None, until: date | None = None) -> StarsPage:
        """Everything the managers' page shows of a period."""
        since, until = self._period(since, until)
        with self._room.reading() as session:
            return stars.page(session, self._room, self._scale, self._keys, since, until)

    def ratings(
        self,
        since: date | None = None,
        until: date | None = None,
        *,
        counter: int | None = None,
        limit: int | None = None,
    ) -> list[RatingRow]:
        """Ratings and silences of a period, newest first; no more than ``limit`` of them, if that is given."""
        since, until = self._period(since, until)
        with self._room.reading() as session:
            return stars.rows(session, self._room, self._keys, since, until, counter=counter, limit=limit)

    def _period(self, since: date | None, until: date | None) -> tuple[date, date]:
        until = until or self._room.day(self._room.now())
        since = since or date(until.year, 1, 1)
        if since > until:
            raise Refusal(
                "The period ends before it begins: {since} to {until}.", "Change one of the days.",
                since=since, until=until,
            )  # fmt: skip
        return since, until

    # Storing and finding.

    def _store(
        self, session: Session, verb: str, rating: Rating, before: dict[str, object], at: datetime, who: str | None,
        **more: object,
    ) -> None:  # fmt: skip
        """Write the rating, and the verb's line of the journal with ``more`` of what happened."""
        session.flush()
        after = _state(rating) | {"handling": rating.handling_id} | more
        self._room.note(
            session, verb, "rating", rating.id, at=at, who=who, counter=rating.counter, before=before, after=after
        )

    def _finished(self, session: Session, handling: int) -> Handling:
        # The lock makes two presses for one handling wait for each other.
        named = Handling.id == min(handling, LARGEST_ID), Handling.centre == self._room.centre
        query = select(Handling).where(*named).with_for_update()
        found = session.scalars(query).one_or_none()
        if found is None:
            raise Refusal("There is no handling {handling}.", "Start an item first.", handling=handling)
        if found.finished_at is None or found.outcome == Outcome.REFERRED:
            raise Refusal(
                "Handling {handling} cannot be rated: it is not finished.", "Finish it first.", handling=handling
            )
        return found

    def _rating(self, session: Session, handling: int) -> Rating | None:
        return session.scalars(select(Rating).where(Rating.handling_id == handling)).one_or_none()

    def _new(self, session: Session, handling: Handling) -> Rating:
        rating = Rating(
            handling_id=handling.id,
            centre=self._room.centre,
            counter=handling.counter,
            staff=handling.staff,
            item=handling.item,
            bad=False,
        )
        session.add(rating)
        return rating


def _state(rating: Rating | None) -> dict[str, object]:
    """What the journal says of a rating; nothing when there is none yet."""
    return {} if rating is None else {"state": rating.state, "key": rating.key}


def _already(rating: Rating) -> Refusal:
    return Refusal(
        "Handling {handling} is already rated: {key}.",
        "Each matter is rated once; the first key counts.",
        handling=rating.handling_id,
        key=rating.key,
    )
