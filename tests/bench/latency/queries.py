"""Queries of each class that are asked of made-up posts, made from the first of them."""
import json
import pathlib
import random
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "rungs"))

import hangul  # noqa: E402
import half_typed  # noqa: E402
import typos  # noqa: E402
from harvest import Harvest  # noqa: E402
from posts import Site  # noqa: E402

SAMPLE = 1000  # posts that the words are taken from
EACH = 100
COMMON = 30  # the words in most posts
SENTENCE = re.compile(r"(?<=[.!?] )[^.!?\n]{20,80}(?=[.!?])")
PLAIN = re.compile(r"[가-힣a-zA-Z0-9 ]+")


class Words:
    """What queries are made of."""

    def __init__(self, generator, posts):
        made = [generator.post(number) for number in range(min(SAMPLE, posts))]
        lines = [json.dumps({"id": post["id"], "pieces": [post["title"], post["body"]]}) for post in made]
        self.site = Site("latency", lines)
        harvest = Harvest(self.site)
        self.nouns = harvest.nouns
        self.common = sorted(harvest.all_nouns, key=lambda noun: (-len(self.site.containing(noun)), noun))[:COMMON]
        self.sentences = sorted({" ".join(found.split()) for post in made for found in SENTENCE.findall(post["body"])
                                 if PLAIN.fullmatch(found)})
        self.tags = generator.tags
        self.generator = generator


def phrase(words, source):
    sentence = source.choice(words.sentences).split()
    at = source.randrange(max(1, len(sentence) - 1))
    return '"' + " ".join(sentence[at:at + 2]) + '"'


def half(words, source):
    noun = source.choice(words.nouns)
    keys, whole = source.choice(list(half_typed.prefixes(noun)) or [(hangul.keys_of(noun), len(noun))])
    return source.choice(half_typed.renderings(noun, keys, whole))[1]


def typo(words, source):
    while True:
        found = typos.typo_of(source.choice([noun for noun in words.nouns if len(noun) > 2]),
                              source.choice(typos.SLIPS), words.site)
        if found:
            return found


def keystrokes(words, source):
    """What is on the screen after some keystrokes of a word."""
    noun = source.choice(words.nouns)
    typed = noun[:source.randint(1, len(noun))]
    return typed if source.random() < 0.5 else typed[:-1] + hangul.initials(typed[-1])


def initials(words, source):
    return hangul.initials(source.choice([noun for noun in words.nouns if len(noun) > 2]))


def several(number):
    return lambda words, source: " ".join(source.sample(words.nouns, number))


def twenty_words(words, source):
    """Of texts, as a question has them: with their endings."""
    found = []
    while len(found) < 20:
        found += source.choice(words.sentences).split()
    return " ".join(found[:20])


# class: how a query is made, and its options (query_latency.cpp) given a source of randomness.
CLASSES = {
    "one word": (several(1), None),
    "one word, with facets": (several(1), lambda words, source: "facets"),
    "common word": (lambda words, source: source.choice(words.common), None),
    "two words": (several(2), None),
    "five words": (several(5), None),
    "sentence": (lambda words, source: source.choice(words.sentences), None),
    "twenty words": (twenty_words, None),
    "phrase": (phrase, None),
    "tag-filtered": (several(2), lambda words, source: f"tag={words.generator.name(source, words.tags)}"),
    "newest, with facets": (several(1), lambda words, source: "newest facets"),
    "common, newest, with facets": (lambda words, source: source.choice(words.common),
                                    lambda words, source: "newest facets"),
    "초성": (initials, None),
    "half-typed": (half, None),
    "typo": (typo, None),
    "keyboard": (lambda words, source: hangul.keys_of(source.choice(words.nouns)), None),
    "suggest": (keystrokes, lambda words, source: "suggest"),
    "suggest, one letter": (lambda words, source: hangul.initials(source.choice(words.nouns))[0],
                            lambda words, source: "suggest"),
    "suggest, two words": (lambda words, source: source.choice(words.nouns) + " " + keystrokes(words, source),
                           lambda words, source: "suggest"),
    "prefix": (lambda words, source: source.choice(words.nouns)[:source.randint(1, 2)] + "*", None),
}


def lines(words):
    """class TAB query TAB options."""
    for name, (make, options) in CLASSES.items():
        source = random.Random(f"geul latency queries {name}")
        for _ in range(EACH):
            query = make(words, source)
            yield f"{name}\t{query}\t{options(words, source) if options else ''}\n"
