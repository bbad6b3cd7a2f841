"""geul: JSON Lines with one job and with two, and the same posts as files of Markdown, all of them at first, then
with nothing new, then with one post changed. Queries by tests/bench/query_latency, which renders nothing."""
import measure
from systems.system import PROGRAMS, RELEASE, System, bytes_of

INDEX = RELEASE / "indexer" / "geul-index"
QUERY = RELEASE / "query" / "geul-query"
LATENCY = PROGRAMS / "query_latency"


def build(source, database, jobs):
    return [INDEX, "build", source, "--db", database, "--jobs", str(jobs), "--quiet"]


class Geul(System):
    name = "geul"

    def missing(self):
        return "" if INDEX.exists() and LATENCY.exists() else "not built: ./dev bench builds it"

    def identity(self):
        return bytes_of(INDEX, QUERY, LATENCY)

    def measure(self, job):
        rows = {}
        for jobs, name in ((2, "geul, 2 jobs"), (1, "geul")):
            rows[name] = self._built(job, job.corpus.jsonl(job.posts), jobs, "db")
        database = job.work / "db"
        queries = measure.timed_by([LATENCY, database, job.queries])
        cold = measure.cold([QUERY, "--db", database, job.word])
        rows |= self._files(job)
        return {"rows": rows, "queries": queries, "cold": cold}

    @staticmethod
    def _built(job, source, jobs, name):
        found = measure.best(lambda: job.fresh(name), lambda: measure.once(build(source, job.work / name, jobs)))
        return found | {"bytes": measure.disk_bytes(job.work / name), "posts": job.posts}

    def _files(self, job):
        folder = job.corpus.markdown(job.posts)
        update = build(folder, job.work / "files", 2)
        rows = {"geul, files, 2 jobs": self._built(job, folder, 2, "files"),
                "geul, nothing new": measure.best(lambda: None, lambda: measure.once(update))}
        changed = sorted(folder.rglob("*.md"))[job.posts // 2]
        before = changed.read_bytes()
        try:
            rows["geul, one post new"] = measure.best(lambda: self._change(changed), lambda: measure.once(update))
        finally:
            changed.write_bytes(before)
        return rows

    @staticmethod
    def _change(path):
        with open(path, "a", encoding="utf-8") as file:
            file.write("\n또 한 문단을 더한다.\n")
