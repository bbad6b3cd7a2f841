"""The tables."""
import math

from asked import CLASSES
from results import NOW, OLD, exponent

MARKS = {NOW: "*", OLD: "~"}
NAME = 24
WIDTH = 11
NONE = "-"
GEUL, FLOOR = "geul", "floor"


def cell(value, digits=2):
    return f"{NONE if value is None else f'{value:.{digits}f}':>{WIDTH}}"


def ratio(value, base):
    return value / base if value is not None and base else None


def name_of(name, state):
    return f"{name + MARKS.get(state, ''):{NAME}}"


class Size:
    """What is known of one number of posts: figures by system."""

    def __init__(self, posts, text, found):
        self.posts, self.text, self.found = posts, text, found

    def rows(self):
        """(row, figures, state) of indexing."""
        for figures in self.found.values():
            for name, row in figures["rows"].items():
                yield name, row, figures["state"]

    def row(self, name):
        return next((row for row_name, row, _ in self.rows() if row_name == name), {})

    def asked(self):
        """(system, times by class, cold, state) of those that answer."""
        return [(name, figures["queries"], figures.get("cold"), figures["state"])
                for name, figures in self.found.items() if figures.get("queries")]

    def notes(self):
        return [f"{name}: {note}" for name, figures in self.found.items() for note in figures.get("notes", [])]


INDEXING = ["CPU/geul", "CPU/floor", "wall/geul", "RSS/geul", "bytes/geul", "posts/s", "CPU s", "wall s", "peak MB",
            "bytes/text"]


def indexing_line(size, name, row, state):
    geul, floor = size.row(GEUL), size.row(FLOOR)
    ratios = [ratio(row[key], base.get(key)) for key, base in
              (("cpu", geul), ("cpu", floor), ("wall", geul), ("rss", geul))]
    posts = row["posts"] / row["wall"] if "posts" in row else None
    return (name_of(name, state) + "".join(map(cell, ratios)) + cell(ratio(row.get("bytes"), geul.get("bytes")))
            + cell(posts, 0) + cell(row["cpu"]) + cell(row["wall"]) + cell(row["rss"] / 1e6, 0)
            + cell(ratio(row.get("bytes"), size.text)))


def print_indexing(size):
    print(f"\nindexing {size.posts:,} posts, {size.text / 1e6:.1f} MB of text\n"
          f"{'':{NAME}}" + "".join(f"{title:>{WIDTH}}" for title in INDEXING))
    for name, row, state in size.rows():
        print(indexing_line(size, name, row, state))


def print_by_class(title, asked, value, digits=2):
    wide = WIDTH + 6
    print(f"\n{title:{NAME}}" + "".join(f"{name:>{wide}}" for name in CLASSES))
    for name, times, _, state in asked:
        cells = [value(name, times, group) if group in times else NONE for group in CLASSES]
        print(name_of(name, state) + "".join(
            f"{shown if isinstance(shown, str) else f'{shown:.{digits}f}':>{wide}}" for shown in cells))


def print_queries(size):
    asked = size.asked()
    if not asked:
        return
    geul = next((times for name, times, _, _ in asked if name == GEUL), None)
    print(f"\nanswers from {size.posts:,} posts")
    if geul:
        print_by_class("median / geul's", asked,
                       lambda name, times, group: times[group]["median"] / geul[group]["median"])
    print_by_class("median / p99, ms", asked,
                   lambda name, times, group: f"{times[group]['median']:.2f} / {times[group]['p99']:.2f}")
    print_by_class("hits a query", asked, lambda name, times, group: times[group]["hits"] / times[group]["queries"], 1)
    print_cold(asked)


def print_cold(asked):
    geul = next((cold for name, _, cold, _ in asked if name == GEUL), None)
    print(f"\n{'new process, one word':{NAME}}{'/geul':>{WIDTH}}{'ms':>{WIDTH}}")
    for name, _, cold, state in asked:
        if cold is not None:
            print(name_of(name, state) + cell(ratio(cold, geul)) + cell(cold, 1))


def geometric_mean(values):
    return math.exp(sum(map(math.log, values)) / len(values)) if values and all(values) else None


def growth(sizes, value):
    """The exponent of what is there at several sizes."""
    known = [(size.posts, value(size)) for size in sizes]
    known = [(posts, number) for posts, number in known if number]
    return exponent(*zip(*known)) if known else None


def print_growth(sizes):
    titles = ("CPU", "RSS", "bytes", "latency")
    print(f"\n{'growth: exponents':{NAME}}" + "".join(f"{title:>{WIDTH}}" for title in titles))
    names = dict.fromkeys(name for size in sizes for name, _, _ in size.rows())
    for name in names:
        cells = [growth(sizes, lambda size, key=key: size.row(name).get(key)) for key in ("cpu", "rss", "bytes")]
        latency = growth(sizes, lambda size: geometric_mean(
            [times[group]["median"] for system, times, _, _ in size.asked() if system == name for group in times]))
        print(f"{name:{NAME}}" + "".join(map(cell, [*cells, latency])))


def print_notes(sizes, left_out):
    for size in sizes:
        for note in size.notes():
            print(f"{size.posts:,} posts, {note}")
    for name, why in left_out.items():
        print(f"left out: {name}: {why}")
    print("* measured in this run  ~ measured with another version of the system or of its driver")


def print_all(sizes, left_out):
    for size in sizes:
        print_indexing(size)
        print_queries(size)
    if len(sizes) > 1:
        print_growth(sizes)
    print()
    print_notes(sizes, left_out)
