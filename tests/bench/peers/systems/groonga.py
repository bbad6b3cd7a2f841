"""Groonga with TokenBigram, NormalizerAuto and positions: loaded first and indexed then, which its documentation calls
static construction and recommends for many records. Titles weigh five times; ranked by its own score (term frequency);
excerpts by snippet_html(). Commands go to one process through pipes, results are not cached (--cache no); the times are
those that it states for each command, and hold the writing of the answer as JSON."""
import json
import pathlib
import subprocess

import asked
import measure
from systems.system import System, lacks

TABLES = """table_create Tags TABLE_PAT_KEY ShortText
table_create Categories TABLE_PAT_KEY ShortText
table_create Posts TABLE_HASH_KEY ShortText
column_create Posts title COLUMN_SCALAR ShortText
column_create Posts body COLUMN_SCALAR Text
column_create Posts date COLUMN_SCALAR ShortText
column_create Posts year COLUMN_SCALAR Int16
column_create Posts tags COLUMN_VECTOR Tags
column_create Posts categories COLUMN_VECTOR Categories
load --table Posts
[
"""
INDEXES = """]
table_create Terms TABLE_PAT_KEY ShortText --default_tokenizer TokenBigram --normalizer NormalizerAuto
column_create Terms posts COLUMN_INDEX|WITH_POSITION|WITH_SECTION Posts title,body
column_create Tags posts COLUMN_INDEX Posts tags
column_create Categories posts COLUMN_INDEX Posts categories
"""


def write_commands(records, path):
    with open(records, encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        out.write(TABLES)
        for number, line in enumerate(lines):
            out.write((",\n" if number else "") + line.rstrip("\n"))
        out.write("\n" + INDEXES)


def query_of(question):
    return f'"{" ".join(question.words)}"' if question.is_phrase else " OR ".join(question.words)


def select(question):
    options = {"match_columns": "title * 5 || body", "query": query_of(question),
               "output_columns": "_key, title" if question.bare else "_key, title, date, body, snippet_html(body)",
               "sort_keys": "-date" if question.newest else "-_score", "limit": "10", "cache": "no",
               "command_version": "2"}
    if question.tag:
        options["filter"] = f"tags @ {json.dumps(question.tag, ensure_ascii=False)}"
    if question.facets:
        for name, column in (("tag", "tags"), ("year", "year")):
            options |= {f"drilldowns[{name}].keys": column, f"drilldowns[{name}].sort_keys": "-_nsubrecs",
                        f"drilldowns[{name}].limit": "10"}
    return "select Posts " + " ".join(f"--{name} {quoted(value)}" for name, value in options.items())


def quoted(value):
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"


class Asker:
    """One groonga that is asked through pipes."""

    def __init__(self, database):
        self.process = subprocess.Popen(["groonga", database], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def __call__(self, question):
        self.process.stdin.write(select(question).encode() + b"\n")
        self.process.stdin.flush()
        (status, _, elapsed, *said), *body = json.loads(self.process.stdout.readline())
        if status != 0:
            raise measure.Failed(f"groonga: {question}: {said}")
        return body[0][0][0][0], elapsed * 1000

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Groonga(System):
    name = "groonga bigram"

    def missing(self):
        return "no groonga: apt-get install groonga-bin" if lacks("groonga") else ""

    def identity(self):
        return subprocess.run(["groonga", "--version"], capture_output=True, check=True).stdout

    def measure(self, job):
        typed = job.work / "commands"
        write_commands(job.corpus.groonga_records(job.posts), typed)
        folder = job.work / "db"

        def emptied():
            job.fresh("db").mkdir()
        found = measure.best(emptied, lambda: measure.once(["groonga", "-n", folder / "db"], typed))
        row = found | {"bytes": measure.disk_bytes(folder), "posts": job.posts}
        self._check(folder / "db", job.posts)
        asker = Asker(folder / "db")
        try:
            questions = list(asked.parsed(job.queries.read_text(encoding="utf-8")))
            queries = measure.timed(questions, asker)
        finally:
            asker.close()
        one = select(questions[0]).split(" ")  # groonga puts them together again, quotes and all
        return {"rows": {self.name: row}, "queries": queries, "cold": measure.cold(["groonga", folder / "db", *one])}

    @staticmethod
    def _check(database: pathlib.Path, posts):
        """groonga's status is 0 whatever became of its commands."""
        said = subprocess.run(["groonga", database, "select", "Posts", "--limit", "0"], capture_output=True, check=True).stdout
        if json.loads(said)[1][0][0][0] != posts:
            raise measure.Failed("groonga: posts are missing")
