"""Compares two kept runs query by query: how many are better and worse, and which, and why."""
import functools
import math
import random
import sys
import typing
import unicodedata

from kept import Kept, read_texts
from scoring import ndcg, read_run

ROUNDS = 2000  # of the bootstrap
SAME = 1e-9
PAIRS = ("pair", "crossing_pair", "tail_pair")  # one kind of term to the index
SHOWN_TEXT = 100


class Side:
    """One kept run over a set."""

    def __init__(self, folder, name):
        self.kept = Kept(folder, name)
        if not self.kept.run.exists():
            sys.exit(f"quality: there is no {self.kept.run}; --keep makes one")
        self.run = read_run(self.kept.run)

    @functools.cached_property
    def query_terms(self):
        return read_texts(self.kept.query_terms)

    @functools.cached_property
    def document_terms(self):
        return read_texts(self.kept.document_terms)

    @functools.cached_property
    def meant(self):
        return read_texts(self.kept.meant)

    def ranked(self, query):
        return self.run.get(query, [])


class Change(typing.NamedTuple):
    query: str
    old: float
    new: float

    @property
    def delta(self):
        return self.new - self.old


def compare(judged, folders, most):
    """Prints what changed from the run in the first folder to that in the second."""
    old, new = (Side(folder, judged.name) for folder in folders)
    changes = [Change(query, ndcg(gains, old.ranked(query)), ndcg(gains, new.ranked(query)))
               for query, gains in judged.judgements.items()]
    print(f"== {judged.name}")
    print_summary(changes)
    rising = sorted(changes, key=lambda change: (-change.delta, change.query))
    show = functools.partial(print_change, judged, old, new)
    print_changes("Better", [change for change in rising if change.delta > SAME][:most], show)
    print_changes("Worse", [change for change in reversed(rising) if change.delta < -SAME][:most], show)


def print_summary(changes):
    deltas = [change.delta for change in changes]
    better, worse = sum(delta > SAME for delta in deltas), sum(delta < -SAME for delta in deltas)
    before, after = (100 * math.fsum(values) / len(changes)
                     for values in ([change.old for change in changes], [change.new for change in changes]))
    low, high = interval(deltas)
    print(f"nDCG@10 {before:.2f} -> {after:.2f} ({after - before:+.2f}, "
          f"95% between {100 * low:+.2f} and {100 * high:+.2f} by paired bootstrap)")
    print(f"{better} better, {worse} worse, {len(changes) - better - worse} the same; "
          f"sum of differences {math.fsum(deltas):+.3f}; p = {sign_test(better, worse):.2g} by the sign test")


def sign_test(better, worse):
    """The two-sided probability of counts at least as uneven, were both as likely."""
    total = better + worse
    tail = sum(math.comb(total, count) for count in range(min(better, worse) + 1))
    return min(1.0, float(2 * tail / 2**total)) if total else 1.0


def interval(deltas):
    """The 95% interval of the mean difference. The same numbers give the same interval."""
    chance = random.Random(1)
    means = sorted(math.fsum(chance.choices(deltas, k=len(deltas))) / len(deltas) for _ in range(ROUNDS))
    return means[ROUNDS * 25 // 1000], means[-ROUNDS * 25 // 1000 - 1]


def print_changes(title, changes, show):
    if changes:
        print(f"\n-- {title}: the largest {len(changes)}")
    for change in changes:
        show(change)


def print_change(judged, old, new, change):
    query, gains = change.query, judged.judgements[change.query]
    before, after = old.ranked(query), new.ranked(query)
    document = most_moved(gains, before, after)
    print(f"\n{change.delta:+.3f}  {printable(query)}  {printable(judged.queries.get(query, ''))}")
    print(f"        nDCG@10 {change.old:.3f} -> {change.new:.3f}, "
          f"first relevant {first_rank(gains, before)} -> {first_rank(gains, after)}")
    print(f"        {printable(document)} {rank_of(document, before)} -> {rank_of(document, after)}: "
          f"{printable(' '.join(judged.documents.get(document, ('?',))))[:SHOWN_TEXT].strip()}")
    for name, value in explanations(old, new, query, document):
        print(f"        {name:9} {printable(value)}")


def most_moved(gains, before, after):
    """The relevant document that counts most in the change."""
    def discount(document, ranked):
        return 1 / math.log2(ranked.index(document) + 2) if document in ranked else 0

    def moved(document):
        return gains[document] * abs(discount(document, after) - discount(document, before))

    return max(gains, key=moved)


def first_rank(gains, ranked):
    return next((str(rank) for rank, document in enumerate(ranked, 1) if document in gains), "-")


def rank_of(document, ranked):
    return str(ranked.index(document) + 1) if document in ranked else "-"


def explanations(old, new, query, document):
    """What each side took the query for, and which of its terms the document has; once when alike."""
    sides = [explain(side, query, document) for side in (old, new)]
    if sides[0] == sides[1]:
        return sides[0]
    return [(f"{when} {name}", value) for when, side in zip(("old", "new"), sides) for name, value in side]


def explain(side, query, document):
    terms = list(dict.fromkeys(side.query_terms.get(query, "").split()))
    there = set(map(kind_of, side.document_terms.get(document, "").split()))
    lines = [("meant", side.meant.get(query, "")),
             ("has", " ".join(term for term in terms if kind_of(term) in there)),
             ("lacks", " ".join(term for term in terms if kind_of(term) not in there))]
    return [(name, value) for name, value in lines if value]


def kind_of(term):
    """A term as the index tells it from others: pairs of all families meet, and so do words."""
    family, colon, text = term.partition(":")
    return (family in PAIRS, text) if colon else term


def printable(text):
    """Untrusted text for a terminal: without controls, formats and line breaks."""
    return "".join(" " if unicodedata.category(c)[0] == "C" or unicodedata.category(c) in ("Zl", "Zp") else c
                   for c in text)
