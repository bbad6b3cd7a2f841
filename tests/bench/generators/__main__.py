"""Compares addresses and heading anchors with those that the generators themselves build.

usage: generators [GENERATOR...] [--posts N] [--site NAME] [--show N] [--keep DIR] [--write]

For each generator (jekyll, hugo, hexo, mkdocs: all that are installed) makes sites of N posts
(120) and more of our own words, with Hangul in titles, names and categories and every oddness that real
posts have, one site for each group of settings. Builds them with the generator, indexes them with
geul-index, and compares post by post: the address that the page itself says it has, and the id of each
heading. Prints for each site how many posts (and headings) were compared, are equal and differ, and how
many only one side publishes; below, the known reasons with their counts, and up to --show N (5) of what
differs without a known one. Exit status 1 if anything does.

--site takes the sites of that name alone; --keep leaves the sites and databases in DIR. --write writes
tests/golden/generators: smaller sites and what the generators made of them, which ./dev test holds geul
to without the generators.
"""
import argparse
import os
import pathlib
import shutil
import sys
import tempfile

import compare
import generators
import geul
import pages
import vectors


def measure(site, folder):
    """The outcomes of a site's addresses and of its anchors."""
    folder.mkdir(parents=True)
    built = generators.built_pages(site, folder)
    indexed, messages = geul.read_site(folder, folder.parent / f"{folder.name}.geul", {**os.environ, **site.environment})
    (folder.parent / f"{folder.name}.log").write_text(messages, encoding="utf-8")
    return compare.compare_addresses(site, built, indexed), compare.compare_anchors(site, built, indexed)


def line_of(label, counts):
    return (f"{label:32}{counts['compared']:9}{counts['equal']:9}{counts['different']:9}{counts['only_built']:12}"
            f"{counts['only_geul']:12}{counts['known']:9}")


def show(kind, outcomes, most):
    for reason, count in sorted(compare.reasons(outcomes).items()):
        print(f"    {count} {kind}: {reason}")
    left = compare.unexplained(outcomes)
    for outcome in left[:most]:
        print(f"    {kind} {outcome.kind}: {outcome.path}\n        site {outcome.built!r}\n        geul {outcome.geul!r}")
    if len(left) > most:
        print(f"    … and {len(left) - most} more {kind}")
    return len(left)


def compare_generator(generator, options, work):
    print(f"\n{generator.version()}")
    print(f"{'':32}{'compared':>9}{'equal':>9}{'differ':>9}{'only built':>12}{'only geul':>12}{'known':>9}")
    unknown, totals = 0, {"addresses": [], "anchors": []}
    for site in generator.sites(options.posts):
        if options.site and site.name not in options.site:
            continue
        results = dict(zip(totals, measure(site, work / generator.name / site.name)))
        for kind, outcomes in results.items():
            totals[kind] += outcomes
            print(line_of(f"{site.name} {kind}", compare.counted(outcomes)))
        for kind, outcomes in results.items():
            unknown += show(kind, outcomes, options.show)
    for kind, outcomes in totals.items():
        print(line_of(f"all {kind}", compare.counted(outcomes)))
    return unknown


def main():
    parser = argparse.ArgumentParser(usage=__doc__, add_help=False)
    parser.add_argument("generator", nargs="*")
    parser.add_argument("--posts", type=int, default=120)
    parser.add_argument("--site", action="append")
    parser.add_argument("--show", type=int, default=5)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--help", "-h", action="store_true")
    options = parser.parse_args()
    if options.help:
        print(__doc__)
        return 0
    chosen = generators.chosen(options.generator)
    if options.write:
        return vectors.write(chosen)
    if options.keep:
        shutil.rmtree(options.keep, ignore_errors=True)
    with tempfile.TemporaryDirectory() as temporary:
        unknown = [compare_generator(each, options, options.keep or pathlib.Path(temporary)) for each in chosen]
    return 1 if any(unknown) else 0


if __name__ == "__main__":
    sys.exit(main())
