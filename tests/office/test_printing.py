"""Print jobs: stored before they are sent, taken by one process, never sent twice, and given up when they are late."""

from __future__ import annotations

from collections import Counter
from functools import partial

import pytest

from terminal.errors import Refusal
from terminal.model import JobState, PrintJob
from terminal.model.printing import MAY
from terminal.office import open_office
from terminal.office.office import Office
from terminal.office.printing import NewSlip
from tests.office import printers
from tests.office.halls import Records, SetClock
from tests.office.workers import PROCESSES, in_processes

PRINTER, ME, OTHER = "kiosk/usb", "kiosk/1", "kiosk/2"
BYTES = b"\x1b@A001\n"


@pytest.fixture
def ticket(office: Office) -> int:
    """A number given out."""
    return office.queue.issue("LD-001").id


def new(ticket: int | None, content: bytes = BYTES, **more: object) -> NewSlip:
    return NewSlip(PRINTER, "ticket", ticket, content, **more)  # type: ignore[arg-type]


def state(office: Office, job: PrintJob) -> tuple[str, str]:
    found = office.printing.job(job.id)
    assert found is not None
    return found.state, found.reason


def tend(office: Office, worker: str = ME, alone: bool = True, in_hand: tuple[int, ...] = ()) -> int:
    return office.printing.tend(PRINTER, worker, alone=alone, in_hand=in_hand)


def test_a_job_waits_is_taken_and_is_printed(office: Office, ticket: int) -> None:
    added = office.printing.add(new(ticket))
    assert (added.state, added.content, added.title) == ("waiting", BYTES, "A001")
    taken = office.printing.claim(PRINTER, ME)
    assert taken is not None
    job, content = taken
    assert (job.id, job.state, content) == (added.id, "sending", BYTES)
    assert office.printing.claim(PRINTER, OTHER) is None
    office.printing.record(job.id, ME, JobState.PRINTED, dots=900)
    assert state(office, job) == ("printed", "")
    assert office.printing.paper(PRINTER) == 900


def test_what_is_to_be_printed_is_kept_only_as_long_as_it_may_still_be_sent(office: Office, ticket: int) -> None:
    job = office.printing.add(new(ticket))
    office.printing.claim(PRINTER, ME)
    assert office.printing.jobs(PRINTER)[0].content is None
    office.printing.record(job.id, ME, JobState.WAITING, "paper_out", content=BYTES)
    assert office.printing.jobs(PRINTER)[0].content == BYTES
    assert office.printing.add(new(office.queue.issue("A").id), ME).content is None


def test_jobs_of_a_printer_are_taken_in_their_order_and_others_are_left_alone(office: Office) -> None:
    tickets = [office.queue.issue("A").id for _ in range(3)]
    jobs = [office.printing.add(new(ticket)).id for ticket in tickets]
    office.printing.add(NewSlip("elsewhere", "test", None, b"x"))
    taken = [office.printing.claim(PRINTER, ME) for _ in range(4)]
    assert [one and one[0].id for one in taken] == [*jobs, None]


def test_the_first_slip_of_a_ticket_is_stored_once_whatever_is_retried(office: Office, ticket: int) -> None:
    first = office.printing.add(new(ticket))
    assert office.printing.add(new(ticket)).id == first.id
    office.printing.claim(PRINTER, ME)
    office.printing.record(first.id, ME, JobState.PRINTED)
    again = office.printing.add(new(ticket), ME)
    assert (again.id, again.state) == (first.id, "printed")


def test_a_reprint_refers_to_the_first_takes_its_place_while_it_waits_and_is_journalled(
    office: Office, records: Records, ticket: int
) -> None:
    first = office.printing.add(new(ticket))
    second = office.printing.add(new(ticket, reprint=True, counter=3, who="zhang"))
    third = office.printing.add(new(ticket, reprint=True))
    assert (second.copy_of, third.copy_of, second.reprint) == (first.id, first.id, True)
    assert [state(office, job) for job in (first, second)] == [("expired", "replaced")] * 2
    assert state(office, third)[0] == "waiting"
    noted = [line for line in records.journal() if line["verb"] == "reprint"]
    assert [(line["id"], line["who"], line["counter"]) for line in noted] == [
        (str(second.id), "zhang", 3),
        (str(third.id), "", None),
    ]


def test_a_reprint_of_a_ticket_that_never_had_a_slip_is_a_reprint_of_nothing(office: Office, ticket: int) -> None:
    job = office.printing.add(new(ticket, reprint=True))
    assert (job.copy_of, job.reprint) == (None, True)


@pytest.mark.parametrize(
    ("became", "kept"),
    [(JobState.PRINTED, 100), (JobState.SENT, 100), (JobState.HELD, 100), (JobState.FAILED, 100)],
)
def test_recording_again_what_became_of_a_job_changes_nothing(
    office: Office, ticket: int, became: JobState, kept: int
) -> None:
    job = office.printing.add(new(ticket), ME)
    for _ in range(2):
        office.printing.record(job.id, ME, became, "why", dots=100)
    assert state(office, job)[0] == became
    assert office.printing.paper(PRINTER) == kept


def test_a_release_that_was_stored_twice_does_not_free_a_job_that_another_has_taken(
    office: Office, ticket: int
) -> None:
    job = office.printing.add(new(ticket), ME)
    office.printing.record(job.id, ME, JobState.WAITING, "lost", content=BYTES)
    assert office.printing.claim(PRINTER, OTHER) is not None
    office.printing.record(job.id, ME, JobState.WAITING, "lost", content=BYTES)
    assert state(office, job)[0] == "sending"


def test_a_held_job_is_printed_later_and_its_paper_counts_once(office: Office, ticket: int) -> None:
    job = office.printing.add(new(ticket), ME)
    office.printing.record(job.id, ME, JobState.HELD, "paper_out", dots=800)
    office.printing.record(job.id, ME, JobState.PRINTED, dots=800)
    assert state(office, job) == ("printed", "")
    assert office.printing.paper(PRINTER) == 800


def test_a_job_whose_process_died_is_sent_unconfirmed_and_never_taken_again(
    office: Office, records: Records, ticket: int
) -> None:
    job = office.printing.add(new(ticket), OTHER)
    held = office.printing.add(new(office.queue.issue("A").id), OTHER)
    office.printing.record(held.id, OTHER, JobState.HELD, "paper_out")
    assert tend(office) == 0
    assert [state(office, one) for one in (job, held)] == [("sent", "interrupted")] * 2
    assert office.printing.claim(PRINTER, ME) is None
    assert [line["verb"] for line in records.journal()][-2:] == ["print_interrupted"] * 2
    office.printing.record(job.id, OTHER, JobState.WAITING, content=BYTES)  # it lives after all, and is too late
    assert state(office, job) == ("sent", "interrupted")
    office.printing.record(job.id, OTHER, JobState.PRINTED)  # but what it knows to be printed is printed
    assert state(office, job)[0] == "printed"


def test_where_others_may_have_the_port_too_a_job_is_left_to_them_for_two_minutes(
    office: Office, clock: SetClock, ticket: int
) -> None:
    job = office.printing.add(new(ticket), OTHER)
    tend(office, alone=False)
    assert state(office, job)[0] == "sending"
    clock.pass_(minutes=3)
    tend(office, alone=False)
    assert state(office, job)[0] == "sent"


def test_where_others_may_have_the_port_too_one_sends_at_a_time(office: Office, clock: SetClock, ticket: int) -> None:
    first = office.printing.add(new(ticket), OTHER, alone=False)
    second = office.printing.add(new(office.queue.issue("A").id), ME, alone=False)
    assert (first.state, second.state) == ("sending", "waiting")
    assert office.printing.claim(PRINTER, ME, alone=False) is None
    office.printing.record(first.id, OTHER, JobState.PRINTED)
    assert office.printing.claim(PRINTER, ME, alone=False) is not None
    third = office.printing.add(new(office.queue.issue("A").id))
    clock.pass_(minutes=3)  # whoever has the second is dead
    taken = office.printing.claim(PRINTER, OTHER, alone=False)
    assert taken is not None
    assert taken[0].id == third.id


def test_a_job_in_hand_is_left_alone_and_one_that_was_taken_unawares_needs_a_person(
    office: Office, records: Records, ticket: int
) -> None:
    job = office.printing.add(new(ticket), ME)
    tend(office, in_hand=(job.id,))
    assert state(office, job)[0] == "sending"
    tend(office)  # the commit's answer was lost: nothing was sent, and what to send is gone
    assert state(office, job) == ("failed", "not_stored")
    assert records.journal()[-1]["verb"] == "print_failed"


def test_a_slip_that_waited_half_an_hour_is_given_up(office: Office, clock: SetClock, records: Records) -> None:
    old = office.printing.add(new(office.queue.issue("A").id))
    clock.pass_(minutes=29)
    assert tend(office) == 1
    fresh = office.printing.add(new(office.queue.issue("A").id))
    clock.pass_(minutes=2)
    taken = office.printing.claim(PRINTER, ME)
    assert taken is not None
    assert taken[0].id == fresh.id
    assert state(office, old) == ("expired", "late")
    assert office.printing.jobs(PRINTER)[1].content is None
    assert records.journal()[-1]["verb"] == "print_expired"


def test_what_waits_for_a_printer_that_nobody_works_any_more_is_given_up_too(office: Office, clock: SetClock) -> None:
    job = office.printing.add(NewSlip("taken away", "ticket", office.queue.issue("A").id, BYTES))
    assert tend(office) == 0
    assert state(office, job)[0] == "waiting"
    clock.pass_(minutes=31)
    tend(office)
    assert state(office, job) == ("expired", "late")


def test_what_waits_overnight_is_given_up_of_whatever_kind(office: Office, clock: SetClock) -> None:
    notice = office.printing.add(NewSlip(PRINTER, "notice", None, b"x"))
    clock.pass_(hours=3)
    assert tend(office) == 1
    clock.pass_(hours=18)
    assert tend(office) == 0
    assert state(office, notice) == ("expired", "late")


def test_the_slip_of_a_visit_that_is_over_is_given_up_but_not_one_asked_for_by_hand(office: Office) -> None:
    ticket = office.queue.issue("LD-001").id
    job = office.printing.add(new(ticket))
    office.queue.call(ticket, 1, "zhang")
    office.queue.finish(office.queue.start(ticket, "LD-001").id)
    assert tend(office) == 0
    assert state(office, job) == ("expired", "over")
    again = office.printing.add(new(ticket, reprint=True))
    assert tend(office) == 1
    assert state(office, again)[0] == "waiting"


def test_every_verb_refuses_every_state_it_may_not_start_from() -> None:
    from terminal.office.clock import SystemClock

    now = SystemClock().now()
    calls = {
        "claim": lambda job: job.claim(ME, now),
        "release": lambda job: job.release(BYTES, ""),
        "hold": lambda job: job.hold("", 0),
        "confirm": lambda job: job.confirm(now, 0),
        "leave": lambda job: job.leave("", now),
        "fail": lambda job: job.fail("", now),
        "expire": lambda job: job.expire("", now),
    }
    assert set(calls) == set(MAY)
    for verb, call in calls.items():
        for at in JobState:
            job = PrintJob(id=1, state=at, dots=0, content=BYTES)
            if at in MAY[verb]:
                call(job)
            else:
                with pytest.raises(Refusal, match="cannot"):
                    call(job)


def test_paper_is_counted_until_there_is_a_new_roll(office: Office, records: Records) -> None:
    for dots in (500, 700):
        job = office.printing.add(new(office.queue.issue("A").id), ME)
        office.printing.record(job.id, ME, JobState.PRINTED, dots=dots)
    assert office.printing.paper(PRINTER) == 1200
    assert office.printing.new_roll(PRINTER, "zhang") == 1200
    assert office.printing.paper(PRINTER) == 0
    assert (records.journal()[-1]["verb"], records.journal()[-1]["before"]) == ("new_roll", {"dots": 1200})
    assert office.printing.new_roll("never used") == 0


def test_eight_processes_on_one_queue_take_each_job_once(office: Office, hall_url: str) -> None:
    jobs = [office.printing.add(new(office.queue.issue("A").id)).id for _ in range(40)]
    taken = in_processes(partial(printers.take_all, hall_url, PRINTER))
    assert sorted(job for mine in taken for job in mine) == jobs
    states = Counter(job.state for job in office.printing.jobs(PRINTER, 100))
    assert states == {"printed": 40}
    assert office.printing.paper(PRINTER) == 40 * printers.DOTS


def test_eight_processes_that_may_all_have_the_port_never_send_two_slips_at_a_time(
    office: Office, hall_url: str
) -> None:
    with open_office(hall_url) as now:
        jobs = [now.printing.add(new(now.queue.issue("A").id)).id for _ in range(16)]
    taken = in_processes(partial(printers.take_in_turn, hall_url, PRINTER))
    assert sorted(job for mine in taken for job, _ in mine) == jobs
    assert {together for mine in taken for _, together in mine} == {1}


def test_eight_processes_that_ask_for_the_first_slip_at_once_get_one_job(
    office: Office, hall_url: str, ticket: int
) -> None:
    got = in_processes(partial(printers.add_first, hall_url, PRINTER, ticket))
    assert len(got) == PROCESSES
    assert len({job for job, _ in got}) == 1
    assert sum(mine for _, mine in got) == 1
