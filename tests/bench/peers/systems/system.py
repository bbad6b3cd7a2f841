"""What all systems have in common."""
import hashlib
import inspect
import pathlib
import shutil

ROOT = pathlib.Path(__file__).resolve().parents[4]
RELEASE = ROOT / "build" / "release"
PROGRAMS = RELEASE / "tests" / "bench"


class Job:
    """So many posts, the folder to work in, the queries and one of them for new processes."""

    def __init__(self, corpus, posts, work, queries):
        self.corpus, self.posts, self.work, self.queries = corpus, posts, work, queries
        self.word = queries.read_text(encoding="utf-8").split("\t")[1]

    def fresh(self, name):
        """A path in the working folder at which nothing is."""
        path = self.work / name
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
        return path


class System:
    name = ""
    most_posts = 10**9

    def missing(self):
        """What is not there, in words; empty when all is."""
        raise NotImplementedError

    def identity(self):
        """The version of the system, or of its programs, as text or bytes."""
        raise NotImplementedError

    def measure(self, job):
        """{"rows": {name: what indexing took}, "queries": {class: times}, "cold": milliseconds, "notes": [...]}; all
        but the rows may be missing."""
        raise NotImplementedError

    def version(self):
        """Of the system and of how it is measured."""
        identity = self.identity()
        identity = identity if isinstance(identity, bytes) else identity.encode()
        source = pathlib.Path(inspect.getfile(type(self))).read_bytes()
        return hashlib.sha256(identity + source).hexdigest()[:8]


def lacks(*names):
    """The first commands that are not there."""
    return ", ".join(name for name in names if not shutil.which(name))


def bytes_of(*paths):
    return b"".join(path.read_bytes() for path in paths)
