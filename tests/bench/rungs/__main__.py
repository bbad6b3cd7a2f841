"""Measures what a Korean searcher's ways of typing find: recall and precision by class of query.

usage: rungs [SITE...] [--keep DIR] [--misses N] [--only CLASS,CLASS] [--no-legend]

SITE is a folder of Markdown. Without one: johngrib, hudi and yceffort of ../shared/posts. Each is
indexed; queries of each class (a noun, its forms, half-typed words, typos ...) are made from its own
text, the same ones in every run; what each should find is settled by plain search over that text, as
the legend below the table says; and what geul-query finds is compared with it. Beside the figures
stand those of notes/SITE.md and the targets. A last table has the queries of all sites together.

--misses N prints, for each row, the N queries that did worst: how each was executed, posts that it
missed with the place in their text, and posts that it found wrongly with what they matched.
--only CLASS,CLASS measures some classes: noun particle hada verb two spacing tail head middle half-typed
initials korean latin typos full-width numbers myriads loanwords hanja.
--keep DIR leaves there, for each site, the database, queries (SITE.tsv), hits (SITE.trec) and
questions with their gold (SITE.jsonl).
"""
import argparse
import collections
import contextlib
import json
import pathlib
import sys
import tempfile
import typing

import classes
import geul
import harvest
import misses
import report
import scoring
from posts import Site

SITES = [geul.ROOT.parent / "shared" / "posts" / name for name in ("johngrib", "hudi", "yceffort")]


class Measured(typing.NamedTuple):
    """What was asked of a site, and what came of it. By the ids of the questions."""
    site: Site
    database: pathlib.Path
    questions: dict
    hits: dict
    scores: dict


def questions_of(site, rungs):
    words = harvest.Harvest(site)
    return {f"{rung.name}-{number:03}": question
            for rung in rungs for number, question in enumerate(rung.make(words), 1)}


def keep_questions(path, site, questions):
    def ids(posts):
        return sorted(site.ids[number] for number in posts or ())
    with open(path, "w", encoding="utf-8") as out:
        for name, question in questions.items():
            line = {"id": name, "query": question.query, "word": question.word, "rows": question.rows,
                    "gold": ids(question.gold), "core": ids(question.core), "fine": ids(question.fine)}
            print(json.dumps(line, ensure_ascii=False), file=out)


def measure(folder, rungs, work):
    name = folder.resolve().name
    database, batch = work / name, work / f"{name}.tsv"
    geul.index(folder, database)
    site = Site(name, geul.texts(database))
    questions = questions_of(site, rungs)
    geul.write_batch(batch, {question: asked.query for question, asked in questions.items()})
    keep_questions(work / f"{name}.jsonl", site, questions)
    found = geul.found(database, batch, work / f"{name}.trec")
    hits = {name: [site.numbers[post] for post in found.get(name, [])] for name in questions}
    scores = {name: scoring.score(question, hits[name]) for name, question in questions.items()}
    return Measured(site, database, questions, hits, scores)


def by_row(measured):
    rows = collections.defaultdict(list)
    for name, question in measured.questions.items():
        for row in question.rows:
            rows[row].append(measured.scores[name])
    return rows


def arguments_of(command_line):
    names = [rung.name for rung in classes.RUNGS]
    parser = argparse.ArgumentParser(prog="rungs", description=__doc__, usage=argparse.SUPPRESS,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sites", nargs="*", type=pathlib.Path, metavar="SITE")
    parser.add_argument("--keep", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--only", type=lambda text: text.split(","), metavar="CLASS,CLASS", default=names)
    parser.add_argument("--no-legend", action="store_true")
    arguments = parser.parse_args(command_line)
    if unknown := set(arguments.only) - set(names):
        parser.error(f"there is no class {', '.join(sorted(unknown))}")
    for site in arguments.sites or SITES:
        if not site.is_dir():
            parser.error(f"there is no folder {site}")
    return arguments


def run(arguments, work):
    rungs = [rung for rung in classes.RUNGS if rung.name in arguments.only]
    rows = [row for rung in rungs for row in rung.rows]
    table, together = report.Table(rungs), collections.defaultdict(list)
    sites = arguments.sites or SITES
    for folder in sites:
        measured = measure(folder, rungs, work)
        scores = by_row(measured)
        table.print(f"{measured.site.name}, {len(measured.site)} posts", scores)
        for row, found in scores.items():
            together[row] += found
        if arguments.misses:
            misses.print_misses(measured, rows, arguments.misses, work)
    if len(sites) > 1:
        table.print("all sites", together)
    if not arguments.no_legend:
        table.print_legend()


def main():
    arguments = arguments_of(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="geul-rungs-") as temporary:
        work = arguments.keep or pathlib.Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        run(arguments, work)


if __name__ == "__main__":
    # A reader that has seen enough (| head) is no error.
    with contextlib.suppress(BrokenPipeError):
        main()
