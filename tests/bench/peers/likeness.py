"""Whether made-up posts are like the real ones: lengths, and how often words are used."""
import collections
import math
import re
import statistics

from model import PARAGRAPH

QUANTILES = (10, 50, 90, 99)
RANKS = (1, 10, 100, 1000, 10_000)
WORD = re.compile(r"\S+")
CODE = re.compile(r"^~~~\n.*?^~~~$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## [^\n]*$", re.MULTILINE)


def prose_of(body):
    """The words of a made-up post: headings repeat what follows them, code is copied whole."""
    return WORD.findall(HEADING.sub("", CODE.sub("", body)))


def quantiles(lengths):
    cuts = statistics.quantiles(lengths, n=100, method="inclusive")
    return [cuts[share - 1] for share in QUANTILES]


def frequencies(words):
    """How often the words of some ranks are used, of 10,000; and how many words differ."""
    counts = sorted(collections.Counter(words).values(), reverse=True)
    shares = [counts[rank - 1] / len(words) * 10_000 if rank <= len(counts) else 0 for rank in RANKS]
    return [*shares, len(counts) / len(words)]


def slope(words):
    """Of frequency by rank, both as logarithms: Zipf's law says -1."""
    counts = sorted(collections.Counter(words).values(), reverse=True)[:3000]
    points = [(math.log(rank), math.log(count)) for rank, count in enumerate(counts, 1)]
    mean_x, mean_y = (statistics.fmean(column) for column in zip(*points))
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def described(lengths, words):
    return [*quantiles(lengths), *frequencies(words), slope(words)]


def real(model):
    return model.post_lengths, [word for word in model.words if word != PARAGRAPH]


def made(generator, words_wanted):
    """Posts until they have as many words as the real ones: vocabulary depends on it."""
    lengths, words, number = [], [], 0
    while len(words) < words_wanted:
        found = prose_of(generator.post(number)["body"])
        lengths.append(len(found))
        words += found
        number += 1
    return lengths, words


def print_table(generator):
    lengths, words = real(generator.model)
    rows = {"real": described(lengths, words), "made": described(*made(generator, len(words)))}
    titles = [f"p{share} words" for share in QUANTILES] + [f"rank {rank}" for rank in RANKS] + ["different", "slope"]
    print(f"{'':6}" + "".join(f"{title:>12}" for title in titles))
    for name, figures in rows.items():
        print(f"{name:6}" + "".join(f"{figure:12.3f}" if abs(figure) < 10 else f"{figure:12.0f}" for figure in figures))
    print("words a post by percentile; times that the word of a rank is used in 10,000 words; different words among all;\n"
          "the slope of frequency by rank (3,000 ranks)")
