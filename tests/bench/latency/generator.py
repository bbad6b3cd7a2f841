"""Made-up posts, as many as are wanted, each the same whenever it is made."""
import datetime
import itertools
import json
import math
import random
import re

from model import PARAGRAPH

VERSION = 1  # raise it whenever a post comes out differently
STAY = 0.7  # of the steps from word to word, those that go on in the same real post
GLUED = 0.005  # of all words, those made of two: vocabulary grows with text
SHORTEST, LONGEST = 20, 20_000  # words a post
HEADING = 0.2  # of all paragraphs, those that a heading stands before
FIRST_DAY, DAYS = datetime.date(2012, 1, 1), 5000
TAGS, CATEGORIES, AUTHORS = 2000, 24, 40
HANGUL = re.compile(r"[가-힣]+")


def zipf(number):
    """Cumulated weights 1, 1/2, 1/3 …: the names of a blog are used that unevenly."""
    return list(itertools.accumulate(1 / rank for rank in range(1, number + 1)))


class Generator:
    def __init__(self, model):
        self.model = model
        names = model.names(TAGS + CATEGORIES)
        cut = min(CATEGORIES, len(names) // 2)
        self.categories, self.tags = names[:cut], names[cut:]
        self.authors = [f"글쓴이 {number}" for number in range(1, AUTHORS + 1)]
        self.weights = {number: zipf(number) for number in {len(self.tags), len(self.categories), AUTHORS}}

    def random(self, number):
        return random.Random(f"geul latency {VERSION} {number}")

    def post(self, number):
        """The post of a number: what geul-index takes as a record."""
        source = self.random(number)
        return {
            "id": f"post-{number:06}",
            "title": " ".join(self._words(source, source.randint(2, 7))).replace(PARAGRAPH, "").strip() or "글",
            "date": (FIRST_DAY + datetime.timedelta(days=int(DAYS * math.sqrt(source.random())))).isoformat(),
            "tags": sorted({self.name(source, self.tags) for _ in range(min(8, int(source.expovariate(0.4))))}),
            "categories": [self.name(source, self.categories)],
            "authors": [self.name(source, self.authors)],
            "body": self._body(source),
        }

    def line(self, number):
        return json.dumps(self.post(number), ensure_ascii=False) + "\n"

    def name(self, source, names):
        return source.choices(names, cum_weights=self.weights[len(names)])[0]

    def _body(self, source):
        length = source.lognormvariate(self.model.length_mean, self.model.length_deviation)
        words = self._words(source, int(min(max(length, SHORTEST), LONGEST)))
        blocks = []
        for paragraph in " ".join(words).split(PARAGRAPH):
            if source.random() < HEADING:
                blocks.append("## " + " ".join(paragraph.split()[:4]))
            blocks.append(paragraph.strip())
        for _ in range(round(self.model.code_per_word * len(words) * 2 * source.random())):
            blocks.insert(source.randrange(len(blocks) + 1), f"~~~\n{source.choice(self.model.code).strip()}\n~~~")
        return "\n\n".join(block for block in blocks if block)

    def _words(self, source, number):
        """So many words, one from the other."""
        words, places = self.model.words, self.model.places
        at = source.randrange(len(words) - 1)
        made = []
        while len(made) < number:
            stretch = 1 + int(math.log(1 - source.random()) / math.log(STAY))
            made += words[at:at + stretch]
            at = source.choice(places[words[min(at + stretch, len(words)) - 1]]) + 1
            if at >= len(words):
                at = source.randrange(len(words) - 1)
        return self._glued(source, made[:number])

    @staticmethod
    def _glued(source, words):
        for at in range(len(words) - 1):
            if source.random() < GLUED and HANGUL.fullmatch(words[at]) and HANGUL.fullmatch(words[at + 1]):
                words[at:at + 2] = [words[at] + words[at + 1], ""]
        return [word for word in words if word]
