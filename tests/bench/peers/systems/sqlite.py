"""SQLite FTS5 with the trigram tokenizer: all posts in one transaction, as its documentation advises; title and body
in the full-text table (which stores them), dates and tags in tables with indexes. Ranked by bm25() with titles five
times; excerpts by snippet(). Facets and the newest come from one table of matches in memory.

Trigrams find no word of fewer than three letters, and most Korean words have two: queries of such words alone are
answered by LIKE, which reads all texts and ranks nothing; of others the short words are left out."""
import pathlib
import sqlite3
import sys
import time

import asked
import measure
from systems.system import System, lacks

BUILD = pathlib.Path(__file__).with_name("sqlite_build.py")
HITS = 10
SHORTEST = 3
RANKED = "rank MATCH 'bm25(5.0, 1.0)'"


def match_of(question):
    """What FTS5 is asked, and the words that LIKE has to look for: one of the two is empty."""
    if question.is_phrase:
        phrase = " ".join(question.words)
        return (f'"{phrase}"', []) if len(phrase) >= SHORTEST else ("", [phrase])
    words = [word for word in question.words if len(word) >= SHORTEST]
    return (" OR ".join(f'"{word}"' for word in words), []) if words else ("", question.words)


class Asker:
    def __init__(self, database):
        self.connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, isolation_level=None)
        self.connection.executescript("PRAGMA temp_store = MEMORY; CREATE TEMP TABLE hit(post INTEGER PRIMARY KEY)")

    def ask(self, command, *values):
        return self.connection.execute(command, values).fetchall()

    def __call__(self, question):
        begin = time.perf_counter()
        hits = self.answer(question)
        return hits, (time.perf_counter() - begin) * 1000

    def answer(self, question):
        match, scanned = match_of(question)
        where, values = self._condition(match, scanned, question.tag)
        if question.facets:
            hits, numbers = self._counted(question, match, where, values)
        elif match:
            numbers = self.ask(f"SELECT rowid FROM text WHERE {where} AND {RANKED} ORDER BY rank LIMIT {HITS}", *values)
            hits = len(numbers)
        else:
            numbers = self.ask(f"SELECT rowid FROM text WHERE {where} LIMIT {HITS}", *values)
            hits = len(numbers)
        for number, in numbers:
            self._shown(number, "" if question.bare else match, question.bare)
        return hits

    @staticmethod
    def _condition(match, scanned, tag):
        where, values = ("text MATCH ?", [match]) if match else ("(" + " OR ".join(
            "title LIKE ? OR body LIKE ?" for _ in scanned) + ")", [f"%{word}%" for word in scanned for _ in range(2)])
        if tag:
            where, values = f"{where} AND rowid IN (SELECT post FROM tag WHERE tag = ?)", [*values, tag]
        return where, values

    def _counted(self, question, match, where, values):
        self.ask("DELETE FROM hit")
        self.ask(f"INSERT INTO hit SELECT rowid FROM text WHERE {where}", *values)
        self.ask("SELECT tag, count(*) FROM hit JOIN tag USING(post) GROUP BY tag ORDER BY 2 DESC LIMIT 10")
        self.ask("SELECT year, count(*) FROM hit JOIN post ON number = post GROUP BY year ORDER BY 2 DESC LIMIT 10")
        hits = self.ask("SELECT count(*) FROM hit")[0][0]
        if question.newest or not match:
            return hits, self.ask(f"SELECT post FROM hit JOIN post ON number = post ORDER BY date DESC LIMIT {HITS}")
        return hits, self.ask(f"SELECT rowid FROM text WHERE {where} AND {RANKED} ORDER BY rank LIMIT {HITS}", *values)

    def _shown(self, number, match, bare):
        if match:
            return self.ask("SELECT title, body, snippet(text, 1, '[', ']', '…', 64) FROM text WHERE text MATCH ? AND rowid = ?",
                            match, number)
        return self.ask(f"SELECT title{'' if bare else ', body'} FROM text WHERE rowid = ?", number)


def typed_for_the_shell(question):
    match, scanned = match_of(question)
    excerpt = "snippet(text, 1, '[', ']', '…', 64)" if match else "body"
    where = f"text MATCH '{match}' AND {RANKED} ORDER BY rank" if match else f"body LIKE '%{scanned[0]}%'"
    return f"SELECT title, body, {excerpt} FROM text WHERE {where} LIMIT {HITS}"


class Sqlite(System):
    name = "sqlite trigram"

    def missing(self):
        with sqlite3.connect(":memory:") as connection:
            try:
                connection.execute("CREATE VIRTUAL TABLE t USING fts5(a, tokenize='trigram')")
            except sqlite3.OperationalError as error:
                return f"Python's SQLite: {error}"
        return ""

    def identity(self):
        return sqlite3.sqlite_version + BUILD.read_text(encoding="utf-8")

    def measure(self, job):
        database = job.work / "db"
        command = [sys.executable, "-B", BUILD, job.corpus.jsonl(job.posts), database]
        found = measure.best(lambda: job.fresh("db"), lambda: measure.once(command))
        row = found | {"bytes": measure.disk_bytes(database), "posts": job.posts}
        questions = list(asked.parsed(job.queries.read_text(encoding="utf-8")))
        scans = sum(not match_of(question)[0] for question in questions)
        asker = Asker(database)
        return {"rows": {self.name: row}, "queries": measure.timed(questions, asker), "cold": self._cold(database, questions),
                "notes": [f"{scans} of {len(questions)} queries have only words of two letters, and scan all texts"]}

    @staticmethod
    def _cold(database, questions):
        """Of the shell that is SQLite's own, where it is installed."""
        if lacks("sqlite3"):
            return None
        return measure.cold(["sqlite3", "-readonly", database, typed_for_the_shell(questions[0])])
