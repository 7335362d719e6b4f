"""A page of an exhibit in the making, whatever is done to it: boxes stay on the page, and every step has a way back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.exhibits import OPEN, PAGE, READY, WHOLE, Box, PagePlan, read_plan
from app.services.exhibits import Proposal
from ui.pages.exhibit_work import PageWork, between, fitted

PLAN = PagePlan("d1", "0" * 64, 1, 1, boxes=(Box(10, 10, 500, 50),))


def proposal(x: int, y: int) -> Proposal:
    letters = tuple(Box(x + 60 * number, y, 60, 100) for number in range(5))
    return Proposal("Shen", "person", "masked", "p1", (Box(x // 625 * 625, y, 1250, 100),), (Box(x, y, 300, 100),), letters)


NUMBERS = st.integers(-2 * WHOLE, 2 * WHOLE)
STEPS = st.one_of(
    st.sampled_from(["new", "remove", "accept", "refuse", "cover", "all_but", "ready", "leave_out", "next", "back"]),
    st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS),
)


def take(work: PageWork, step: str | tuple[int, int, int, int]) -> None:
    if isinstance(step, tuple):
        held = work.box()
        if held is not None:
            work.put(replace(held, x=step[0], y=step[1], w=step[2], h=step[3]))
    elif step in ("next", "back"):
        work.step(1 if step == "next" else -1)
    else:
        getattr(work, step)()


@given(st.lists(STEPS, max_size=30), st.lists(st.tuples(st.integers(0, 8000), st.integers(0, 9000)), max_size=4))
def test_whatever_is_done_can_be_stored_and_undone(
    steps: list[str | tuple[int, int, int, int]], at: list[tuple[int, int]]
) -> None:
    work = PageWork(PLAN, tuple(proposal(*place) for place in at))
    for step in steps:
        take(work, step)
        assert read_plan(work.plan.plain()) == work.plan
        assert work.plan.state != READY or not work.open() or step != "ready"
    while work.undo():
        pass
    assert work.plan == PLAN


@given(st.lists(STEPS, max_size=20))
def test_a_page_that_is_changed_is_not_ready_any_more(steps: list[str | tuple[int, int, int, int]]) -> None:
    work = PageWork(PLAN, ())
    for step in steps:
        before = work.plan
        take(work, step)
        if work.plan.boxes != before.boxes:
            assert work.plan.state == OPEN


@given(st.tuples(NUMBERS, NUMBERS), st.tuples(NUMBERS, NUMBERS))
def test_what_is_drawn_from_anywhere_to_anywhere_is_on_the_page(one: tuple[int, int], other: tuple[int, int]) -> None:
    box = between(one, other)
    assert box == fitted(box)
    assert 0 <= box.x < box.right <= WHOLE
    assert 0 <= box.y < box.bottom <= WHOLE


def test_every_proposal_is_answered_from_the_top() -> None:
    work = PageWork(replace(PLAN, boxes=()), (proposal(3000, 5000), proposal(3000, 1000), proposal(6000, 1000)))
    work.to_open()
    seen = []
    while (held := work.current()) is not None:
        seen.append((held.lines[0].y, held.lines[0].x))
        work.accept()
    assert seen == sorted(seen)
    assert work.ready()


def test_of_a_whole_name_for_other_readers_than_counsel_cannot_be_said_that_it_may_be_seen() -> None:
    held = replace(proposal(1000, 1000), whole=True, boxed=True)
    work = PageWork(PagePlan("d1", "0" * 64, 1, 1), (held,))
    assert work.to_open()
    assert not work.refuse()
    assert work.plan.safe == ()
    work.plan = replace(work.plan, safe=(PAGE,))  # said of what counsel sees
    assert work.open() == (held,)
    assert work.accept()
    assert work.open() == ()
