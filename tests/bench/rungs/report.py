"""The table of recall and precision, a row a class of queries."""
import unicodedata

import scoring
from tables import rows_of

MARKS = {"prec": "", "prec@R": " @", "fine": " ~"}
PRECISION = 0.9  # that the targets of recall are aimed at with
TITLE, WIDTH = 36, 8
REFERENCES = ["Pagefind recall", "prototype recall", "prototype precision", "target"]
HEADS = ["Pagef R", "proto R", "proto P", "target", ""]

LEGEND = """\
n: queries. found: share of the queries that find anything. recall, prec(ision): means over queries, precision over
those that find anything. core: recall of the posts named so below; fine: precision when the posts named so below are
no errors. prec@R: precision of the first R hits, R being the number of posts in gold. first: share of the queries
whose first hit is in gold. µ: over all hits of all queries alike. Pagef(ind), proto(type), target: notes/SITE.md and
what is aimed at; ok: target reached at a precision of 0.9. That precision is prec; in rows marked @ it is prec@R (plain
words list posts with some of them behind those with all), in rows marked ~ it is fine (사용하다 means 사용, too).
Gold is plain search over the posts' text as the index has it (title, names, summary, headings, text, code; in lower
case), never the analyser."""


def padded(text, width):
    """To a width in columns: Hangul takes two."""
    columns = sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
    return text + " " * max(1, width - columns)


def shown(name, value):
    if value is None:
        return "-"
    return str(value) if name == "n" else f"{value:.3f}"


def verdict(row, figures, target):
    if not target or figures["recall"] is None:
        return ""
    reached = figures["recall"] >= float(target) and (figures[row.decisive] or 0) >= PRECISION
    return "ok" if reached else "below"


class Table:
    def __init__(self, rungs):
        self.rungs = rungs
        self.references = {row["row"]: row for row in rows_of("references")}

    def print(self, title, scores):
        """Expects the scores of each row by its title."""
        names = list(scoring.summary([]))
        print(f"\n{padded(title, TITLE)}" + "".join(f"{name:>{WIDTH}}" for name in names + HEADS))
        for rung in self.rungs:
            for row in rung.rows:
                if scores.get(row.title):
                    self._print_row(row, scoring.summary(scores[row.title]))

    def _print_row(self, row, figures):
        reference = self.references.get(row.title, {})
        others = [reference.get(name) or "-" for name in REFERENCES]
        print(padded(row.title + MARKS[row.decisive], TITLE)
              + "".join(f"{shown(name, value):>{WIDTH}}" for name, value in figures.items())
              + "".join(f"{value:>{WIDTH}}" for value in others)
              + f"{verdict(row, figures, reference.get('target')):>{WIDTH}}", flush=True)

    def print_legend(self):
        print(f"\n{LEGEND}")
        for rung in self.rungs:
            titles = "; ".join(row.title for row in rung.rows[:3]) + ("; …" if len(rung.rows) > 3 else "")
            print(f"\n{titles}\n  gold: {rung.gold}" + (f"\n  core: {rung.core}" if rung.core else "")
                  + (f"\n  fine: {rung.fine}" if rung.fine else ""))
