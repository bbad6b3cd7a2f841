"""Predicates: nouns with 하다, and native verbs and adjectives."""
from question import Question, Row, Rung
from tables import rows_of

HADA = "하했한할함합해핬"  # how 하다 goes on behind its noun
ASKED_HADA = ["하다", "했다", "하는", "합니다"]
HADA_NOUNS = 15
LEAST_FORMS = 4


def hada_nouns(harvest):
    """Nouns with 하다, 했다, 하는 … behind them in several forms."""
    site = harvest.site
    return [noun for noun in harvest.nouns
            if sum(any(True for _ in site.runs_beginning(noun + syllable)) for syllable in HADA) >= LEAST_FORMS]


def hada(harvest):
    site, questions = harvest.site, []
    for noun in site.sample("hada", hada_nouns(harvest), HADA_NOUNS):
        pattern = f"{noun}[{HADA}]"
        containing = site.containing(noun)
        gold = site.matching(pattern, containing)
        questions += [Question(noun + form, noun + "하다", gold, ("하다 forms",), pattern,
                               core=site.beginning(*(noun + syllable for syllable in HADA)), fine=containing)
                      for form in ASKED_HADA]
    return questions


def posts_with(site, beginnings, others):
    """The posts with a run of Hangul of which the longest beginning among all these is one of the former."""
    def is_meant(run):
        longest = max((beginning for beginning in beginnings + others if run.startswith(beginning)), key=len)
        return longest in beginnings
    return frozenset().union(*(posts for beginning in beginnings for run, posts in site.runs_beginning(beginning)
                               if is_meant(run)))


def verbs(harvest):
    site, questions = harvest.site, []
    for row in rows_of("verbs"):
        beginnings, others = tuple(row["beginnings"].split()), tuple(row["others"].split())
        gold = posts_with(site, beginnings, others)
        if len(gold) >= 3:
            pattern = rf"(?<![가-힣])(?:{'|'.join(beginnings)})"
            questions += [Question(form, row["verb"], gold, ("pure verbs",), pattern, fine=site.beginning(*others))
                          for form in row["forms"].split()]
    return questions


RUNGS = [
    Rung("hada", hada, (Row("하다 forms", decisive="fine"),),
         gold=f"posts with the noun and one of {' '.join(HADA)} right behind it, anywhere in a word",
         core="those where a word begins so",
         fine="posts that contain the noun (사용), whatever follows"),
    Rung("verb", verbs, (Row("pure verbs", decisive="fine"),),
         gold="posts with a word that begins as one of the verb's conjugated forms does (verbs.tsv)",
         fine="posts with a word made of it, as that table names them: 알림 of 알리다"),
]
