"""Tunes the ranking profile by cross-validation: --tune.

For each of five folds of the queries (by a checksum of their ids, so that they never move) the
profile is tuned on the other four by coordinate descent from a plain start, every family counting
alike, and scored on the fold. The mean over sets is what is maximised, whatever their sizes. Beside
it the shipped profile's score on the same fold: where the two are close, the shipped numbers owe
little to the queries they were tuned on. Last, each number of the shipped profile moved alone. Of a
set with more than a thousand judged queries a thousand are asked.
"""
import concurrent.futures
import subprocess
import zlib

import geul
import scoring
import sets

TRIAL = geul.RELEASE / "tests" / "bench" / "ranking_trial"
FOLDS = 5
MOST_QUERIES = 1000
PASSES = 2

# What may be chosen for each number. The first value is the plain start.
GRID = {
    "k1": [1.2, 0.7, 0.85, 1.0, 1.5],
    "b": [0.75, 0.5, 0.65, 0.85],
    "min_length": [0.0, 0.3, 0.5],
    "pair": [1.0, 0.6, 0.8, 1.2, 1.4],
    "crossing_pair": [1.0, 0.3, 0.5, 0.7],
    "tail_pair": [1.0, 0.0, 0.2, 0.3, 0.5],
    "variant": [1.0, 0.0, 0.5],
    "alternate": [1.0, 0.0, 0.5],
    "function_word": [1.0, 0.0, 0.2, 0.35, 0.5],
    "topic_slope": [0.0, 0.06, 0.12, 0.2],
    "coverage": [0.0, 4.0, 6.0, 8.0, 12.0],
    "latin": [1.0, 1.5, 2.5, 3.5],
    "digit": [1.0, 1.5, 2.5],
}
PLAIN = {name: values[0] for name, values in GRID.items()}


class Trial:
    """One set's queries, asked under one profile after another by a program that stays open."""

    def __init__(self, judged, kept):
        chosen = sorted(judged.judgements, key=checksum)[:MOST_QUERIES]
        self.gains = {query: judged.judgements[query] for query in chosen}
        lines = "".join(f"{query}\t{judged.queries[query]}\n" for query in chosen)
        kept.tuned_queries.write_bytes(sets.encoded(lines))
        self.program = subprocess.Popen([TRIAL, kept.database, kept.tuned_queries], text=True,
                                        encoding="utf-8", stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, line):
        """nDCG@10 of each judged query."""
        self.program.stdin.write(line + "\n")
        self.program.stdin.flush()
        ranked = dict(self.answers())
        return {query: scoring.ndcg(gains, ranked.get(query, []))
                for query, gains in self.gains.items()}

    def answers(self):
        for line in iter(self.program.stdout.readline, "\n"):
            query, *documents = line.rstrip("\n").split("\t")
            yield query, [document for document in documents if document != query]

    def close(self):
        self.program.stdin.close()
        self.program.wait()


class Trials:
    """All sets, each profile asked once."""

    def __init__(self, found, kept_of):
        self.trials = {name: Trial(judged, kept_of(name)) for name, judged in found.items()}
        self.known = {}

    def figures(self, profile):
        line = " ".join(f"{name}={value}" for name, value in profile.items())
        if line not in self.known:
            with concurrent.futures.ThreadPoolExecutor() as pool:
                asked = pool.map(lambda trial: trial.ask(line), self.trials.values())
                self.known[line] = dict(zip(self.trials, asked))
        return self.known[line]

    def score(self, profile, wanted):
        """nDCG@10 of each set over the queries that `wanted` takes, in percent."""
        return {name: mean(100 * figure for query, figure in figures.items() if wanted(query))
                for name, figures in self.figures(profile).items()}

    def mean(self, profile, wanted):
        return mean(self.score(profile, wanted).values())

    def close(self):
        for trial in self.trials.values():
            trial.close()


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def checksum(query):
    return zlib.crc32(query.encode())


def fold_of(query):
    return checksum(query) % FOLDS


def descend(trials, wanted):
    """The best profile found by moving one number at a time, from the plain one on."""
    profile = dict(PLAIN)
    for _ in range(PASSES):
        for name, values in GRID.items():
            profile[name] = max(values, key=lambda value: trials.mean({**profile, name: value}, wanted))
    return profile


def print_fold(name, chosen, tuned, shipped):
    numbers = " ".join(f"{key}={value:g}" for key, value in chosen.items())
    figures = "".join(f"{tuned[key]:9.2f}{shipped[key]:9.2f}" for key in tuned)
    print(f"{name:6}{figures}{mean(tuned.values()):9.2f}{mean(shipped.values()):9.2f}   {numbers}", flush=True)


def cross_validate(trials):
    print("nDCG@10 of queries that were not tuned on, by the tuned and by the shipped profile")
    print(f"{'fold':6}" + "".join(f"{name:>18}" for name in trials.trials) + f"{'mean':>18}   tuned on the others")
    for fold in range(FOLDS):
        chosen = descend(trials, lambda query: fold_of(query) != fold)

        def held_out(query):
            return fold_of(query) == fold
        print_fold(str(fold), chosen, trials.score(chosen, held_out), trials.score({}, held_out))


def every(_query):
    return True


def print_sensitivity(trials):
    print(f"\nmean nDCG@10 of all queries, one number moved alone; as shipped {trials.mean({}, every):.2f}")
    for name, values in GRID.items():
        moved = "  ".join(f"{value:g}: {trials.mean({name: value}, every):.2f}" for value in sorted(values))
        print(f"{name:15}{moved}", flush=True)


def tune(found, kept_of):
    """Expects the databases of the sets in place: kept_of(name) says where."""
    trials = Trials(found, kept_of)
    cross_validate(trials)
    print_sensitivity(trials)
    trials.close()
