"""sqlite_build.py POSTS DATABASE: a database with a trigram index of posts in JSON Lines (systems/sqlite.py)."""
import json
import sqlite3
import sys

SCHEMA = """
CREATE VIRTUAL TABLE text USING fts5(title, body, tokenize='trigram');
CREATE TABLE post(number INTEGER PRIMARY KEY, id TEXT UNIQUE, date TEXT, year INTEGER, categories TEXT);
CREATE INDEX post_date ON post(date);
CREATE TABLE tag(tag TEXT, post INTEGER, PRIMARY KEY(tag, post)) WITHOUT ROWID;
CREATE INDEX tag_post ON tag(post);
"""


def insert(connection, number, post):
    connection.execute("INSERT INTO text(rowid, title, body) VALUES(?, ?, ?)", (number, post["title"], post["body"]))
    connection.execute("INSERT INTO post VALUES(?, ?, ?, ?, ?)",
                       (number, post["id"], post["date"], int(post["date"][:4]), ",".join(post["categories"])))
    connection.executemany("INSERT INTO tag VALUES(?, ?)", ((tag, number) for tag in post["tags"]))


def build(posts, database):
    connection = sqlite3.connect(database)
    connection.executescript(SCHEMA)
    with connection, open(posts, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            insert(connection, number, json.loads(line))
    connection.close()


if __name__ == "__main__":
    build(*sys.argv[1:])
