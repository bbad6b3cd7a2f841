"""What a process takes, and how long answers do."""
import json
import math
import os
import pathlib
import statistics
import subprocess
import sys
import time

SPAWN = pathlib.Path(__file__).with_name("spawn.py")
ATTEMPTS = 3  # of short work: the one with the least CPU counts
SHORT = 3.0  # seconds
COLD = 20  # processes started for the time of one
BUDGET = 60.0  # seconds that one class of queries may take in all: a scan of all texts is slow
LEAST = 10  # queries that are asked all the same


class Failed(Exception):
    """A system could not do its work: left out, with what it said."""


def disk_bytes(path):
    """What files take on the disk: some are made longer than what they hold."""
    paths = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_blocks * 512 for file in paths)


def once(command, stdin=None, environment=None):
    """CPU seconds (user and system, of children too), wall seconds and peak memory of a command."""
    os.sync()
    command = [str(part) for part in command]
    with open(stdin or os.devnull, "rb") as given:
        done = subprocess.run([sys.executable, "-BSE", SPAWN, *command], stdin=given, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, env={**os.environ, **(environment or {})}, check=False)
    *said, last = done.stderr.decode(errors="replace").rstrip("\n").split("\n")
    taken = json.loads(last) if done.returncode == 0 else {"status": done.returncode}
    if taken.pop("status") != 0:
        raise Failed(f"{pathlib.Path(command[0]).name}: " + "\n".join(said)[-500:].strip())
    return taken


def best(prepare, work):
    """The cheapest of a few attempts at short work, and the first at long work."""
    attempts = []
    while len(attempts) < ATTEMPTS and (not attempts or attempts[-1]["wall"] < SHORT):
        prepare()
        attempts.append(work())
    return min(attempts, key=lambda attempt: attempt["cpu"])


def cold(command, environment=None):
    """The median time of new processes in milliseconds, the files in the system's cache."""
    once(command, environment=environment)
    return statistics.median(once(command, environment=environment)["wall"] for _ in range(COLD)) * 1000


def rank(ordered, share):
    """The nearest-rank percentile."""
    return ordered[max(1, math.ceil(share * len(ordered))) - 1]


def row(queries, hits, times):
    ordered = sorted(times)
    return {"queries": queries, "hits": hits, "median": rank(ordered, 0.5), "p99": rank(ordered, 0.99),
            "max": ordered[-1]}


def table_of(output):
    """The rows that query_latency and its like print: class, queries, hits, median, p99, maximum."""
    rows = {}
    for line in output.rstrip("\n").split("\n"):
        name, queries, hits, median, p99, most = line.split("\t")
        rows[name] = {"queries": int(queries), "hits": int(hits), "median": float(median), "p99": float(p99),
                      "max": float(most)}
    return rows


def timed_by(command, environment=None):
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False,
                          env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        raise Failed(f"{pathlib.Path(str(command[0])).name}: {done.stderr[-500:].decode(errors='replace').strip()}")
    return table_of(done.stdout.decode())


def timed(asked, answer, runs=3, budget=BUDGET):
    """As those programs do, for systems that are asked from here. `answer` gives hits and milliseconds.

    Of a class that takes longer than its budget fewer queries are asked, and fewer times.
    """
    classes = {}
    for question in asked:
        classes.setdefault(question.name, []).append(question)
    return {name: _timed_class(questions, answer, runs, budget) for name, questions in classes.items()}


def _timed_class(questions, answer, runs, budget):
    begin, hits, times, asked = time.monotonic(), 0, [], []
    for question in questions:  # warms
        if len(asked) >= LEAST and time.monotonic() - begin > budget / 2:
            break
        hits += answer(question)[0]
        asked.append(question)
    for run in range(runs):
        if run and time.monotonic() - begin > budget:
            break
        times += [answer(question)[1] for question in asked]
    return row(len(asked), hits, times)
