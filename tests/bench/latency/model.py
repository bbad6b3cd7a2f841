"""What real posts look like, measured: their words in order, their code, their lengths."""
import array
import collections
import math
import re
import statistics
import unicodedata

LEFT_OUT = "odd"  # broken posts
SUFFIXES = {".md", ".mdx"}
FRONT_MATTER = re.compile(r"\A(---|\+\+\+)\s*\n.*?\n\1\s*\n", re.DOTALL)
FENCE = re.compile(r"^(```+|~~~+)[^\n]*\n(.*?)^\1\s*$", re.DOTALL | re.MULTILINE)
LONGEST_CODE = 3000
# Not prose: markup, addresses, tables, templates, what is left of a fence, and whatever closes a block.
NO_PROSE = re.compile(r"[<>{}|\\`~]|https?:|!\[|\]\(|^[-=*#:\[\]]+$")
PARAGRAPH = "\n"  # stands among the words as one
MAY_BE_A_NAME = re.compile(r"[가-힣]{2,5}|[A-Za-z]{3,10}")


def _paths(folder):
    return sorted(path for path in folder.rglob("*")
                  if path.suffix in SUFFIXES and path.is_file() and path.relative_to(folder).parts[0] != LEFT_OUT)


def _prose(text):
    words = []
    for paragraph in re.split(r"\n\s*\n", text):
        found = [word for word in paragraph.split() if not NO_PROSE.search(word)]
        words += found + [PARAGRAPH] if found else []
    return words


class Model:
    """The words of the posts below a folder in one sequence, and where each of them stands in it.

    To go on from a word is to go on from one of its places, chosen evenly: so each word follows another
    as often as it does in the posts.
    """

    def __init__(self, folder):
        self.words, self.code, lengths = [], [], []
        self.post_lengths = []  # words a post, without paragraphs' ends
        for path in _paths(folder):
            text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8", errors="replace"))
            text = FRONT_MATTER.sub("", text.replace("\r\n", "\n"))
            self.code += [code for _, code in FENCE.findall(text) if 0 < len(code) <= LONGEST_CODE]
            words = _prose(FENCE.sub("\n\n", text))
            if len(words) > 20:
                self.words += words
                lengths.append(len(words))
                self.post_lengths.append(len(words) - words.count(PARAGRAPH))
        logs = [math.log(length) for length in lengths]
        self.length_mean, self.length_deviation = statistics.fmean(logs), statistics.pstdev(logs)
        self.posts = len(lengths)
        self.code_per_word = len(self.code) / len(self.words)
        self.places = collections.defaultdict(lambda: array.array("L"))
        for place, word in enumerate(self.words):
            self.places[word].append(place)

    def names(self, most):
        """The most frequent words that may be names of tags, the most frequent first."""
        counts = ((-len(places), word) for word, places in self.places.items() if MAY_BE_A_NAME.fullmatch(word))
        return [word for _, word in sorted(counts)[:most]]
