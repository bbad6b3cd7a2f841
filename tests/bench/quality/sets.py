"""Sets of judged queries: folders with corpus.jsonl, queries.tsv and qrels.tsv, as BEIR has them."""
import collections
import functools
import json
import sys
import typing


class Document(typing.NamedTuple):
    title: str
    text: str


class JudgedSet:
    def __init__(self, folder):
        self.folder = folder
        self.name = folder.name
        self.corpus = folder / "corpus.jsonl"
        self.queries_file = folder / "queries.tsv"

    @functools.cached_property
    def queries(self):
        """The text of each query by its id, in the file's order."""
        return dict(line.split("\t", 1) for line in lines_of(self.queries_file) if "\t" in line)

    @functools.cached_property
    def judgements(self):
        """The gains above 0 of each query, by document."""
        gains = collections.defaultdict(dict)
        for line in lines_of(self.folder / "qrels.tsv")[1:]:
            query, document, gain = line.split("\t")
            if int(gain) > 0:
                gains[query][document] = int(gain)
        return gains

    @functools.cached_property
    def documents(self):
        """The documents by their ids, in the file's order."""
        records = map(json.loads, lines_of(self.corpus))
        return {record["_id"]: Document(record.get("title", ""), record["text"]) for record in records}

    @property
    def text_bytes(self):
        return sum(len(encoded(part)) for document in self.documents.values() for part in document)


def find_sets(root):
    """Every set in or below a folder, by name."""
    found = {}
    for corpus in sorted(root.rglob("corpus.jsonl")):
        judged = JudgedSet(corpus.parent)
        if judged.name in found:
            sys.exit(f"quality: two sets have the name {judged.name}: "
                     f"{found[judged.name].folder}, {judged.folder}")
        found[judged.name] = judged
    if not found:
        sys.exit(f"quality: no sets of judged queries below {root}")
    return found


def lines_of(path):
    """The lines that are not empty. Only LF parts lines: a text may hold other line breaks."""
    text = path.read_text(encoding="utf-8", errors="replace")
    return [line for line in (line.rstrip("\r") for line in text.split("\n")) if line]


def encoded(text):
    """UTF-8, with ? for the lone surrogates that JSON may hold."""
    return text.encode("utf-8", "replace")
