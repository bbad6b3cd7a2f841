"""Measures geul beside other searches, all of them given the same posts and asked the same queries.

usage: ./dev bench [--posts N,N] [--only SYSTEM,...] [--source FOLDER] [--keep DIR] [--likeness]

--posts     how many (1000,10000; 100000 takes hours)
--only      measure these systems alone; the others' figures come from earlier runs
--source    the posts whose words the made-up ones have (../shared/posts, else data/posts)
--keep      where posts and figures stay for the next run (build/bench)
--likeness  print how like the real posts the made-up ones are, and measure nothing

Posts are those of ./dev latency: each word follows another as often as it does in real posts, so that
frequencies are theirs; lengths are log-normal as measured there; tags are used unevenly (Zipf), dates lie
over 14 years. Over as many words as ../shared/posts has, those of the ranks 1 to 10,000 are used as often
as there (to 5 %), half of the posts are shorter than 366 words (there 398), and 9.4 % of all words are
different ones (there 12.4 %): --likeness compares. The first N are the same for every N. The 100 queries of each class
are made from the first 1,000 posts: one noun, answered with ids and titles alone (bare) and in full; two
words of a sentence in quotes; five nouns; a noun with a tag, tags and years counted; a noun, newest first,
tags and years counted; twenty words of sentences. Words may match in any number and rank, as geul's do.

Indexing is a process of its own: CPU is user and system time with that of its children (threads
included), wall the time until it ends, RSS its peak (files mapped into memory count, as groonga's are),
bytes what its files take on the disk, text the title and body in UTF-8. Of work under 3 s the cheapest of
three attempts counts. Input in the form that a system reads (JSON Lines, records, tabbed lines, HTML) is
made before and not timed. The floor is Xapian alone, given what geul stores: CPU/floor is how much more.

Answers come from one process that has answered each query before. Each brings ten hits with their stored
text and an excerpt where the system makes them (all do; quest, the new process of "xapian n-grams", does
not), and facets counted exactly. Times exclude pipes, parsing the file of queries, and rendering (groonga:
its JSON is in). A new process answers one word with its files in the system's cache; 20 runs. Classes in which
groonga, lucene or sqlite take over a minute are asked fewer queries. geul
counts all hits exactly, but for bare answers; xapian estimates, lucene stops at 1,000, and sqlite counts
only for facets (elsewhere the table has what it shows).

Exponents: b of cost = a * posts ** b, by least squares over the sizes; latency is the geometric mean of the
classes' medians. Figures are good on a machine that does nothing else: the load stands above them.

Systems, with the settings that their documentation recommends:

"""
import argparse
import hashlib
import os
import pathlib
import shutil
import sys
import textwrap
import time

import asked
import likeness
import measure
import printed
import systems
from corpus import Corpus
from results import Results
from systems.system import ROOT, Job


def described():
    """The modules' own words on their systems' settings."""
    modules = dict.fromkeys((sys.modules[type(system).__module__] for system in systems.ALL.values()))
    return __doc__ + "\n\n".join(textwrap.fill(module.__doc__.strip().replace("\n\n", " "), 108) for module in modules)


def numbers(text):
    return sorted({int(number) for number in text.split(",")})


def names(text):
    found = [name for name in systems.ALL if any(name.startswith(asked_for) for asked_for in text.split(","))]
    for asked_for in text.split(","):
        if not any(name.startswith(asked_for) for name in systems.ALL):
            raise argparse.ArgumentTypeError(f"no system {asked_for!r}: {', '.join(systems.ALL)}")
    return found


def arguments_of(command_line):
    parser = argparse.ArgumentParser(prog="./dev bench", description=described(), usage=argparse.SUPPRESS,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--posts", type=numbers, default=[1_000, 10_000], help=argparse.SUPPRESS)
    parser.add_argument("--only", type=names, default=list(systems.ALL), help=argparse.SUPPRESS)
    parser.add_argument("--source", type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--keep", type=pathlib.Path, default=ROOT / "build" / "bench", help=argparse.SUPPRESS)
    parser.add_argument("--likeness", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(command_line)


def source_of(arguments):
    shared = ROOT.parent / "shared" / "posts"
    return arguments.source or (shared if shared.is_dir() else ROOT / "data" / "posts")


class Bench:
    def __init__(self, arguments):
        self.arguments = arguments
        self.corpus = Corpus(source_of(arguments), arguments.keep)
        self.queries = self._write_queries()
        mark = hashlib.sha256(f"{self.corpus.mark} {self.queries.read_text(encoding='utf-8')}".encode()).hexdigest()[:8]
        self.results = Results(arguments.keep / "results", mark)
        self.left_out, self.versions = {}, {}

    def _write_queries(self):
        path = self.arguments.keep / f"queries-{asked.VERSION}-{self.corpus.mark}.tsv"
        if not path.exists():
            words = asked.Words(self.corpus.generator)
            path.write_text("".join(asked.lines(words)), encoding="utf-8")
        return path

    def run(self):
        for name, system in systems.ALL.items():
            if missing := system.missing():
                self.left_out[name] = missing
            else:
                self.versions[name] = system.version()
        for posts in self.arguments.posts:
            for name in self.arguments.only:
                if name in self.versions:
                    self.measure(systems.ALL[name], posts)
        sizes = [printed.Size(posts, self.corpus.text_bytes(posts), self.found(posts))
                 for posts in self.arguments.posts]
        printed.print_all(sizes, self.left_out)

    def measure(self, system, posts):
        if posts > system.most_posts:
            self.left_out[f"{system.name} at {posts:,} posts"] = f"measured up to {system.most_posts:,}"
            return
        work = self.arguments.keep / "work"
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        print(f"bench: {system.name}, {posts:,} posts", file=sys.stderr, flush=True)
        try:
            figures = system.measure(Job(self.corpus, posts, work, self.queries))
            self.results.keep(system.name, posts, self.versions[system.name], figures)
        except measure.Failed as failure:
            self.left_out[f"{system.name} at {posts:,} posts"] = str(failure)
            print(f"bench: {system.name}: {failure}", file=sys.stderr)
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def found(self, posts):
        kept = {name: self.results.find(name, posts, self.versions.get(name, "none")) for name in systems.ALL}
        return {name: figures for name, figures in kept.items() if figures}


def main():
    arguments = arguments_of(sys.argv[1:])
    if arguments.likeness:
        likeness.print_table(Corpus(source_of(arguments), arguments.keep).generator)
        return
    begin = time.monotonic()
    print(f"{time.strftime('%Y-%m-%d %H:%M')}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
    Bench(arguments).run()
    print(f"{time.monotonic() - begin:.0f} s")


if __name__ == "__main__":
    main()
