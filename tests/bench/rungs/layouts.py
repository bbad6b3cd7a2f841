"""Words typed on the other keyboard layout."""
import re

import hangul
from question import Question, Row, Rung

WORDS = 60


def korean(harvest):
    site, questions = harvest.site, []
    for noun in site.sample("keyboard", harvest.nouns, WORDS):
        typed = hangul.keys_of(noun)
        if not site.containing(typed):
            questions.append(Question(typed, noun, site.containing(noun), ("keyboard, zjffl",), noun,
                                      core=site.beginning(noun)))
    return questions


def whole_word(word):
    return rf"(?<![^\W_가-힣]){re.escape(word)}(?![^\W_가-힣])"


def related(site, word):
    """The posts with a word that has most of a word's letters: what the stemming of English may find."""
    return site.containing(word) | site.containing(word[:max(4, len(word) - 3)])


def latin(harvest):
    site, questions = harvest.site, []
    for word in site.sample("keyboard", harvest.latin, WORDS):
        typed = hangul.compose(word)
        if not site.containing(typed):
            gold = site.matching(whole_word(word), site.containing(word))
            questions.append(Question(typed, word, gold, ("keyboard, ㄴㄱㄷ",), whole_word(word),
                                      fine=related(site, word)))
    return questions


RUNGS = [
    Rung("korean", korean, (Row("keyboard, zjffl"),),
         gold="Korean nouns typed on an English layout: posts whose text contains the noun",
         core="posts with a word that begins with it"),
    Rung("latin", latin, (Row("keyboard, ㄴㄱㄷ"),),
         gold="English words typed on a Korean layout, as an input method shows them: posts with the word between other\n"
              "characters than Latin letters and digits",
         fine="posts that contain it, or its letters but the last three (at least four)"),
]
