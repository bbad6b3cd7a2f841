"""The queries that every system is asked: made from the first posts, so the same at every size."""
import pathlib
import random
import re
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "latency"))

import queries  # noqa: E402  (tests/bench/latency)

VERSION = 1  # raise it whenever a query comes out differently
EACH = 100
FROM = 1000  # posts
SENTENCE_WORDS = 20
BARE = {"word, bare": "one word"}  # asked for the same
FACETS = "facets=tag,year"
CLASSES = ["word, bare", "one word", "phrase", "five words", "tag, facets", "newest, facets", "twenty words"]


def one_word(words, source):
    return source.choice(words.nouns), ""


def bare(words, source):
    """What is found, without what takes most of the time: texts and excerpts."""
    return one_word(words, source)[0], "bare"


def phrase(words, source):
    return queries.phrase(words, source), ""


def five_words(words, source):
    return " ".join(source.sample(words.nouns, 5)), ""


def tagged(words, source):
    """A word, and a tag of one of the posts that have it."""
    while True:
        noun = source.choice(words.nouns)
        post = words.made[source.choice(sorted(words.site.containing(noun)))]
        if post["tags"]:
            return noun, f"tag={source.choice(post['tags'])} {FACETS}"


def newest(words, source):
    return source.choice(words.nouns), f"newest {FACETS}"


def sentence(words, source):
    """Twenty words of a text, as a question has them: with their endings."""
    found = []
    while len(found) < SENTENCE_WORDS:
        found += source.choice(words.sentences).split()
    return " ".join(found[:SENTENCE_WORDS]), ""


MAKERS = dict(zip(CLASSES, [bare, one_word, phrase, five_words, tagged, newest, sentence]))


class Words(queries.Words):
    def __init__(self, generator):
        super().__init__(generator, FROM)
        self.made = [generator.post(number) for number in range(FROM)]


def lines(words):
    """class TAB query TAB options, as query_latency takes them."""
    for name, make in MAKERS.items():
        seed = BARE.get(name, name)
        source = random.Random(f"geul peers {VERSION} {seed}")
        for _ in range(EACH):
            query, options = make(words, source)
            yield f"{name}\t{query}\t{options}\n"


def parsed(text):
    """Each line taken apart, for systems that are asked from here."""
    for line in text.splitlines():
        name, query, options = line.split("\t")
        tag = re.search(r"\btag=(\S+)", options)
        yield Asked(name, query.strip('"').split(), query.startswith('"'), tag[1] if tag else "", "newest" in options,
                    "facets" in options, "bare" in options)


class Asked:
    def __init__(self, name, words, is_phrase, tag, newest_first, facets, is_bare):
        self.name, self.words, self.is_phrase = name, words, is_phrase
        self.tag, self.newest, self.facets, self.bare = tag, newest_first, facets, is_bare

    def __repr__(self):
        return f"Asked({vars(self)})"
