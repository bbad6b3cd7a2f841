"""Xapian alone, given the very terms, positions, values and records that geul stores (floor.cpp): what indexing with
Xapian cannot be faster than. It commits as geul does, every 64 MB of postings, and for comparison as Xapian does,
every 10,000 documents. Reading its input is a row of its own, to be subtracted."""
import measure
from systems.geul import INDEX, build
from systems.system import PROGRAMS, System, bytes_of

FLOOR = PROGRAMS / "floor"
BATCH = 64 << 20  # common/index/xapian/writer.cpp


class Floor(System):
    name = "floor"

    def missing(self):
        return "" if FLOOR.exists() and INDEX.exists() else "not built: ./dev bench builds it"

    def identity(self):
        return bytes_of(FLOOR, INDEX)

    def measure(self, job):
        dump = self._dump(job)
        try:
            return {"rows": {"floor": self._written(job, dump, [str(BATCH)]),
                             "floor-default": self._written(job, dump, []),
                             "floor, reading alone": measure.best(lambda: None,
                                                                  lambda: measure.once([FLOOR, "read", dump]))}}
        finally:
            dump.unlink()

    @staticmethod
    def _dump(job):
        database, dump = job.fresh("geul"), job.fresh("dump")
        measure.once(build(job.corpus.jsonl(job.posts), database, 2))
        measure.once([FLOOR, "dump", database, dump])
        return dump

    @staticmethod
    def _written(job, dump, options):
        database = job.work / "db"
        found = measure.best(lambda: job.fresh("db"),
                             lambda: measure.once([FLOOR, "write", dump, database, *options]))
        return found | {"bytes": measure.disk_bytes(database), "posts": job.posts}
