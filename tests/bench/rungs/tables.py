"""Reads the tables beside the modules."""
import csv
import pathlib


def rows_of(name):
    """The rows of NAME.tsv as dictionaries; lines that begin with # are comments."""
    with open(pathlib.Path(__file__).with_name(f"{name}.tsv"), encoding="utf-8") as lines:
        return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))
