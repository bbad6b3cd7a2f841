"""Words of a site, found without a dictionary: nouns by the particles behind them, compounds by nouns."""
import collections
import functools
import re

from posts import EOJEOL, FURTHER_PARTICLES, PARTICLES, particle_behind

LEAST_POSTS = 3
MOST_SHARE = 0.3  # of all posts: what stands nearly everywhere is no query
LEAST_PARTICLES = 3
NOUN_SYLLABLES = range(2, 8)
NO_NOUN_ENDS = ("들", "만", "는가", "하기", "되기")  # plurals, particles and clauses take particles as well
NO_TAILS = {"인지", "인가", "라면", "하나", "하는지", "가지", "정도"}  # behind a noun rather endings than nouns
LATIN_LETTERS = range(3, 13)
LATIN = re.compile(r"(?<![\w.-])[a-z]+(?![\w-])")


class Harvest:
    """What a site's words are. Everything is in a fixed order."""

    def __init__(self, site):
        self.site = site
        self.posts_of = collections.Counter()  # eojeol: posts that have it
        for text in site.texts:
            self.posts_of.update(set(EOJEOL.findall(text)))

    @functools.cached_property
    def all_nouns(self):
        """Stems that stand bare and with LEAST_PARTICLES different particles, the object's among them."""
        return sorted(stem for stem in self.posts_of
                      if len(stem) in NOUN_SYLLABLES and self._is_noun(stem))

    def _is_noun(self, stem):
        behind = sum(stem + particle_behind(stem, particle) in self.posts_of for particle in PARTICLES)
        return (behind >= LEAST_PARTICLES and stem + particle_behind(stem, PARTICLES[0]) in self.posts_of
                and not stem.endswith(NO_NOUN_ENDS) and not self._is_longer_form(stem))

    def _is_longer_form(self, stem):
        """함수에서 has 의 behind it too, but is a noun and its particle."""
        return any(stem.endswith(form) and len(stem) - len(form) >= 2
                   and stem[:-len(form)] + particle_behind(stem[:-len(form)], PARTICLES[0]) in self.posts_of
                   for row in PARTICLES[4:] for form in set(row)
                   if stem[:-len(form)] and particle_behind(stem[:-len(form)], row) == form)

    @functools.cached_property
    def nouns(self):
        """Nouns in at least LEAST_POSTS posts and in at most MOST_SHARE of them."""
        return [noun for noun in self.all_nouns if self.is_rare_enough(noun)]

    def is_rare_enough(self, words):
        return LEAST_POSTS <= len(self.site.containing(words)) <= MOST_SHARE * len(self.site)

    @functools.cached_property
    def compounds(self):
        """(A, B) where A and B are nouns of at least two syllables and AB stands bare, with a particle, and in two
        posts."""
        known = set(self.all_nouns)
        return [(word[:cut], word[cut:]) for word in sorted(self.posts_of)
                for cut in range(2, len(word) - 1)
                if word[:cut] in known and word[cut:] in known - NO_TAILS and self._takes_a_particle(word)
                and len(self.posts_of_stem[word]) > 1]

    def _takes_a_particle(self, word):
        return any(word + particle_behind(word, particle) in self.posts_of for particle in PARTICLES)

    @functools.cached_property
    def posts_of_stem(self):
        """stem: the posts with an eojeol that is it, or it and a particle."""
        posts = collections.defaultdict(set)
        for number, text in enumerate(self.site.texts):
            for eojeol in set(EOJEOL.findall(text)):
                for stem in self.stems_of[eojeol]:
                    posts[stem].add(number)
        return posts

    @functools.cached_property
    def stems_of(self):
        """eojeol: itself, and what is left of it without a particle."""
        return {eojeol: self._stems(eojeol) for eojeol in self.posts_of}

    def _stems(self, eojeol):
        stems = {eojeol}
        for row in PARTICLES + FURTHER_PARTICLES:
            for form in set(row):
                stem = eojeol[:-len(form)]
                if eojeol.endswith(form) and len(stem) >= 2 and particle_behind(stem, row) == form:
                    stems.add(stem)
        return stems

    @functools.cached_property
    def latin(self):
        """Words of Latin letters in at least LEAST_POSTS posts and at most MOST_SHARE of them."""
        counts = collections.Counter()
        for text in self.site.texts:
            counts.update(set(LATIN.findall(text)))
        return sorted(word for word, posts in counts.items()
                      if len(word) in LATIN_LETTERS and LEAST_POSTS <= posts <= MOST_SHARE * len(self.site))


