"""Nouns: bare, with particles, two at once, and as parts of longer words."""
from posts import PARTICLES, FURTHER_PARTICLES, particle_behind
from question import Question, Row, Rung

NOUNS = 60
WITH_PARTICLES = 30
PAIRS = 60
PARTS = 40
ASKED_PARTICLES = [("를", "을"), ("는", "은"), ("가", "이"), ("에서", "에서"), ("로", "으로"), ("의", "의"), ("와", "과")]
FORMS_EACH = 4
MOST_NOUNS_OF_A_POST = 200


def bare_nouns(harvest):
    site = harvest.site
    return [Question(noun, noun, site.containing(noun), ("bare noun",), noun, core=site.beginning(noun))
            for noun in site.sample("bare", harvest.nouns, NOUNS)]


def with_particles(harvest):
    site = harvest.site
    questions = []
    for noun in site.sample("particles", harvest.nouns, WITH_PARTICLES):
        particles = site.random(noun).sample(ASKED_PARTICLES, FORMS_EACH)
        questions += [Question(noun + particle_behind(noun, particle), noun, site.containing(noun),
                               ("noun with particle",), noun, core=site.beginning(noun))
                      for particle in particles]
    return questions


def two_words(harvest):
    """Two nouns that stand in at least three posts together, next to each other in none."""
    site, questions = harvest.site, []
    random = site.random("two words")
    for first in site.sample("two words", harvest.nouns, 6 * PAIRS):
        number = random.choice(sorted(site.containing(first)))
        others = [noun for noun in harvest.nouns if number in site.containing(noun)][:MOST_NOUNS_OF_A_POST]
        second = random.choice(others)
        both = site.containing(first) & site.containing(second)
        if len(both) >= 3 and first not in second and second not in first and len(questions) < PAIRS:
            questions.append(Question(f"{first} {second}", f"{first}, {second}", both, ("two words",), first))
    return questions


def bare_pattern(noun):
    """The noun alone or with a particle, where a run of Hangul begins."""
    forms = {particle_behind(noun, row) for row in PARTICLES + FURTHER_PARTICLES}
    return rf"(?<![가-힣]){noun}(?:{'|'.join(sorted(forms, key=lambda form: (-len(form), form)))})?(?![가-힣])"


def part_questions(harvest, title, parts):
    """Asks for parts of words. The core: posts where the part only stands in longer words."""
    site, questions = harvest.site, []
    for part in site.sample(title, parts, 10 * PARTS):
        gold = site.containing(part)
        core = gold - site.matching(bare_pattern(part), gold)
        if core and harvest.is_rare_enough(part) and len(questions) < PARTS:
            inside = rf"(?<=[가-힣]){part}|{part}(?=[가-힣])"
            questions.append(Question(part, part, gold, (title,), inside, core=core))
    return questions


def tails(harvest):
    return part_questions(harvest, "compound tail", [tail for _, tail in harvest.compounds])


def heads(harvest):
    return part_questions(harvest, "compound head", [head for head, _ in harvest.compounds])


def middles(harvest):
    """B of words A+B+C, all three nouns of at least two syllables; C may have a particle behind it."""
    nouns, found = set(harvest.all_nouns), set()
    for word in harvest.posts_of_stem:
        for at in range(2, len(word) - 3):
            if word[:at] in nouns:
                found.update(word[at:end] for end in range(at + 2, len(word) - 1)
                             if word[at:end] in nouns and word[end:] in nouns)
    return part_questions(harvest, "compound middle", found)


RUNGS = [
    Rung("noun", bare_nouns, (Row("bare noun"),),
         gold="posts whose text contains the noun, anywhere in a word",
         core="posts with a word that begins with it"),
    Rung("particle", with_particles, (Row("noun with particle"),),
         gold="posts whose text contains the noun without the particle, anywhere in a word",
         core="posts with a word that begins with it"),
    Rung("two", two_words, (Row("two words", decisive="prec@R"),),
         gold="posts whose text contains both nouns"),
    Rung("tail", tails, (Row("compound tail"),),
         gold="posts whose text contains the part, anywhere in a word",
         core="posts that have it in longer words only, never alone or with a particle"),
    Rung("head", heads, (Row("compound head"),),
         gold="as for tails", core="as for tails"),
    Rung("middle", middles, (Row("compound middle"),),
         gold="as for tails", core="as for tails"),
]
