"""Measures how long answers take, by class of query, over made-up posts.

usage: latency [--posts N,N] [--keep DIR] [--source FOLDER]

Posts are made from the words of real ones (--source, else ../shared/posts): each word follows another
as often as it does there, lengths are log-normal as measured there, tags are used unevenly (Zipf),
dates lie over 14 years; one word in 200 is two glued together, so that vocabulary grows with text.
The same posts and queries come out each time. --posts says how many (10000,100000). The databases
stay in DIR (build/latency), named by what they were made of and with, and serve the next run; the
first build of 100,000 takes many minutes.

For each class 100 queries, asked by one process (tests/bench/query_latency.cpp) three times after a
pass that warms the caches: hits a query, and the median, the 99th percentile and the maximum of all
300 times in milliseconds: the answer with ten excerpts (or ten suggestions), without rendering. Below, the whole of a new
geul-query process that answers one word, the files in the system's cache. Figures are good on a machine
that does nothing else: the load average stands above them.
"""
import argparse
import hashlib
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

import queries
from generator import VERSION, Generator
from model import Model

ROOT = pathlib.Path(__file__).resolve().parents[3]
RELEASE = ROOT / "build" / "release"
INDEX = RELEASE / "indexer" / "geul-index"
QUERY = RELEASE / "query" / "geul-query"
LATENCY = RELEASE / "tests" / "bench" / "query_latency"

PROCESSES = 20  # started for the time of one
WIDTH = 10


def fingerprint():
    """Of the programs' analysis and schema, by which a kept database is still theirs."""
    version = subprocess.run([INDEX, "--version"], check=True, capture_output=True).stdout
    return hashlib.sha256(version).hexdigest()[:8]


def source_mark(model):
    return hashlib.sha256(" ".join(model.words[::97]).encode()).hexdigest()[:8]


def build(generator, posts, database):
    """Builds a database of so many posts, fed as they are made. Its facts stand beside it when it is done."""
    start, characters = time.monotonic(), 0
    with subprocess.Popen([INDEX, "build", "-", "--db", database, "--rebuild", "--quiet"],
                          stdin=subprocess.PIPE) as process:
        for number in range(posts):
            line = generator.line(number).encode("utf-8", "replace")
            characters += len(line)
            process.stdin.write(line)
        process.stdin.close()
    if process.returncode != 0:
        sys.exit("latency: geul-index failed")
    size = sum(path.stat().st_size for path in database.rglob("*") if path.is_file())
    facts = {"seconds": time.monotonic() - start, "text": characters, "bytes": size}
    database.with_suffix(".json").write_text(json.dumps(facts))


def database_of(generator, posts, keep):
    name = f"v{VERSION}-{source_mark(generator.model)}-{fingerprint()}-{posts}"
    database = keep / f"{name}.geul"
    if not database.with_suffix(".json").exists():
        print(f"latency: building {posts:,} posts in {database}", file=sys.stderr, flush=True)
        build(generator, posts, database)
    return database, json.loads(database.with_suffix(".json").read_text())


def process_times(database, asked):
    """Milliseconds of new processes, in order."""
    times = []
    for word in asked:
        start = time.perf_counter()
        subprocess.run([QUERY, "--db", database, word], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       check=False)
        times.append(1000 * (time.perf_counter() - start))
    return sorted(times)


def report(posts, facts, rows, times):
    print(f"\n{posts:,} posts, {facts['text'] / 1e6:.0f} MB; made and indexed in {facts['seconds']:.0f} s, "
          f"database {facts['bytes'] / 1e6:.0f} MB; load average {os.getloadavg()[0]:.1f} of {os.cpu_count()} processors")
    print(f"{'ms':30}" + "".join(f"{head:>{WIDTH}}" for head in ("queries", "hits", "median", "p99", "max")))
    for name, asked, hits, *figures in rows:
        padding = 30 - sum(character >= "가" or "ㄱ" <= character <= "ㅎ" for character in name)
        print(f"{name:{padding}}{asked:>{WIDTH}}{int(hits) / int(asked):{WIDTH}.0f}"
              + "".join(f"{float(figure):{WIDTH}.2f}" for figure in figures))
    print(f"{'new process, one word':30}{len(times):{WIDTH}}{'-':>{WIDTH}}{statistics.median(times):{WIDTH}.2f}"
          f"{'-':>{WIDTH}}{times[-1]:{WIDTH}.2f}", flush=True)


def measure(generator, posts, keep):
    database, facts = database_of(generator, posts, keep)
    words = queries.Words(generator, posts)
    asked = database.with_suffix(".tsv")
    asked.write_text("".join(queries.lines(words)), encoding="utf-8")
    answer = subprocess.run([LATENCY, database, asked], stdout=subprocess.PIPE, check=True).stdout.decode()
    rows = [line.split("\t") for line in answer.rstrip("\n").split("\n")]
    one_word = [line.split("\t")[1] for line in queries.lines(words)][:PROCESSES]
    report(posts, facts, rows, process_times(database, one_word))


def numbers(text):
    return [int(number) for number in text.split(",")]


def main():
    parser = argparse.ArgumentParser(prog="latency", description=__doc__, usage=argparse.SUPPRESS,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--posts", type=numbers, default=[10_000, 100_000], metavar="N,N")
    parser.add_argument("--keep", type=pathlib.Path, default=ROOT / "build" / "latency", metavar="DIR")
    parser.add_argument("--source", type=pathlib.Path, default=ROOT.parent / "shared" / "posts", metavar="FOLDER")
    arguments = parser.parse_args()
    source = arguments.source if arguments.source.is_dir() else ROOT / "data" / "posts"
    arguments.keep.mkdir(parents=True, exist_ok=True)
    generator = Generator(Model(source))
    for posts in arguments.posts:
        measure(generator, posts, arguments.keep)


if __name__ == "__main__":
    main()
