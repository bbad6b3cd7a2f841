"""One thing, spelt in several ways: full-width letters, numbers, loanwords, Hanja with their readings."""
import re

from layouts import related, whole_word
from question import Question, Row, Rung
from tables import rows_of

WORDS = 40
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
SEPARATED = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\da-z_]|[.,]\d)")
UNITS = "개명원건번회줄행년곳점대권초쪽자톤배달"
MYRIADS = re.compile(rf"(?<![\w.,])(\d{{1,4}})(만|억)(?=\s?[{UNITS}])")
POWERS = {"만": 10**4, "억": 10**8}
HANJA = r"[\u4e00-\u9fff]{2,}"
HANJA_READ = re.compile(rf"({HANJA})\s?[(\[]([가-힣]{{2,}})[)\]]|([가-힣]{{2,}})\s?[(\[]({HANJA})[)\]]")


def full_width(harvest):
    site, questions = harvest.site, []
    for word in site.sample("full-width", harvest.latin, WORDS):
        gold = site.matching(whole_word(word), site.containing(word))
        questions.append(Question(word.translate(FULL_WIDTH), word, gold, ("full-width",), whole_word(word),
                                  fine=related(site, word)))
    return questions


def spellings_of(number):
    """A number as digits, with and without separators, and with 만 or 억 where it is a round one."""
    forms = {str(number), f"{number:,}"}
    forms.update(f"{number // power}{unit}" for unit, power in POWERS.items()
                 if number % power == 0 and number < 10_000 * power)
    return sorted(forms)


def pattern_of(form):
    if form[-1] in POWERS:
        return rf"(?<![\w.,]){form[:-1]}\s?{form[-1]}(?=\s?[{UNITS}]|[^가-힣\d\s]|\s*\n)"
    return rf"(?<![\w.,]){form}(?![\da-z_]|[.,]\d)"


def number_question(site, number, query, row):
    forms = spellings_of(number)
    posts = {form: site.matching(pattern_of(form), site.containing(form)) for form in forms}
    gold = frozenset().union(*posts.values())
    pattern = "|".join(map(pattern_of, forms))
    return Question(query, f"{number:,}", gold, (row,), pattern, core=gold - posts.get(query, frozenset()) or None)


def numbers(harvest):
    site = harvest.site
    found = {int(form.replace(",", "")) for text in site.texts for form in SEPARATED.findall(text)}
    questions = []
    for number in site.sample("numbers", [number for number in found if not str(number).startswith("0")], WORDS):
        questions += [number_question(site, number, str(number), "numbers, 1000"),
                      number_question(site, number, f"{number:,}", "numbers, 1,000")]
    return [question for question in questions if question.gold]


def myriads(harvest):
    site = harvest.site
    found = {int(digits) * POWERS[unit] for text in site.texts for digits, unit in MYRIADS.findall(text)}
    return [number_question(site, number, form, "numbers, 10만")
            for number in site.sample("myriads", found, WORDS) for form in spellings_of(number)]


def loanwords(harvest):
    """Both spellings where the site has either; the core: posts with the other one only."""
    site, questions = harvest.site, []
    for row in rows_of("loanwords"):
        posts = {spelling: site.containing(spelling) for spelling in row.values()}
        gold = frozenset().union(*posts.values())
        if gold:
            pattern = "|".join(row.values())
            questions += [Question(spelling, "/".join(row.values()), gold, ("loanwords",), pattern,
                                   core=gold - posts[spelling] or None) for spelling in row.values()]
    return questions


def hanja(harvest):
    site, pairs = harvest.site, set()
    for text in site.texts:
        for written, read, read_first, written_second in HANJA_READ.findall(text):
            pair = (written or written_second, read or read_first)
            if len(pair[0]) == len(pair[1]):
                pairs.add(pair)
    questions = []
    for pair in site.sample("hanja", pairs, WORDS):
        written, read = map(site.containing, pair)
        questions += [Question(pair[0], "/".join(pair), written, ("Hanja, 漢字",), pair[0], fine=read),
                      Question(pair[1], "/".join(pair), read, ("Hanja, 한자",), pair[1], fine=written)]
    return questions


RUNGS = [
    Rung("full-width", full_width, (Row("full-width"),),
         gold="posts with the word in half width, between other characters than Latin letters and digits",
         fine="posts that contain it, or its letters but the last three (at least four)"),
    Rung("numbers", numbers, (Row("numbers, 1000"), Row("numbers, 1,000")),
         gold="numbers that the site writes with separators: posts with the number, with or without, or with 만 or 억",
         core="posts that have it in other ways than the query only"),
    Rung("myriads", myriads, (Row("numbers, 10만"),),
         gold="as before, of numbers that the site writes with 만 or 억 and a unit, asked in each of their spellings",
         core="as before"),
    Rung("loanwords", loanwords, (Row("loanwords"),),
         gold="pairs of loanwords.tsv of which the site has one: posts with either spelling",
         core="posts that have the other spelling only"),
    Rung("hanja", hanja, (Row("Hanja, 漢字"), Row("Hanja, 한자")),
         gold="Hanja that the site gives a reading of, 漢字(한자) or 한자(漢字): posts that have the form typed",
         fine="posts that have the other form"),
]
