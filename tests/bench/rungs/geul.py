"""Runs geul's own programs on a site."""
import json
import pathlib
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[3]
RELEASE = ROOT / "build" / "release"
INDEX = RELEASE / "indexer" / "geul-index"
QUERY = RELEASE / "query" / "geul-query"
TEXTS = RELEASE / "tests" / "bench" / "document_texts"

ALL = "100000"  # more posts than a site has
ANSWERED = (0, 1)  # geul-query's status: something was found, nothing was


def checked(command, accepted=(0,)):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in accepted:
        sys.exit(f"rungs: {' '.join(map(str, command))}:\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def index(folder, database):
    checked([INDEX, "build", folder, "--db", database, "--rebuild", "--quiet"])


def texts(database):
    """A line of JSON for each post. (U+2028 ends no line of JSON.)"""
    return checked([TEXTS, database]).rstrip("\n").split("\n")


def ask(database, batch, *options):
    return checked([QUERY, "--db", database, "--batch", batch, *options], ANSWERED)


def write_batch(path, queries):
    path.write_text("".join(f"{name}\t{query}\n" for name, query in queries.items()), encoding="utf-8")


def found(database, batch, run):
    """All posts that each query finds, best first, by the query's id. The run is kept."""
    lines = ask(database, batch, "--format", "trec", "--limit", ALL)
    run.write_text(lines, encoding="utf-8")
    hits = {}
    for line in lines.rstrip("\n").split("\n") if lines else []:
        query, _, post, *_ = line.split()
        hits.setdefault(query, []).append(urllib.parse.unquote(post))
    return hits


def answers(database, batch):
    """The whole answers to a batch, by the query's id."""
    lines = ask(database, batch, "--format", "json", "--limit", ALL).rstrip("\n").split("\n")
    return {answer["id"]: answer for answer in map(json.loads, lines)}
