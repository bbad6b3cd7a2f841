"""nDCG@10, MRR@10 and recall of a run: the figures of ../shared/ir/score.py."""
import collections
import math

from sets import lines_of

DEPTH = 101  # one more than is scored, for the query's own document
FIGURES = ["nDCG@10", "MRR@10", "R@1", "R@10", "R@100"]


def read_run(path):
    """The documents of each query, best first. A document that is the query itself is left out."""
    hits = collections.defaultdict(list)
    for line in lines_of(path):
        query, _, document, rank, *_ = line.split()
        if document != query:
            hits[query].append((int(rank), document))
    return {query: list(dict.fromkeys(document for _, document in sorted(found, key=lambda hit: hit[0])))
            for query, found in hits.items()}


def discounted(gains):
    return sum(gain / math.log2(rank + 2) for rank, gain in enumerate(gains))


def ndcg(gains, ranked):
    best = discounted(sorted(gains.values(), reverse=True)[:10])
    return discounted(gains.get(document, 0) for document in ranked[:10]) / best


def score_query(gains, ranked):
    first = next((rank for rank, document in enumerate(ranked[:10], 1) if document in gains), None)
    return {
        "nDCG@10": ndcg(gains, ranked),
        "MRR@10": 1 / first if first else 0,
        **{f"R@{k}": len(gains.keys() & set(ranked[:k])) / len(gains) for k in (1, 10, 100)},
    }


def score(judgements, run):
    """Means over all judged queries, in percent. A query without a hit counts 0."""
    totals = collections.Counter()
    for query, gains in judgements.items():
        totals.update(score_query(gains, run.get(query, [])))
    return {name: 100 * totals[name] / len(judgements) for name in FIGURES}
