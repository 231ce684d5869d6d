"""Work shared out to processes, its answers in order: threads are no help to Python code that computes.

Each worker has a pipe of its own and holds one chunk at a time, so that nothing piles up behind a slow
reader, and a worker whose parent has been killed finds its pipe closed and ends too (those of
``concurrent.futures`` would wait for ever).
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Generic, Self, TypeVar

from claimcheck.errors import ClaimcheckError

Given = TypeVar("Given")
Answer = TypeVar("Answer")

# Chunks read but not yet handed out again, for each worker: enough that none waits for a slower one.
AHEAD = 4

# The signals that end a run. Those of a terminal reach the workers as well, but it is for the parent to act.
_ENDING = {signal.SIGINT, signal.SIGTERM}


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    pipe: Connection
    chunk: int | None = None  # the number of the chunk under way


class Workers(Generic[Given, Answer]):
    """Up to ``jobs`` processes (1 or more), each of which is sent ``function`` once and then applies it to
    item after item. It must be picklable: a worker is a fresh Python on any system.

    A context manager; leaving it ends the workers at once, whatever they are at. They start as they are
    needed, so that a small input does not cost many."""

    def __init__(self, function: Callable[[Given], Answer], jobs: int) -> None:
        self._function = function
        self._jobs = jobs
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.pipe.close()
        for worker in self._workers:
            worker.process.join()

    def answers(self, chunks: Iterable[Sequence[Given]]) -> Iterator[list[Answer]]:
        """The answers to each chunk, in order; ``chunks`` is read only so far ahead that no worker waits.

        An error that ``chunks`` or the function raises is raised here when all chunks before it have been
        answered. Raises ``ClaimcheckError`` where a worker dies."""
        source = _with_error(chunks)
        done: dict[int, list[Answer] | Exception] = {}
        sent = given = 0
        more = True
        while True:
            while more and sent < given + AHEAD * self._jobs and self._has_room():
                chunk = next(source, None)
                if isinstance(chunk, Exception):
                    done[sent] = chunk
                elif chunk is not None:
                    self._send(sent, chunk)
                more = chunk is not None
                sent += more
            if given == sent:
                return
            # Whoever is ready gets something to do before the answers are handed out.
            received = dict(self._receive(timeout=0 if given in done else None))
            done |= received
            if not received:
                answer = done.pop(given)
                if isinstance(answer, Exception):
                    raise answer
                given += 1
                yield answer

    def _has_room(self) -> bool:
        return len(self._workers) < self._jobs or any(worker.chunk is None for worker in self._workers)

    def _send(self, number: int, chunk: Sequence[Given]) -> None:
        worker = next((worker for worker in self._workers if worker.chunk is None), None) or self._start()
        worker.chunk = number
        with suppress(BrokenPipeError):  # it has died, as receiving from it will tell
            worker.pipe.send(chunk)

    def _start(self) -> _Worker:
        # On Linux a fork would be quicker, but not safe beside the thread that draws the progress bar.
        context = multiprocessing.get_context("spawn")
        try:
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, self._function), daemon=True)
            worker = _Worker(process, ours)
            with theirs, _signals_held_back():
                process.start()
                self._workers.append(worker)  # before any signal may come: whoever has started must be ended
        except OSError as error:
            raise ClaimcheckError(
                f"a worker process cannot be started ({error.strerror or error}); fix: try fewer --jobs"
            ) from error
        return worker

    def _receive(self, timeout: float | None) -> Iterator[tuple[int, list[Answer] | Exception]]:
        """The answers that have come, with the numbers of their chunks; waits up to ``timeout`` seconds for
        one (``None``: as long as it takes)."""
        busy = {worker.pipe: worker for worker in self._workers if worker.chunk is not None}
        for pipe in wait(busy, timeout):
            worker = busy[pipe]  # type: ignore[index]
            try:
                answer = worker.pipe.recv()
            except (EOFError, OSError):
                raise ClaimcheckError(_obituary(worker.process)) from None
            assert worker.chunk is not None
            number, worker.chunk = worker.chunk, None
            yield number, answer


def _with_error(chunks: Iterable[Sequence[Given]]) -> Iterator[Sequence[Given] | Exception]:
    """``chunks``, and the error that ends them as the last."""
    try:
        yield from chunks
    except Exception as error:
        yield error


def _serve(pipe: Connection, function: Callable[[Given], Answer]) -> None:
    """The life of a worker, until its pipe is closed."""
    gc.freeze()  # what has arrived lives to the end: no need to look through it for garbage
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            chunk = pipe.recv()
            try:
                answer: list[Answer] | Exception = [function(item) for item in chunk]
            except Exception as error:
                answer = error
            pipe.send(answer)


@contextmanager
def _signals_held_back() -> Iterator[None]:
    """What is started here never hears of the signals that end a run, from its first moment on; those that
    come for this process meanwhile come afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # Python 3.11 would lift the mask again if it had to start it below
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _obituary(process: SpawnProcess) -> str:
    process.join(1)
    code = process.exitcode
    how = f"killed by signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return f"a worker process has died ({how}); fix: try fewer --jobs, it may have run out of memory"
