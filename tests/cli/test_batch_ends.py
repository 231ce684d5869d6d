"""``claimcheck batch`` by way of real processes, signals and files: however a run ends, what it has written
is whole, and it can go on."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from tests.conftest import Ran

Cli = Callable[..., Ran]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs POSIX signals")

RUN = "from claimcheck.cli.main import run; run()"
PATIENCE = 60
TEXTS = ("Norfield Water has sold the Elmere reservoir", "Rain, rain", "The price of water remains unchanged")
MANY = 10_000  # rows that no machine judges before the signal comes
JOBS = pytest.mark.parametrize("jobs", ["1", "2"])


def rumours(count: int) -> list[str]:
    return [f"{TEXTS[number % 3]} {number:06}\n" for number in range(1, count + 1)]


def table(count: int) -> str:
    """A table with bad rows, empty ones and cells of two lines."""
    rows = [f'{number},"{text.strip()}"\n' for number, text in enumerate(rumours(count))]
    rows[2] = '2,"two\nlines 999999"\n'
    rows[5] = rows[8] = "5,\n\n"
    rows[-1] = '7,"not\nread'
    return "id,text\n" + "".join(rows)


@contextmanager
def running(
    *args: str,
    cwd: Path,
    stdin: int | IO[bytes] = subprocess.PIPE,
    stdout: int | IO[bytes] = subprocess.PIPE,
    prepare: Callable[[], object] = lambda: None,
) -> Iterator[subprocess.Popen[bytes]]:
    """A run of ``batch`` with a terminal's way of handling signals, killed if the test forgets it."""

    def prepared() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
        prepare()

    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "batch", "--isolated", "--fail-on", "never", *args],
        cwd=cwd,
        env={**os.environ, "HOME": str(cwd)},
        stdin=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        bufsize=0,  # so that nothing is lost between reading lines and reading the rest
        preexec_fn=prepared,
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def end(process: subprocess.Popen[bytes]) -> tuple[int, bytes, str]:
    """Exit code, what was not yet read of stdout, and stderr. No end is without words of ours."""
    out, err = process.communicate(timeout=PATIENCE)
    assert b"Traceback" not in err
    return process.returncode, out or b"", err.decode()


def children(process: subprocess.Popen[bytes]) -> list[int]:
    found = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [pid for pid in map(int, found) if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def lines_of(stream: IO[bytes] | None, count: int) -> bytes:
    assert stream is not None
    return b"".join(stream.readline() for _ in range(count))


def write(folder: Path, count: int) -> str:
    (folder / "a.txt").write_text("".join(rumours(count)))
    return "a.txt"


def wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def start_at(err: str) -> str:
    (number,) = re.findall(r"go on with --from-line (\d+)$", err, re.MULTILINE)
    return str(number)


@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "md"])
def test_one_job_or_two_are_the_same(cli: Cli, tmp_path: Path, statement: str, format: str) -> None:
    (tmp_path / "a.csv").write_text(table(80))
    runs = [cli("batch", "a.csv", "--claims", statement, "--format", format, "--jobs", jobs) for jobs in "12"]
    assert runs[0] == runs[1]
    assert runs[0].err.count("a.csv:") == 3
    assert runs[0].code == 2


@pytest.mark.parametrize(("jobs", "code"), [("auto", 0), ("0", 0), ("-1", 2), ("257", 2), ("many", 2)])
def test_the_number_of_jobs(cli: Cli, tmp_path: Path, statement: str, jobs: str, code: int) -> None:
    (tmp_path / "a.txt").write_text("Rain\n")
    assert cli("batch", "a.txt", "--claims", statement, f"--jobs={jobs}").code == code


@pytest.mark.parametrize("format", ["table", "jsonl", "csv", "md"])
@pytest.mark.parametrize("number", ["2", "3", "4", "5", "9", "14", "31"])
@pytest.mark.usefixtures("judged")
def test_from_line_gives_the_rest_of_one_run(cli: Cli, tmp_path: Path, format: str, number: str) -> None:
    (tmp_path / "a.csv").write_text(table(30))
    whole = cli("batch", "a.csv", "--format", format).raw
    rest = cli("batch", "a.csv", "--format", format, "--from-line", number).raw
    assert whole.endswith(rest)
    rows = map(json.loads, cli("batch", "a.csv", "--format", "jsonl").out.splitlines())
    for row in rows:
        assert (row["text"].split()[-1].encode() in rest) is (row["line"] >= int(number))


@pytest.mark.usefixtures("judged")
def test_the_columns_are_those_of_the_first_row(cli: Cli, tmp_path: Path) -> None:
    rows = ['{"text": "yes 1", "a": 1, "b": 2}', '{"b": 3, "text": "no 2", "a": 4}', '{"text": "no 3"}']
    (tmp_path / "a.jsonl").write_text("\n".join(rows))
    whole = cli("batch", "a.jsonl", "--format", "csv").raw.splitlines()
    assert cli("batch", "a.jsonl", "--format", "csv", "--from-line", "2").raw.splitlines() == whole[2:]
    assert whole[2].startswith(b"no 2,4,3,")


@pytest.mark.parametrize(("number", "code"), [("5", 2), ("4", 0), ("0", 2), ("x", 2)])
@pytest.mark.usefixtures("judged")
def test_a_line_beyond_the_end(cli: Cli, tmp_path: Path, number: str, code: int) -> None:
    (tmp_path / "a.txt").write_text("yes\n" * 4)
    ran = cli("batch", "a.txt", "--from-line", number, "-o", "out")
    assert ran.code == code
    assert number != "5" or "a.txt: nothing to check from line 5 on: the file ends at line 4" in ran.err
    assert (tmp_path / "out").exists() is (code == 0)


@pytest.mark.usefixtures("judged")
def test_going_on_with_what_is_finished_loses_nothing(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("no one\nyes two\nno three\n", "utf-8")
    assert cli("batch", "a.txt", "-f", "csv", "-o", "out.csv").code == 1
    whole = (tmp_path / "out.csv").read_bytes()
    ran = cli("batch", "a.txt", "-f", "csv", "-o", "out.csv", "--from-line", "3")
    assert ran.code == 2
    assert "there is no out.csv.part to go on with; fix: leave out --from-line" in ran.err
    assert (tmp_path / "out.csv").read_bytes() == whole
    assert not (tmp_path / "out.csv.part").exists()


@JOBS
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_leaves_whole_rows(
    tmp_path: Path, statement: str, jobs: str, number: int, code: int
) -> None:
    args = (write(tmp_path, MANY), "--claims", statement, "-f", "jsonl")
    with running(*args, "--jobs", jobs, cwd=tmp_path) as process:
        begun = lines_of(process.stdout, 40)
        process.send_signal(number)
        ended, more, err = end(process)
    assert ended == code
    begun += more
    done = len(begun.splitlines())
    assert f"stopped after line {done}: {done} rows written to stdout; " in err
    write(tmp_path, done + 50)
    with running(*args, "--from-line", start_at(err), cwd=tmp_path) as process:
        rest = end(process)[1]
    with running(*args, cwd=tmp_path) as process:
        assert begun + rest == end(process)[1]


@JOBS
def test_an_interruption_does_not_wait_for_whoever_reads(tmp_path: Path, statement: str, jobs: str) -> None:
    write(tmp_path, MANY)
    with running("a.txt", "--claims", statement, "-f", "jsonl", "--jobs", jobs, cwd=tmp_path) as process:
        begun = lines_of(process.stdout, 1)
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)  # nobody has read on
        code, more, err = end(process)
    assert code == 130
    assert [json.loads(row)["line"] for row in (begun + more).splitlines()] == list(
        range(1, int(start_at(err)))
    )


@JOBS
def test_an_interrupted_file_is_a_part_that_goes_on(tmp_path: Path, statement: str, jobs: str) -> None:
    out, part = tmp_path / "out.csv", tmp_path / "out.csv.part"
    args = (write(tmp_path, MANY), "--claims", statement, "-f", "csv", "-o", "out.csv", "--jobs", jobs)
    with running(*args, cwd=tmp_path) as process:
        wait_until(lambda: part.exists() and part.read_bytes().count(b"\n") > 40)
        process.send_signal(signal.SIGINT)
        code, _, err = end(process)
    done = len(part.read_text().splitlines()) - 1
    assert code == 130
    assert f"stopped after line {done}: {done} rows written to out.csv.part; go on with --from-line" in err
    assert not out.exists()
    write(tmp_path, done + 50)
    with running(*args, "--from-line", start_at(err), cwd=tmp_path) as process:
        code, _, err = end(process)
    assert code == 0
    assert err.splitlines()[1] == "going on with out.csv.part"
    gone_on = out.read_bytes()
    assert not part.exists()
    with running(*args, cwd=tmp_path) as process:
        end(process)
    assert gone_on == out.read_bytes()


@JOBS
def test_an_interruption_before_the_first_row(tmp_path: Path, statement: str, jobs: str) -> None:
    args = ("-", "--claims", statement, "--jobs", jobs, "-o", "out")
    with running(*args, cwd=tmp_path) as process:
        assert process.stdin is not None
        process.stdin.write(b"\n\n")
        wait_until((tmp_path / "out.part").exists)
        process.send_signal(signal.SIGINT)
        code, _, err = end(process)
    assert (code, err.splitlines()[1:]) == (130, ["stopped before the first row was written"])
    assert [path.name for path in tmp_path.iterdir()] == ["statement.txt"]


@JOBS
@pytest.mark.parametrize("output", [[], ["-o", "/dev/full"]])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(tmp_path: Path, statement: str, jobs: str, output: list[str]) -> None:
    write(tmp_path, 100)
    args = ("a.txt", "--claims", statement, "--jobs", jobs, *output)
    with Path("/dev/full").open("wb") as full, running(*args, cwd=tmp_path, stdout=full) as process:
        code, _, err = end(process)
    assert code == 2
    assert "cannot be written (No space left on device)" in err


@pytest.mark.parametrize("output", [[], ["-o", "out.csv"]])
def test_a_disk_that_gets_full(tmp_path: Path, statement: str, output: list[str]) -> None:
    import resource

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))

    write(tmp_path, 100)
    args = ("a.txt", "--claims", statement, "-f", "csv")
    with (
        (tmp_path / "out.csv.part").open("wb") as file,
        running(*args, *output, cwd=tmp_path, stdout=file, prepare=little_room) as process,
    ):
        code, _, err = end(process)
    assert code == 2
    assert "cannot be written (File too large)" in err
    begun = (tmp_path / "out.csv.part").read_bytes()
    assert 4000 < len(begun) <= 5000
    with running(*args, "--from-line", start_at(err), cwd=tmp_path) as process:
        rest = end(process)[1]
    with running(*args, cwd=tmp_path) as process:
        assert begun + rest == end(process)[1]


@JOBS
def test_a_reader_that_has_seen_enough(tmp_path: Path, statement: str, jobs: str) -> None:
    write(tmp_path, MANY)
    with running("a.txt", "-q", "--claims", statement, "--jobs", jobs, cwd=tmp_path) as process:
        lines_of(process.stdout, 2)
        assert process.stdout is not None
        process.stdout.close()
        assert process.wait(PATIENCE) == 141
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_a_worker_that_dies(tmp_path: Path, statement: str) -> None:
    args = (write(tmp_path, MANY), "--claims", statement, "-f", "jsonl", "--jobs", "2")
    with running(*args, cwd=tmp_path) as process:
        begun = lines_of(process.stdout, 64)
        os.kill(children(process)[0], signal.SIGKILL)
        code, more, err = end(process)
    assert code == 2
    assert "a worker process has died (killed by signal 9); fix: try fewer --jobs" in err
    assert len((begun + more).splitlines()) == int(start_at(err)) - 1


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc")
def test_workers_do_not_outlive_a_killed_parent(tmp_path: Path, statement: str) -> None:
    args = (write(tmp_path, MANY), "--claims", statement, "-f", "jsonl", "--jobs", "2")
    with running(*args, cwd=tmp_path) as process:
        lines_of(process.stdout, 64)
        workers = children(process)
        assert workers
        process.kill()
    wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


@pytest.mark.usefixtures("judged")
def test_an_error_in_the_middle_tells_how_far_it_came(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "yes"}\n\n{"text": "no", "n": 1}\n')
    ran = cli("batch", "a.jsonl", "-f", "csv", "-o", "out.csv")
    assert ran.code == 2
    assert ran.err.splitlines()[1:] == [
        "error: line 3: the key 'n' is not in the first row, so a table cannot hold it; "
        "fix: use --format jsonl",
        "stopped after line 1: 1 row written to out.csv.part; go on with --from-line 2",
    ]
    assert (tmp_path / "out.csv.part").read_text().count("\n") == 2


@pytest.mark.usefixtures("judged")
def test_a_part_cannot_be_read_while_it_grows(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt.part").write_text("yes\n")
    ran = cli("batch", "a.txt.part", "--input-format", "txt", "-o", "a.txt")
    assert "a.txt.part: cannot be read and written at once" in ran.err
    assert ran.code == 2
    assert (tmp_path / "a.txt.part").read_text() == "yes\n"
