"""초성: words by the first consonants of their syllables."""
import collections

import hangul
from question import Question, Row, Rung

WORDS = 60
SYLLABLES = range(3, 7)


class Stems:
    """The stems of a site by their initials."""

    def __init__(self, harvest):
        self.posts = harvest.posts_of_stem
        self.stems = collections.defaultdict(list)
        for stem in sorted(self.posts):
            self.stems[hangul.initials(stem)].append(stem)

    def matching(self, query):
        """The posts with a stem that has these initials, and these syllables where the query has some."""
        return frozenset().union(*(self.posts[stem] for stem in self.stems[hangul.initials(query)]
                                   if all(letter in (syllable, hangul.initials(syllable))
                                          for letter, syllable in zip(query, stem))))


class Beginnings:
    """The posts by the initials that one of their runs of Hangul begins with."""

    def __init__(self, harvest):
        self.posts = collections.defaultdict(set)
        for eojeol in harvest.posts_of:
            letters = hangul.initials(eojeol)
            for end in range(SYLLABLES.start, min(len(letters), SYLLABLES.stop) + 1):
                self.posts[letters[:end]] |= harvest.posts_of_stem[eojeol]


def initials(harvest):
    site, stems, beginnings = harvest.site, Stems(harvest), Beginnings(harvest)
    questions = []
    for word in site.sample("initials", [noun for noun in harvest.nouns if len(noun) in SYLLABLES], WORDS):
        letters = hangul.initials(word)
        random = site.random(word)
        cut = random.randint(1, len(word) - 1)
        mixed = letters[:cut] + word[cut:] if random.random() < 0.5 else word[:cut] + letters[cut:]
        core = frozenset(harvest.posts_of_stem[word])
        fine = frozenset(beginnings.posts[letters])
        for query, asked, row in [(letters, letters, "초성"), (mixed, mixed, "초성, mixed"),
                                  (f"{letters[:cut]} {letters[cut:]}", letters, "초성, with a space")]:
            questions.append(Question(query, word, stems.matching(asked), (row,), word, core=core, fine=fine))
    return questions


RUNGS = [
    Rung("initials", initials, (Row("초성"), Row("초성, mixed"), Row("초성, with a space")),
         gold="posts with an eojeol that, as it stands or without a particle, has exactly these initials (and the\n"
              "syllables typed); a space in the query means nothing",
         core="posts with the word meant, alone or with a particle",
         fine="posts with an eojeol whose initials begin so"),
]
