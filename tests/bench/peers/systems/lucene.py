"""Lucene 8 with nori (NoriSearch.java): KoreanAnalyzer, BM25 and merging as they come, no forced merge; a buffer of 64 MB
(its default is 16, its documentation wants more), a heap of at most 512 MB. Texts are stored, with positions; facets by
SortedSetDocValues, dates as NumericDocValues; titles weigh five times. Excerpts by UnifiedHighlighter, which analyses
the stored texts again, or finds its offsets in the postings: its documentation leaves the choice between a smaller
index and faster excerpts, so each is measured. No query cache. The JVM gets two passes to warm. What runs in its
threads (merging, the collector, the compiler) counts as CPU."""
import pathlib
import shutil
import subprocess

import measure
from systems.system import System

HERE = pathlib.Path(__file__).resolve().parents[1]
SOURCE = HERE / "NoriSearch.java"
JARS = pathlib.Path("/usr/share/java")
NEEDED = ["core", "analyzers-common", "analyzers-nori", "facet", "highlighter", "memory", "queries"]


def jars():
    return [jar for name in NEEDED for jar in sorted(JARS.glob(f"lucene-{name}-8.*.jar"))[-1:]]


class Lucene(System):
    def __init__(self, postings):
        self.postings = postings
        self.name = "lucene nori" if postings == "positions" else "lucene, offsets"

    def missing(self):
        if not (shutil.which("javac") and shutil.which("java")):
            return "no JDK: apt-get install default-jdk-headless"
        return "" if len(jars()) == len(NEEDED) else "no Lucene: apt-get install liblucene8-java"

    def identity(self):
        java = subprocess.run(["java", "-version"], capture_output=True, check=True).stderr
        return java + " ".join(map(str, jars())).encode() + SOURCE.read_bytes()

    def measure(self, job):
        path = ":".join(map(str, [job.work, *jars()]))
        subprocess.run(["javac", "-d", job.work, "-cp", path, SOURCE], check=True)
        database = job.work / "db"
        java = ["java", "-Xmx512m", "-cp", path, "NoriSearch"]
        index = [*java, "index", self.postings, job.corpus.tsv(job.posts), database]
        found = measure.best(lambda: job.fresh("db"), lambda: measure.once(index))
        row = found | {"bytes": measure.disk_bytes(database), "posts": job.posts}
        return {"rows": {self.name: row}, "queries": measure.timed_by([*java, "query", database, job.queries, "3"]),
                "cold": measure.cold([*java, "one", database, job.word])}
