"""Address by address, anchor by anchor: what the generator built beside what geul says."""
import collections
import dataclasses
import unicodedata

SHARED = "another post has the same address, and the generator wrote it over this one"
DECOMPOSED = "a heading of decomposed letters (NFD): geul composes them"
MARKS = "\u0301"
SAME, DIFFERENT, ONLY_BUILT, ONLY_GEUL = "equal", "different", "only in the site", "only in geul"


@dataclasses.dataclass
class Outcome:
    kind: str
    path: str
    built: str = ""
    geul: str = ""
    reason: str = ""


def known_reason(site, path, *values):
    """By the site's own list: a piece of the path, the address or the anchor."""
    for piece, reason in site.known.items():
        if any(piece in value for value in (path, *values)):
            return reason
    return ""


def overwritten(geul, built, path):
    """Two posts of one address: the generator writes the one over the other."""
    address = geul[path].address
    others = [other for other, page in geul.items() if other != path and page.address == address]
    return SHARED if any(other in built for other in others) else ""


def decomposed(site, path):
    """geul reads a post in NFC, so that its anchors are composed; generators keep what was typed."""
    texts = (text for name, text in site.files.items() if unicodedata.normalize("NFC", name) == path)
    return DECOMPOSED if any(mark in text for text in texts for mark in MARKS) else ""


def compare_addresses(site, built, geul):
    """One outcome for each post of either side."""
    outcomes = []
    for path in sorted({**built, **geul}):
        of_site, of_geul = built.get(path), geul.get(path)
        if of_site is None:
            outcome = Outcome(ONLY_GEUL, path, geul=of_geul.address)
        elif of_geul is None:
            outcome = Outcome(ONLY_BUILT, path, built=of_site.address)
        else:
            same = of_site.address == of_geul.address
            outcome = Outcome(SAME if same else DIFFERENT, path, of_site.address, of_geul.address)
        if outcome.kind != SAME:
            outcome.reason = known_reason(site, path, outcome.built, outcome.geul)
        if outcome.kind == ONLY_GEUL and not outcome.reason:
            outcome.reason = overwritten(geul, built, path)
        outcomes.append(outcome)
    return outcomes


def compare_anchors(site, built, geul):
    """One outcome for each heading of the posts that both sides have."""
    outcomes = []
    for path in sorted(built.keys() & geul.keys()):
        here, there = built[path].anchors, geul[path].anchors
        for at in range(max(len(here), len(there))):
            one = here[at] if at < len(here) else None
            other = there[at] if at < len(there) else None
            if one is None or other is None:
                kind = ONLY_GEUL if one is None else ONLY_BUILT
            else:
                kind = SAME if one == other else DIFFERENT
            outcome = Outcome(kind, path, one or "", other or "")
            if kind != SAME:
                outcome.reason = known_reason(site, path, one or "", other or "") or decomposed(site, path)
            outcomes.append(outcome)
    return outcomes


def counted(outcomes):
    """How many were compared, equal, different for a known reason and for none, and on one side alone."""
    kinds = collections.Counter(outcome.kind for outcome in outcomes)
    known = sum(1 for outcome in outcomes if outcome.kind != SAME and outcome.reason)
    return {"compared": kinds[SAME] + kinds[DIFFERENT], "equal": kinds[SAME], "different": kinds[DIFFERENT],
            "only_built": kinds[ONLY_BUILT], "only_geul": kinds[ONLY_GEUL], "known": known}


def reasons(outcomes):
    return collections.Counter(outcome.reason for outcome in outcomes if outcome.kind != SAME and outcome.reason)


def unexplained(outcomes):
    return [outcome for outcome in outcomes if outcome.kind != SAME and not outcome.reason]
