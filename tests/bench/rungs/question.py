"""What is asked and what should be found."""
import dataclasses
import typing


class Question(typing.NamedTuple):
    """A query made from a site's own text."""
    query: str
    word: str           # what is meant by it
    gold: frozenset     # the posts that it should find
    rows: tuple         # titles of the table's rows that it counts in
    pattern: str        # a regular expression for the place in a post of `gold`, to be shown
    core: frozenset = None  # of gold, those of which the recall is of interest on its own
    fine: frozenset = None  # posts that are no error when found, beside gold


@dataclasses.dataclass(frozen=True)
class Row:
    """A row of the table: a class of queries, or a part of one."""
    title: str
    # The precision that a target is about: "prec"; "prec@R" where partial matches are listed behind;
    # "fine" where gold is narrower than what a searcher means.
    decisive: str = "prec"


@dataclasses.dataclass(frozen=True)
class Rung:
    """A class of queries: how they are made, and what their gold is, in words."""
    name: str
    make: typing.Callable  # of a Harvest: Questions
    rows: tuple
    gold: str
    core: str = ""
    fine: str = ""
