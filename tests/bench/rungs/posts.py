"""A site: its posts' text as the index has it, and plain search over it, from which all gold comes."""
import bisect
import collections
import functools
import json
import random
import re
import unicodedata

# The particles that a noun is told by: each behind a vowel, behind a consonant. Those that are
# endings of verbs just as often (는, 고, 지, 며) prove nothing and are left out.
PARTICLES = [("를", "을"), ("가", "이"), ("와", "과"), ("로", "으로"), ("의", "의"), ("에", "에"), ("에서", "에서"),
             ("에는", "에는"), ("부터", "부터"), ("까지", "까지"), ("보다", "보다"), ("처럼", "처럼"), ("라는", "이라는"),
             ("로는", "으로는")]
# These too are cut from an eojeol to see its noun.
FURTHER_PARTICLES = [("는", "은"), ("도", "도"), ("만", "만"), ("들", "들"), ("들을", "들을"), ("들이", "들이"), ("들은", "들은"),
                     ("이다", "이다"), ("다", "다"), ("에도", "에도"), ("에게", "에게"), ("에서는", "에서는"), ("에서의", "에서의"),
                     ("로서", "으로서"), ("로써", "으로써"), ("와의", "과의"), ("나", "이나"), ("라고", "이라고"), ("란", "이란"),
                     ("인", "인"), ("일", "일"), ("입니다", "입니다"), ("의", "의"), ("마다", "마다"), ("만을", "만을"),
                     ("까지의", "까지의"), ("부터의", "부터의"), ("뿐", "뿐"), ("이며", "이며"), ("이고", "이고")]
EOJEOL = re.compile(r"(?<!\w)[가-힣]+(?!\w)")
RUN = re.compile(r"[가-힣]+")


def folded(text):
    """As one types: composed, in lower case, one space or line break between words."""
    text = unicodedata.normalize("NFC", text).lower()
    return re.sub(r"[^\S\n]+", " ", text)


def final_kind(stem):
    """0 behind a vowel, 1 behind a consonant, as the columns of PARTICLES."""
    return int((ord(stem[-1]) - 0xAC00) % 28 != 0)


def particle_behind(stem, particle):
    """A row of PARTICLES as it stands behind a stem. 로 also stands behind ㄹ."""
    if particle[0].startswith("로") and (ord(stem[-1]) - 0xAC00) % 28 == 8:
        return particle[0]
    return particle[final_kind(stem)]


class Site:
    """The posts of one site. Their numbers, in the order of the index, stand for them in sets."""

    def __init__(self, name, lines):
        self.name = name
        documents = [json.loads(line) for line in lines]
        self.ids = [document["id"] for document in documents]
        self.numbers = {name: number for number, name in enumerate(self.ids)}
        self.texts = [folded("\n".join(document["pieces"])) for document in documents]

    def __len__(self):
        return len(self.ids)

    def random(self, purpose):
        """The same numbers for a site and purpose each time."""
        return random.Random(f"{self.name}/{purpose}")

    def sample(self, purpose, values, most):
        """At most so many of some values, in an order that depends on nothing but them."""
        values = sorted(set(values))
        return self.random(purpose).sample(values, min(most, len(values)))

    @functools.lru_cache(maxsize=100_000)
    def containing(self, words):
        """The posts whose text contains a string, anywhere."""
        words = folded(words)
        return frozenset(number for number, text in enumerate(self.texts) if words in text)

    def matching(self, pattern, among):
        """Those of some posts in whose text a regular expression finds something."""
        search = re.compile(pattern).search
        return frozenset(number for number in among if search(self.texts[number]))

    @functools.cached_property
    def _runs(self):
        """The posts of each run of Hangul, and the runs in order."""
        posts = collections.defaultdict(set)
        for number, text in enumerate(self.texts):
            for run in RUN.findall(text):
                posts[run].add(number)
        return posts, sorted(posts)

    def runs_beginning(self, beginning):
        """The runs of Hangul that begin so, each with its posts."""
        posts, runs = self._runs
        at = bisect.bisect_left(runs, beginning)
        while at < len(runs) and runs[at].startswith(beginning):
            yield runs[at], posts[runs[at]]
            at += 1

    @functools.lru_cache(maxsize=100_000)
    def beginning(self, *beginnings):
        """The posts with a run of Hangul that begins with one of these."""
        return frozenset().union(*(posts for beginning in beginnings
                                   for _, posts in self.runs_beginning(beginning)))

    def snippet(self, number, pattern, around=30):
        """The text around the first match in a post."""
        text = self.texts[number]
        found = re.search(pattern, text)
        if not found:
            return text[:2 * around].replace("\n", " ")
        begin, end = max(0, found.start() - around), found.end() + around
        return text[begin:end].replace("\n", " ")
