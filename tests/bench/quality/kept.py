"""What is kept of a run over a set: the ranking, and the terms of queries and documents.

A folder holds SET.trec, SET.queries.terms and SET.documents.terms (an id, a tab and terms a line),
and of geul SET.meant (an id, a tab and what the query was taken to mean) and the
database SET.geul, with its compacted copy SET.compact.
"""
from sets import lines_of


class Kept:
    def __init__(self, folder, name):
        self.folder = folder
        self.run = folder / f"{name}.trec"
        self.query_terms = folder / f"{name}.queries.terms"
        self.document_terms = folder / f"{name}.documents.terms"
        self.meant = folder / f"{name}.meant"
        self.database = folder / f"{name}.geul"
        self.tuned_queries = folder / f"{name}.tuned.tsv"


def read_texts(path):
    """What stands behind the tab by what stands before it; nothing where the file is missing."""
    if not path.exists():
        return {}
    return {key: text for key, _, text in (line.partition("\t") for line in lines_of(path))}


def write_texts(path, texts):
    with open(path, "w", encoding="utf-8", errors="replace", newline="\n") as out:
        out.writelines(f"{key}\t{text}\n" for key, text in texts.items())
