"""Over- and under-stripping of nouns: what the analysis does to the forms of one noun and of two.

The words are the eojeols of Hangul in the posts of a folder. The referee is nori with its dictionary:
an eojeol that it reads as nouns (NNG, NNP, with XPN and XSN), with particles behind or nothing, is a
form of that noun, its morphemes in one; 들 and 씩 at its end are no part of it. It reads an eojeol between
its neighbours, in several places, and most of them decide: alone, 함수의 is 함+수의 to it. It errs still.

under-stripping: nouns of two and more forms that do not all meet. Two forms meet when the key of one
is among the terms of the other as a query's word (key, variant, alternates).
over-stripping: nouns whose key, the most frequent one of their forms, is that of another noun too; and
the same of the nouns that the referee has seen in several forms, of which it is surer, without what the
key leaves out on purpose (사회적, 선생님, 이순신씨).
"""
import collections
import itertools
import re
import subprocess
import typing

from geul import ROOT, TERMS

POSTS = ROOT.parent / "shared" / "posts"
LEFT_OUT = "odd"  # broken posts
SUFFIXES = {".md", ".mdx"}
# At the front of what stands between spaces: `code`를 has a particle alone.
EOJEOL = re.compile(r"[가-힣]+(?!\w)")
PLACES = 10  # of an eojeol, the most frequent, that the referee reads
NOUN_TAGS = {"NNG", "NNP", "XPN", "XSN"}
BARE_NOUN_TAGS = {"NNG", "NNP"}
NO_PART = {("들", "XSN"), ("씩", "XSN")}
MEANT = "적님씨"
SHOWN = 15
FORMS_SHOWN = 6


class Terms(typing.NamedTuple):
    """The key of a word, and all that a query with it asks for."""
    key: str
    asked: frozenset

    def meets(self, other):
        return self.key in other.asked or other.key in self.asked


class Shares(typing.NamedTuple):
    """In percent. Of types, every noun counts alike; of occurrences, as often as its forms stand there."""
    types: float
    occurrences: float


class Stripping(typing.NamedTuple):
    under: Shares
    pairs: float  # of two occurrences of a noun in different forms, those that do not meet
    over: Shares
    over_sure: Shares  # of nouns of several forms, without what is meant
    parted: dict  # noun: its forms by key, of those that do not all meet
    merged: dict  # key: its nouns and their forms, those of over_sure


def read_eojeols(folder):
    """The places of each eojeol of Hangul in the posts of a folder: how often between which neighbours."""
    places = collections.defaultdict(collections.Counter)
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file() and path.relative_to(folder).parts[0] != LEFT_OUT:
            for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
                add_places(line.split(), places)
    return places


def add_places(words, places):
    for before, word, behind in zip(["", *words], words, [*words[1:], ""]):
        if found := EOJEOL.match(word):
            places[found[0]][before, f"{word[found.end():]} {behind}"] += 1


def noun_of(morphemes):
    """The noun of an eojeol that is one, with particles or without; empty for others."""
    nouns = list(itertools.takewhile(lambda morpheme: morpheme[1] in NOUN_TAGS, morphemes))
    if any(tag != "J" for _, tag in morphemes[len(nouns):]):
        return ""
    while nouns and nouns[-1] in NO_PART:
        nouns.pop()
    return "".join(form for form, _ in nouns) if BARE_NOUN_TAGS & {tag for _, tag in nouns} else ""


def read_nouns(places, runner):
    """The noun that each eojeol is in most of its places; empty for one that is none."""
    read = [(eojeol, place, count) for eojeol, found in places.items()
            for place, count in found.most_common(PLACES)]
    votes = collections.defaultdict(collections.Counter)
    for (eojeol, _, count), morphemes in zip(read, runner.morphemes(read)):
        votes[eojeol][noun_of(morphemes)] += count
    return {eojeol: counts.most_common(1)[0][0] for eojeol, counts in votes.items()}


def forms_of_nouns(places, runner):
    """The forms of each noun with their occurrences."""
    nouns = collections.defaultdict(dict)
    for eojeol, noun in read_nouns(places, runner).items():
        if noun:
            nouns[noun][eojeol] = places[eojeol].total()
    return nouns


def own_terms(words):
    """What geul makes of each word."""
    lines = "".join(f"{word}\n" for word in words).encode()
    found = subprocess.run([TERMS, "--alternates"], input=lines, check=True, stdout=subprocess.PIPE).stdout
    return dict(zip(words, map(terms_of_line, found.decode().split("\n"))))


def terms_of_line(line):
    terms = [term.partition(":") for term in line.split()]
    key = next((term for family, _, term in terms if family == "word"), "")
    return Terms(key, frozenset(term for family, _, term in terms if family in ("word", "variant", "alternate")))


def whole(words):
    """No stripping at all, for scale."""
    return {word: Terms(word, frozenset([word])) for word in words}


def by_key(forms, terms):
    """The forms of a noun by key, with their occurrences, the most frequent first."""
    keys = collections.defaultdict(dict)
    for form in sorted(forms, key=forms.get, reverse=True):
        keys[terms[form].key][form] = forms[form]
    return dict(sorted(keys.items(), key=lambda item: -sum(item[1].values())))


def parted_share(forms, keys, terms):
    """Of two occurrences in different forms, the share that does not meet; 0 when all forms do."""
    apart = sum(one_count * other_count
                for one_forms, other_forms in itertools.combinations(keys.values(), 2)
                for one, one_count in one_forms.items() for other, other_count in other_forms.items()
                if not terms[one].meets(terms[other]))
    total = sum(forms.values())
    return apart / ((total * total - sum(count * count for count in forms.values())) / 2)


def shares(nouns, chosen):
    """The share of the chosen among nouns, which map to their occurrences."""
    if not nouns:
        return Shares(0, 0)
    return Shares(100 * len(chosen) / len(nouns),
                  100 * sum(map(nouns.get, chosen)) / sum(nouns.values()))


def is_meant(noun, key):
    return noun[:-1] == key and noun[-1] in MEANT


def together(nouns, keys):
    """The nouns of each key that has several."""
    found = collections.defaultdict(list)
    for noun in nouns:
        found[keys[noun]].append(noun)
    return {key: found for key, found in found.items() if len(found) > 1}


def over_share(occurrences, keys):
    return shares(occurrences, [*itertools.chain.from_iterable(together(occurrences, keys).values())])


def measure(nouns, terms):
    keys = {noun: by_key(forms, terms) for noun, forms in nouns.items()}
    best = {noun: next(iter(found)) for noun, found in keys.items()}
    occurrences = {noun: sum(forms.values()) for noun, forms in nouns.items()}
    several = {noun: occurrences[noun] for noun, forms in nouns.items() if len(forms) > 1}
    sure = {noun: count for noun, count in several.items() if not is_meant(noun, best[noun])}
    apart = {noun: parted_share(nouns[noun], keys[noun], terms) for noun in several}
    parted = sorted((noun for noun in several if apart[noun]), key=lambda noun: -apart[noun] * several[noun])
    return Stripping(
        under=shares(several, parted),
        pairs=100 * sum(apart[noun] * several[noun] for noun in several) / max(1, sum(several.values())),
        over=over_share(occurrences, best),
        over_sure=over_share(sure, best),
        parted={noun: keys[noun] for noun in parted},
        merged={key: {noun: nouns[noun] for noun in found} for key, found in together(sure, best).items()})


def counted(words):
    """The most frequent words with their counts."""
    best = sorted(words, key=words.get, reverse=True)
    return (" ".join(f"{word} {words[word]}" for word in best[:FORMS_SHOWN])
            + (" ..." if len(best) > FORMS_SHOWN else ""))


def lines_of_groups(groups):
    return [f"{name}: " + " | ".join(f"{part} ({counted(forms)})" for part, forms in parts.items())
            for name, parts in groups.items()]


def examples_under(stripping):
    """A line a noun, first those with most occurrences that do not meet: its forms by key."""
    return lines_of_groups(stripping.parted)


def examples_over(stripping):
    """A line a key, first those whose second noun is most frequent: its nouns, each with its forms."""
    def second(item):
        return sorted(sum(forms.values()) for forms in item[1].values())[-2]
    return lines_of_groups(dict(sorted(stripping.merged.items(), key=second, reverse=True)))


def print_table(nouns, measured):
    several = sum(len(forms) > 1 for forms in nouns.values())
    print(f"\n{'stripping':16}{f'under, of {several} nouns':>34}{f'over, of {len(nouns)}':>23}"
          f"{f'over, of the {several}':>23}")
    print(f"{'':16}{'types':>9}{'occurrences':>14}{'pairs':>11}" + f"{'types':>9}{'occurrences':>14}" * 2)
    for name, found in measured.items():
        print(f"{name:16}{found.under.types:9.2f}{found.under.occurrences:14.2f}{found.pairs:11.2f}"
              + "".join(f"{over.types:9.2f}{over.occurrences:14.2f}" for over in (found.over, found.over_sure)))
    print("In percent, of nouns in ../shared/posts as nori reads them. under: those of several forms that do not all\n"
          "meet; pairs: of two occurrences in different forms, those that do not. over: those whose key is another's\n"
          "too; of the nouns of several forms without 적, 님 and 씨, which keys leave out on purpose.")


def print_examples(title, lines):
    print(f"\n{title}")
    for line in lines[:SHOWN]:
        print(f"  {line}")


def report(runner, keep, examples):
    """Prints the table; keeps all examples in a folder, and prints the first when they are asked for."""
    nouns = forms_of_nouns(read_eojeols(POSTS), runner)
    words = [form for forms in nouns.values() for form in forms]
    own = measure(nouns, own_terms(words))
    print_table(nouns, {"geul": own, "whole eojeols": measure(nouns, whole(words))})
    parts = {"under-stripping": examples_under(own), "over-stripping": examples_over(own)}
    for title, lines in parts.items():
        (keep / f"{title}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        if examples:
            print_examples(title, lines)
