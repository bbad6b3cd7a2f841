"""The table of relevance: geul's figures, and nDCG@10 of others on the same set."""
import csv
import pathlib

from scoring import FIGURES

REFERENCES = pathlib.Path(__file__).with_name("references.tsv")
WIDTH, OTHER = 9, 12


def references():
    """nDCG@10 by system and set, as they are stored."""
    with open(REFERENCES, encoding="utf-8") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        table = {}
        for row in rows:
            table.setdefault(row["system"], {})[row["set"]] = float(row["nDCG@10"])
    return table


class Table:
    """Prints a row a set as it comes. `measured` names the systems that are run beside geul."""

    def __init__(self, measured):
        self.stored = references()
        self.measured = measured
        self.rows = []
        print(f"{'':16}{'geul':>{WIDTH * len(FIGURES)}}"
              f"{'nDCG@10, stored':>{OTHER * len(self.stored)}}"
              + (f"{'nDCG@10, run now':>{OTHER * len(measured)}}" if measured else ""))
        print(f"{'':16}" + "".join(f"{name:>{WIDTH}}" for name in FIGURES)
              + "".join(f"{name:>{OTHER}}" for name in [*self.stored, *measured]) + f"{'lead':>{WIDTH}}")

    def add(self, name, figures, measured):
        others = [self.stored[system].get(name) for system in self.stored]
        row = [*(figures[figure] for figure in FIGURES), *others, *(measured[system] for system in self.measured)]
        self.rows.append(row)
        self.show(name, row)

    def finish(self):
        columns = list(zip(*self.rows))
        self.show("mean", [None if None in column else sum(column) / len(column) for column in columns])
        print("In percent, means over the judged queries. lead: geul's nDCG@10 over the best of the others.")

    def show(self, name, row):
        ours, others = row[:len(FIGURES)], row[len(FIGURES):]
        known = [value for value in others if value is not None]
        lead = f"{ours[0] - max(known):+.2f}" if known else "-"
        print(f"{name:16}" + "".join(f"{value:{WIDTH}.2f}" for value in ours)
              + "".join(f"{'-' if value is None else f'{value:.2f}':>{OTHER}}" for value in others)
              + f"{lead:>{WIDTH}}", flush=True)
