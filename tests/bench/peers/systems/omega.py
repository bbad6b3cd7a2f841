"""Xapian's own indexer scriptindex with n-grams (XAPIAN_CJK_NGRAM, which is how 1.4 has them), positions on and no
stemmer, as its documentation wants for Chinese, Japanese and Korean; it commits every 10,000 documents. Titles weigh
five times. Queries by ngram_queries.cpp: QueryParser's FLAG_CJK_NGRAM, MSet::snippet over the stored text, tags and
years counted by ValueCountMatchSpy. New processes are quest, which shows the stored text and makes no snippets."""
import subprocess

import measure
from systems.system import PROGRAMS, System, bytes_of, lacks

LATENCY = PROGRAMS / "ngram_queries"
NGRAMS = {"XAPIAN_CJK_NGRAM": "1"}
SCRIPT = """id : field=id boolean=Q unique=Q
title : field=title weight=5 index gap
date : field=date
day : value=0
year : value=2
tags : field=tags value=1 split=",",dedup boolean=K
category : field=category split=",",dedup boolean=XC
body : field=body index
"""


class Omega(System):
    name = "xapian n-grams"

    def missing(self):
        gone = lacks("scriptindex", "quest")
        return f"no {gone}: apt-get install xapian-omega xapian-tools" if gone else ""

    def identity(self):
        version = subprocess.run(["scriptindex", "--version"], capture_output=True, check=True).stdout
        return version + bytes_of(LATENCY)

    def measure(self, job):
        database, script = job.work / "db", job.work / "script"
        script.write_text(SCRIPT, encoding="utf-8")
        command = ["scriptindex", "-s", "none", database, script, job.corpus.records(job.posts)]
        found = measure.best(lambda: job.fresh("db"), lambda: measure.once(command, environment=NGRAMS))
        row = found | {"bytes": measure.disk_bytes(database), "posts": job.posts}
        asked = ["quest", "-d", database, "-s", "none", "-f", "default,cjk_ngram", "-m", "10", job.word]
        return {"rows": {self.name: row}, "queries": measure.timed_by([LATENCY, database, job.queries], NGRAMS),
                "cold": measure.cold(asked, NGRAMS)}
