"""Measures relevance: indexes each set of judged queries, asks every query, scores the ranking.

usage: quality [FOLDER] [--keep DIR] [--no-nori] [--examples]
       quality [FOLDER] --diff OLD NEW [SET...] [--most N]
       quality [FOLDER] --nori-settings
       quality [FOLDER] --tune

FOLDER is a set, or holds sets at any depth: folders with corpus.jsonl (_id, title, text),
queries.tsv (id, tab, query) and qrels.tsv (query id, document id, gain; one header line), as BEIR
has them. Without one, ../shared/ir beside the checkout.

nDCG@10 (Järvelin, Kekäläinen 2002, linear gains), MRR@10 and recall at 1, 10 and 100, in percent,
as means over all judged queries; a document that is the query itself is left out. Beside them
nDCG@10 of others: stored (references.tsv), and of Lucene's nori, run on the same files where a JDK
and Lucene are there, as it comes and in the one setting that is its best over ../shared/ir
(--nori-settings looks for it). Below, what analysis and database cost; and, where nori and the posts
of ../shared/posts are there, how many of their nouns are stripped too little and too much
(stripping.py), with --examples of both.

--tune tunes the ranking profile by cross-validation over the sets (tuning.py); some twenty minutes.

--keep leaves databases, runs (SET.trec) and terms in DIR, nori's in DIR/nori and DIR/nori-best, and
all examples in under-stripping.txt and over-stripping.txt. --diff compares two such folders: --diff
before after, --diff DIR/nori DIR.
"""
import argparse
import contextlib
import pathlib
import sys
import tempfile

import cost
import difference
import geul
import nori
import report
import scoring
import sets
import stripping
import tuning
from kept import Kept

# The column of each setting of nori, and the folder its runs are kept in.
NORI_SETTINGS = {"nori": (nori.DEFAULT, "nori"), "nori, best": (nori.BEST, "nori-best")}


def scored(judged, kept):
    return scoring.score(judged.judgements, scoring.read_run(kept.run))


def run_nori(runner, judged, folder, setting):
    folder.mkdir(parents=True, exist_ok=True)
    kept = Kept(folder, judged.name)
    runner.run(judged, kept, setting)
    return scored(judged, kept)["nDCG@10"]


def measure(found, keep, runner, examples):
    """Prints the tables of relevance, of costs and of stripping."""
    table = report.Table(list(NORI_SETTINGS) if runner else [])
    costs = {}
    for name, judged in found.items():
        kept = Kept(keep, name)
        geul.run(judged, kept)
        others = {column: run_nori(runner, judged, keep / folder, setting)
                  for column, (setting, folder) in NORI_SETTINGS.items() if runner}
        table.add(name, scored(judged, kept), others)
        costs[name] = cost.measure(judged, kept)
    table.finish()
    cost.print_table(costs)
    if runner and stripping.POSTS.is_dir():
        stripping.report(runner, keep, examples)


def try_nori_settings(found, work, runner):
    """Prints nDCG@10 of nori's settings on each set: all analyses, then all rankings of the best."""
    print(f"{'':68}" + "".join(f"{name:>15}" for name in found) + f"{'mean':>9}")

    def mean(setting):
        figures = [run_nori(runner, judged, work / "nori", setting) for judged in found.values()]
        total = sum(figures) / len(figures)
        print(f"{str(setting):68}" + "".join(f"{figure:15.2f}" for figure in figures)
              + f"{total:9.2f}", flush=True)
        return total

    analysis = max(nori.analyses(), key=mean)
    print(f"best: {max(nori.rankings(analysis), key=mean)}")


def compare(found, folders, names, most):
    names = names or [name for name in found
                      if all(Kept(folder, name).run.exists() for folder in folders)]
    if not names:
        sys.exit(f"quality: no set has a run in both {folders[0]} and {folders[1]}")
    for number, name in enumerate(names):
        if name not in found:
            sys.exit(f"quality: there is no set {name}; there are {', '.join(found)}")
        if number:
            print("\n")
        difference.compare(found[name], folders, most)


def tune(found, work):
    for name, judged in found.items():
        geul.index(judged, Kept(work, name))
    tuning.tune(found, lambda name: Kept(work, name))


def nori_runner(wanted, work):
    """None, with a line on the standard error, where nori cannot run."""
    if not wanted:
        return None
    if nori.missing():
        print(f"quality: nori is left out: {nori.missing()}", file=sys.stderr)
        return None
    program = work / "nori-program"
    program.mkdir()
    return nori.Nori(program)


def arguments_of(command_line):
    parser = argparse.ArgumentParser(prog="quality", description=__doc__, usage=argparse.SUPPRESS,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=geul.ROOT.parent / "shared" / "ir")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--no-nori", action="store_true")
    parser.add_argument("--examples", action="store_true", help="of over- and under-stripping")
    parser.add_argument("--nori-settings", action="store_true")
    parser.add_argument("--tune", action="store_true")
    parser.add_argument("--diff", nargs="+", metavar=("OLD NEW", "SET"))
    parser.add_argument("--most", type=int, default=20, metavar="N", help="queries shown each way (20)")
    arguments = parser.parse_args(command_line)
    if arguments.diff and len(arguments.diff) < 2:
        parser.error("--diff needs two folders")
    return arguments


def main():
    arguments = arguments_of(sys.argv[1:])
    found = sets.find_sets(arguments.folder)
    if arguments.diff:
        folders = [pathlib.Path(folder) for folder in arguments.diff[:2]]
        return compare(found, folders, arguments.diff[2:], arguments.most)
    with tempfile.TemporaryDirectory(prefix="geul-quality-") as temporary:
        work = pathlib.Path(temporary)
        if arguments.tune:
            return tune(found, work)
        runner = nori_runner(not arguments.no_nori, work)
        if not arguments.nori_settings:
            keep = arguments.keep or work
            keep.mkdir(parents=True, exist_ok=True)
            return measure(found, keep, runner, arguments.examples)
        if runner:
            return try_nori_settings(found, work, runner)
    sys.exit(2)


if __name__ == "__main__":
    # A reader that has seen enough (| head) is no error.
    with contextlib.suppress(BrokenPipeError):
        main()
