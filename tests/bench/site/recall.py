"""What queries find, by class, in the static search and in Pagefind."""
import csv
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import classes
import geul
import harvest
import scoring
from posts import Site
from question import Question

HERE = pathlib.Path(__file__).resolve().parent
TITLE = 36


def asked(script, work, queries):
    batch = work / "batch.json"
    batch.write_text(json.dumps(queries, ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(["node", HERE / script, work, batch], capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"bench site: {script}:\n{done.stderr.decode(errors='replace')}")
    return json.loads(done.stdout)


def listed_questions(site):
    """Those of queries.tsv: class, query, and the pattern that a post's text has to have."""
    with open(HERE / "queries.tsv", encoding="utf-8") as rows:
        lines = csv.DictReader((line for line in rows if not line.startswith("#")), delimiter="\t")
        return [Question(row["query"], row["query"], site.matching(row["gold"], range(len(site))),
                         (row["class"],), row["gold"]) for row in lines]


def harvested_questions(site):
    words = harvest.Harvest(site)
    return [question for rung in classes.RUNGS for question in rung.make(words)]


def padded(text):
    columns = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
    return text + " " * max(1, TITLE - columns)


def shown(value):
    return "      -" if value is None else f"{value:7.3f}"


def by_row(questions, hits):
    rows = {}
    for number, question in enumerate(questions):
        for row in question.rows:
            rows.setdefault(row, []).append(scoring.summary([scoring.score(question, hits[str(number)])]))
    return rows


def means(figures, name):
    return scoring.mean(figure[name] for figure in figures)


def print_table(title, questions, ours, theirs):
    print(f"\n{padded(title)}     n | geul R  prec  prec@R | Pagefind R  prec")
    mine, other = by_row(questions, ours), by_row(questions, theirs)
    for row, figures in mine.items():
        print(f"{padded(row)}{len(figures):6} |{shown(means(figures, 'recall'))}{shown(means(figures, 'prec'))}"
              f"{shown(means(figures, 'prec@R'))} |    {shown(means(other[row], 'recall'))}{shown(means(other[row], 'prec'))}")


def numbers_of(found, number_of):
    return {name: [number_of[page] for page in pages if page in number_of] for name, pages in found.items()}


def print_tables(name, work):
    lines = geul.texts(work / "db")
    site = Site(name, lines)
    posts = [json.loads(line) for line in lines]
    by_url = {post["url"] or post["id"]: number for number, post in enumerate(posts)}
    by_page = {f"/p/{number}/": number for number in range(len(posts))}
    for title, questions in (("our own list", listed_questions(site)), ("harvested from the posts", harvested_questions(site))):
        queries = {str(number): question.query for number, question in enumerate(questions)}
        ours = numbers_of(asked("ask_geul.mjs", work, queries), by_url)
        theirs = numbers_of(asked("ask_pagefind.mjs", work, queries), by_page)
        print_table(title, questions, ours, theirs)
