"""Runs Lucene's nori on a set (Nori.java), where a JDK and Debian's liblucene8-java are there."""
import itertools
import pathlib
import re
import shutil
import subprocess
import typing

from kept import write_texts
from scoring import DEPTH

JAVA_FOLDER = pathlib.Path("/usr/share/java")
JARS = ["lucene-core", "lucene-analyzers-common", "lucene-analyzers-nori"]
SOURCE = pathlib.Path(__file__).with_name("Nori.java")


class Setting(typing.NamedTuple):
    mode: str = "discard"
    pos_stop: str = "on"
    query: str = "builder"
    k1: float = 1.2
    b: float = 0.75

    def __str__(self):
        return (f"--mode {self.mode} --pos-stop {self.pos_stop} --query {self.query} "
                f"--k1 {self.k1:g} --b {self.b:g}")


K1, B = (0.9, 1.2, 1.6), (0.4, 0.65, 0.75)
DEFAULT = Setting()
# The best mean nDCG@10 on ../shared/ir that quality --nori-settings finds.
BEST = Setting("discard", "on", "distinct", 0.9, 0.65)


def analyses():
    """Every way to analyse, with BM25 as it comes."""
    return [Setting(*choice) for choice
            in itertools.product(("discard", "mixed", "none"), ("on", "off"), ("builder", "distinct"))]


def rankings(setting):
    """A setting with other parameters of BM25."""
    return [setting._replace(k1=k1, b=b) for k1, b in itertools.product(K1, B)]


def jars():
    return [jar for name in JARS for jar in sorted(JAVA_FOLDER.glob(f"{name}-8.*.jar"))[-1:]]


def missing():
    """What nori needs and is not there, in words; empty when all is."""
    if not (shutil.which("javac") and shutil.which("java")):
        return "no JDK: apt-get install default-jdk-headless liblucene8-java"
    if len(jars()) < len(JARS):
        return "no Lucene: apt-get install liblucene8-java"
    return ""


class Nori:
    """The compiled program; `work` is a folder for it and for its input."""

    def __init__(self, work):
        self.work = work
        self.path = ":".join(map(str, [work, *jars()]))
        subprocess.run(["javac", "-d", work, "-cp", self.path, SOURCE], check=True)

    def run(self, judged, kept, setting):
        """Ranks a set's documents for its queries; writes the run, and the terms of both."""
        corpus, queries = self.prepare(judged)
        subprocess.run(["java", "-cp", self.path, "Nori", "--corpus", corpus, "--queries", queries,
                        "--run", kept.run, "--query-terms", kept.query_terms,
                        "--document-terms", kept.document_terms, "--depth", str(DEPTH),
                        *str(setting).split()], check=True)

    def morphemes(self, places):
        """The morphemes, as (form, tags), of the eojeol in each place: it and its neighbours, before and behind."""
        lines, found = self.work / "eojeols.tsv", self.work / "morphemes.txt"
        lines.write_text("".join(f"{before}\t{eojeol}\t{behind}\n" for eojeol, (before, behind), *_ in places),
                         encoding="utf-8")
        subprocess.run(["java", "-cp", self.path, "Nori", "--eojeols", lines, "--morphemes", found], check=True)
        return [[tuple(morpheme.rsplit("/", 1)) for morpheme in line.split(" ") if morpheme]
                for line in found.read_text(encoding="utf-8").split("\n")[:-1]]

    def prepare(self, judged):
        """A set as lines of id, tab and text: Java has no reader of JSON."""
        corpus, queries = self.work / f"{judged.name}.corpus.tsv", self.work / f"{judged.name}.queries.tsv"
        if not corpus.exists():
            write_texts(queries, one_line_each(judged.queries))
            write_texts(corpus, one_line_each({name: " ".join(document)
                                               for name, document in judged.documents.items()}))
        return corpus, queries


def one_line_each(texts):
    return {key: re.sub(r"[\t\r\n]", " ", text) for key, text in texts.items()}
