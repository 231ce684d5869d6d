"""Work shared out to processes: in order, with its errors, and never without an end."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator

import pytest
from tests.parallel_work import DEATH, ERROR, SLOW, wait, work

from claimcheck.errors import ClaimcheckError
from claimcheck.parallel import AHEAD, Workers

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a worker kills itself by a POSIX signal")


@pytest.mark.parametrize("jobs", [1, 3])
def test_answers_come_in_order_and_chunks_are_read_as_they_are_needed(jobs: int) -> None:
    read = 0

    def chunks() -> Iterator[list[int]]:
        nonlocal read
        for start in range(0, 90, 3):
            read += 1
            yield [SLOW if start == 3 else start, start + 1, start + 2]

    with Workers(work, jobs) as workers:
        answers = workers.answers(chunks())
        first = next(answers)
        assert read <= 1 + AHEAD * jobs
        rest = list(answers)
        assert [first, *rest[:2]] == [[0, 2, 4], [2 * SLOW, 8, 10], [12, 14, 16]]
        assert [each[1] // 2 for each in [first, *rest]] == list(range(1, 90, 3))
        assert list(workers.answers(iter([[], [1]]))) == [[], [2]]  # they serve again
        assert list(workers.answers([])) == []
    assert multiprocessing.active_children() == []


def test_no_work_no_worker() -> None:
    with Workers(work, 3) as workers:
        assert list(workers.answers([])) == []
        assert multiprocessing.active_children() == []
        assert list(workers.answers([[1]])) == [[2]]
        assert len(multiprocessing.active_children()) == 1


def test_an_error_comes_in_its_place() -> None:
    def chunks() -> Iterator[list[int]]:
        yield [SLOW]
        yield [2]
        raise OSError("the input has gone")

    with Workers(work, 2) as workers:
        for given, error in (([[SLOW], [ERROR], [3]], ValueError), (chunks(), OSError)):
            answers = workers.answers(given)
            assert next(answers) == [2 * SLOW]
            assert given is not chunks or next(answers) == [4]
            with pytest.raises(error):
                list(answers)


def test_a_worker_that_dies_is_an_error() -> None:
    with Workers(work, 2) as workers, pytest.raises(ClaimcheckError, match=r"has died .killed by signal 9"):
        list(workers.answers([[1], [DEATH], [3], [4], [5]]))
    assert multiprocessing.active_children() == []


def test_leaving_does_not_wait_for_the_workers() -> None:
    with Workers(wait, 2) as workers, pytest.raises(KeyboardInterrupt):
        for _ in workers.answers(_interrupted()):
            pass
    assert multiprocessing.active_children() == []


def _interrupted() -> Iterator[list[int]]:
    yield [1]
    raise KeyboardInterrupt


def test_workers_hear_nothing_of_the_signals_that_end_a_run() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    with Workers(work, 1) as workers:
        assert list(workers.answers([[1]])) == [[2]]
        (worker,) = multiprocessing.active_children()
        for number in (signal.SIGINT, signal.SIGTERM):
            assert worker.pid is not None
            os.kill(worker.pid, number)
        assert list(workers.answers([[SLOW], [2]])) == [[2 * SLOW], [4]]
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before
