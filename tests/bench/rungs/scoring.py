"""Recall and precision of what a query finds."""
import dataclasses
import statistics


@dataclasses.dataclass(frozen=True)
class Score:
    """One question's figures. None where there is nothing to divide by."""
    gold: int
    hits: int
    right: int
    recall: float
    core: float
    precision: float
    fine: float
    at_gold: float
    first: bool


def share(part, whole):
    return part / whole if whole else None


def score(question, hits):
    """Expects posts by their numbers, best first."""
    all_hits = set(hits)
    fine = question.gold | (question.fine or frozenset())
    core = question.core if question.core is not None else frozenset()
    best = hits[:len(question.gold)]
    right, allowed = len(all_hits & question.gold), len(all_hits & fine)
    return Score(gold=len(question.gold), hits=len(all_hits), right=right,
                 recall=share(right, len(question.gold)), core=share(len(all_hits & core), len(core)),
                 precision=share(right, len(all_hits)), fine=share(allowed, len(all_hits)),
                 at_gold=share(len(question.gold.intersection(best)), len(best)),
                 first=bool(hits) and hits[0] in question.gold)


def mean(values):
    """Of those that are there; None without any."""
    values = [value for value in values if value is not None]
    return statistics.fmean(values) if values else None


def summary(scores):
    """The figures of a row, in the order of the table."""
    return {
        "n": len(scores),
        "found": share(sum(score.hits > 0 for score in scores), len(scores)),
        "recall": mean(score.recall for score in scores),
        "core": mean(score.core for score in scores),
        "prec": mean(score.precision for score in scores),
        "fine": mean(score.fine for score in scores),
        "prec@R": mean(score.at_gold for score in scores),
        "first": share(sum(score.first for score in scores), len(scores)),
        "µrecall": share(sum(score.right for score in scores), sum(score.gold for score in scores)),
        "µprec": share(sum(score.right for score in scores), sum(score.hits for score in scores)),
    }
