"""Compounds that a site writes in one word and in two."""
from question import Question, Row, Rung

COMPOUNDS = 60


def spelt_both_ways(harvest):
    site = harvest.site
    for a, b in harvest.compounds:
        if site.containing(f"{a} {b}") and harvest.is_rare_enough(a + b):
            yield a, b


def spacing(harvest):
    site, questions = harvest.site, []
    for a, b in site.sample("spacing", spelt_both_ways(harvest), COMPOUNDS):
        pattern = rf"{a}\s?{b}"
        gold = site.matching(pattern, site.containing(a) & site.containing(b))
        glued = site.containing(a + b)
        spaced = site.matching(rf"{a}\s{b}", gold)
        for query, row, core in [(a + b, "spacing, glued", spaced), (f"{a} {b}", "spacing, spaced", glued - spaced),
                                 (f'"{a} {b}"', "spacing, quoted", glued - spaced)]:
            questions.append(Question(query, f"{a} {b}", gold, (row,), pattern, core=core or None))
    return questions


RUNGS = [
    Rung("spacing", spacing,
         (Row("spacing, glued"), Row("spacing, spaced", decisive="prec@R"), Row("spacing, quoted")),
         gold="posts that have the compound, in one word or in two",
         core="posts that have it in the other way: of a glued query, those with a space, of the others, those without"),
]
