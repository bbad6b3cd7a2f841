"""Runs geul's own programs on a set."""
import json
import pathlib
import re
import subprocess
import sys

from kept import write_texts
from scoring import DEPTH
from sets import encoded

ROOT = pathlib.Path(__file__).resolve().parents[3]
RELEASE = ROOT / "build" / "release"
INDEX = RELEASE / "indexer" / "geul-index"
QUERY = RELEASE / "query" / "geul-query"
TERMS = RELEASE / "tests" / "bench" / "analysis_terms"

ANSWERED = (0, 1)  # geul-query's status: something was found, nothing was
LINE_BREAKS = re.compile(r"[\t\r\n]+")


def run(judged, kept):
    """Indexes a set, asks its queries and writes all that is kept of them."""
    index(judged, kept)
    kept.run.write_bytes(ask(judged, kept, "--format", "trec", "--limit", str(DEPTH)))
    write_texts(kept.meant, meant(judged, kept))
    write_texts(kept.query_terms, terms({query: [text] for query, text in judged.queries.items()}))
    write_texts(kept.document_terms, terms(judged.documents))


def index(judged, kept):
    subprocess.run([INDEX, "build", judged.corpus, "--db", kept.database, "--rebuild", "--quiet"], check=True)


def ask(judged, kept, *options):
    """What geul-query prints for all queries. Its notes on their syntax are shown when it fails."""
    answer = subprocess.run([QUERY, "--db", kept.database, "--batch", judged.queries_file, *options],
                            capture_output=True, check=False)
    if answer.returncode not in ANSWERED:
        sys.exit(f"quality: {judged.name}: {answer.stderr.decode(errors='replace')}")
    return answer.stdout


def meant(judged, kept):
    """What each query was taken to mean: words left out and all."""
    answers = ask(judged, kept, "--format", "json", "--limit", "0").decode().rstrip("\n").split("\n")
    return {answer["id"]: answer["query"]["meant"] for answer in map(json.loads, answers)}


def terms(texts):
    """The terms of texts, each given in the pieces that are analysed each on its own.

    A line break becomes a border of pieces: it pairs nothing, as in the index.
    """
    lines = "".join("\t".join(LINE_BREAKS.sub("\t", piece) for piece in pieces) + "\n"
                    for pieces in texts.values())
    found = subprocess.run([TERMS], input=encoded(lines), check=True, stdout=subprocess.PIPE).stdout
    return dict(zip(texts, found.decode().split("\n")))
