"""Words with one slip of a finger."""
import hangul
from question import Question, Row, Rung

WORDS_OF_A_LENGTH = {3: 30, 4: 30, 5: 20, 6: 10}
TRIES = 30
# The keys beside each key, of the same hand's letters.
ROWS_OF_KEYS = ["qwert", "asdfg", "zxcv"], ["yuiop", "hjkl", "bnm"]


def _neighbours():
    beside = {}
    for rows in ROWS_OF_KEYS:
        places = {key: (x, y) for y, row in enumerate(rows) for x, key in enumerate(row)}
        for key, (x, y) in places.items():
            beside[key] = sorted(other for other, (x2, y2) in places.items()
                                 if other != key and abs(x - x2) <= 1 and abs(y - y2) <= 1)
    return beside


NEIGHBOURS = _neighbours()


def replaced(keys, at, random):
    return keys[:at] + random.choice(NEIGHBOURS[keys[at].lower()]) + keys[at + 1:]


def dropped(keys, at, _):
    return keys[:at] + keys[at + 1:]


def added(keys, at, random):
    return keys[:at] + random.choice(NEIGHBOURS[keys[at].lower()]) + keys[at:]


def swapped(keys, at, _):
    return keys[:at] + keys[at:at + 2][::-1] + keys[at + 2:]


SLIPS = [replaced, dropped, added, swapped]


def typo_of(word, slip, site):
    """The word with a slip: whole syllables, which stand nowhere in the site. None when there is none."""
    random, keys = site.random(f"{word} {slip.__name__}"), hangul.keys_of(word)
    for _ in range(TRIES):
        typo = hangul.compose(slip(keys, random.randrange(len(keys)), random))
        if typo != word and hangul.is_hangul(typo) and not site.containing(typo):
            return typo
    return None


def typos(harvest):
    site, questions = harvest.site, []
    for length, most in WORDS_OF_A_LENGTH.items():
        nouns = [noun for noun in harvest.nouns if len(noun) == length]
        for number, word in enumerate(site.sample(f"typos {length}", nouns, most)):
            slip = SLIPS[number % len(SLIPS)]
            typo = typo_of(word, slip, site)
            if typo:
                rows = ("typos", f"typos, {min(length, 5)}{'+' if length >= 5 else ''} syllables",
                        f"typos, {slip.__name__}")
                questions.append(Question(typo, word, site.containing(word), rows, word, core=site.beginning(word)))
    return questions


RUNGS = [
    Rung("typos", typos,
         tuple(Row(title) for title in ("typos", *(f"typos, {n} syllables" for n in ("3", "4", "5+")),
                                        *(f"typos, {slip.__name__}" for slip in SLIPS))),
         gold="nouns with one key replaced by one beside it, dropped, added or swapped with the next, so that the typo stands\n"
              "nowhere in the site: posts whose text contains the noun",
         core="posts with a word that begins with it"),
]
