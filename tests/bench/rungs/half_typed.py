"""Words of which the last syllable is still being typed."""
import bisect
import functools

import hangul
from question import Question, Row, Rung

NOUNS_OF_A_LENGTH = {2: 25, 3: 25, 4: 15, 5: 10}
AS_SHOWN, LONE, WHOLE = "half-typed", "half-typed, lone letter", "typed to a syllable's end"
MANY = 3  # whole syllables: as many and more share a row


class TypedTexts:
    """The texts of a site as keystrokes, with the places where syllables and runs of them begin."""

    def __init__(self, site):
        self.texts = [self._typed(text) for text in site.texts]

    @staticmethod
    def _typed(text):
        keys, syllables, runs, at, before = [], [], set(), 0, False
        for character in text:
            typed = hangul.keys_of_character(character)
            if typed:
                syllables.append(at)
                if not before:
                    runs.add(at)
            before = bool(typed)
            keys.append(typed or "\n")
            at += len(typed) or 1
        return "".join(keys), syllables, runs

    @functools.lru_cache(maxsize=100_000)
    def posts(self, keys):
        """The posts that have these keys from the beginning of a syllable on, and of a run of syllables."""
        anywhere, at_front = set(), set()
        for number, (text, syllables, runs) in enumerate(self.texts):
            at = text.find(keys)
            while at >= 0 and number not in at_front:
                place = bisect.bisect_left(syllables, at)
                if place < len(syllables) and syllables[place] == at:
                    anywhere.add(number)
                    if at in runs:
                        at_front.add(number)
                at = text.find(keys, at + 1)
        return frozenset(anywhere), frozenset(at_front)


def prefixes(word):
    """What stands there while a word is typed, from one key behind its first syllable on, and how many
    of its syllables are whole: (keys, whole)."""
    lengths = [len(hangul.keys_of(word[:end])) for end in range(1, len(word) + 1)]
    keys = hangul.keys_of(word)
    for end in range(lengths[0] + 1, len(keys)):
        yield keys[:end], sum(length <= end for length in lengths)


def renderings(word, keys, whole):
    """(title, text) for what an input method shows, and for the same with the last letter on its own."""
    shown = hangul.compose(keys)
    if shown == word[:whole]:
        return [(WHOLE, shown)]
    lone = word[:whole] + hangul.compose(keys[len(hangul.keys_of(word[:whole])):])
    return [(AS_SHOWN, shown)] + ([(LONE, lone)] if lone != shown else [])


def row_of(title, whole):
    return f"{title}, {whole} whole" if whole < MANY else f"{title}, {MANY}+ whole"


def half_typed(harvest):
    typed, questions = TypedTexts(harvest.site), []
    for word in words(harvest):
        for keys, whole in prefixes(word):
            anywhere, at_front = typed.posts(keys)
            for title, query in renderings(word, keys, whole):
                rows = (row_of(title, whole),) + ((f"{title}, 2+ whole",) if whole > 1 else ())
                questions.append(Question(query, word, anywhere, rows, f"{word}|{word[:whole]}", core=at_front))
    return questions


def words(harvest):
    for length, most in NOUNS_OF_A_LENGTH.items():
        yield from harvest.site.sample(f"half-typed {length}", [noun for noun in harvest.nouns if len(noun) == length], most)


ROWS = tuple(Row(title) for kind in (AS_SHOWN, LONE, WHOLE)
             for title in (f"{kind}, 2+ whole", *(row_of(kind, whole) for whole in range(1, MANY + 1))))
RUNGS = [
    Rung("half-typed", half_typed, ROWS,
         gold="posts whose text, as keystrokes, has those of the query from the beginning of a syllable on",
         core="posts that have them at the front of a run of Hangul"),
]
