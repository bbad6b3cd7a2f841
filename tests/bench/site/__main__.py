"""Measures the static search beside Pagefind on the pages of one site: what a visitor downloads and
waits for, what queries find, and how the index grows.

usage: ./dev bench site [SITE] [--only bytes,recall,growth] [--runs N] [--keep DIR]

SITE is a folder of Markdown (../shared/posts/johngrib). Pagefind 1.6 comes from npm and reads the same
posts as pages of HTML, made from the text that geul has indexed. Bytes are bodies as a host sends them
that gzips text (HTML, JavaScript, CSS, JSON) and nothing else. Slow is 150 ms and 1.6 Mbit/s, an empty
cache, until five results stand there with their excerpts. Recall and precision: gold is plain search
over the same text (./dev rungs says how queries are made); queries.tsv are classes of our own besides.
"""
import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE.parent / "rungs"))

import pages    # noqa: E402
import recall   # noqa: E402
import geul     # noqa: E402  (tests/bench/rungs)

PAGEFIND = "pagefind@1.6.0"
GEUL_PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>글</title>
<meta name="viewport" content="width=device-width"><script type="module" src="geul/geul-search.js"></script></head>
<body><geul-search mode="inline"></geul-search></body></html>
"""
PAGEFIND_PAGE = """<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>Pagefind</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="pagefind/pagefind-ui.css">
<script src="pagefind/pagefind-ui.js"></script></head><body><div id="search"></div><script src="start.js"></script></body>
</html>
"""
PAGEFIND_START = """const ui = new PagefindUI({ element: "#search", pageSize: 10, showImages: false, showSubResults: true });
const query = new URLSearchParams(location.search).get("q");
if (query) ui.triggerSearch(query);
"""
# First and second query of one visit.
VISITS = [["함수를", "검색 엔진"], ["알고리즘", "디자인 패턴"], ["만들었다", "자바스크립트"], ["데이터베이스에서", "스택"],
          ["테스트 코드", "객체지향"]]


def run(command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False, **options)
    if done.returncode:
        sys.exit(f"bench site: {' '.join(map(str, command))}:\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def export(posts, work):
    """The database and the static search of a folder of posts."""
    run([geul.INDEX, "build", posts, "--db", work / "db", "--rebuild", "--quiet"])
    shutil.rmtree(work / "geul", ignore_errors=True)
    run([geul.INDEX, "site", "--db", work / "db", "--out", work / "geul"])


def build_pagefind(work):
    tools = ROOT / "build" / "pagefind"
    tools.mkdir(parents=True, exist_ok=True)
    if not (tools / "node_modules" / "pagefind").is_dir():
        run(["npm", "install", "--prefix", tools, "--no-save", PAGEFIND])
    pages.write_pages(geul.texts(work / "db"), work)
    run([tools / "node_modules" / ".bin" / "pagefind", "--site", work, "--glob", "p/**/*.html"])


def write_site(posts, work):
    export(posts, work)
    build_pagefind(work)
    (work / "geul.html").write_text(GEUL_PAGE, encoding="utf-8")
    (work / "pagefind.html").write_text(PAGEFIND_PAGE, encoding="utf-8")
    (work / "start.js").write_text(PAGEFIND_START, encoding="utf-8")


def size_of(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def cost(work, engine, runs):
    settings = work / f"{engine}.json"
    settings.write_text(json.dumps({"root": str(work), "engine": engine, "queries": VISITS, "runs": runs}), encoding="utf-8")
    return json.loads(run(["node", HERE / "cost.mjs", settings]))


def mean_bytes(steps, name):
    return statistics.fmean(step[name]["bytes"] for step in steps)


def median(times):
    """Of those that came to five results."""
    times = [time for time in times if time is not None]
    return statistics.median(times) if times else float("nan")


def cost_rows(measured):
    steps = measured["steps"]
    load, focus = mean_bytes(steps, "load"), mean_bytes(steps, "focus")
    return {"page load": load, "through focus": load + focus, "first query": mean_bytes(steps, "first"),
            "all of it": load + focus + mean_bytes(steps, "first"), "second query": mean_bytes(steps, "second"),
            "ms to five, local": median(measured["local"]), "ms to five, slow": median(measured["slow"])}


def print_bytes(work, runs):
    ours, theirs = (cost_rows(cost(work, engine, runs)) for engine in ("geul", "pagefind"))
    for name, folder in (("geul", "geul"), ("pagefind", "pagefind")):
        files, total = size_of(work / folder)
        print(f"{name}: {files} files, {total / 1e6:.2f} MB")
    print(f"\n{'bytes by step, mean of ' + str(len(VISITS)):34}{'geul':>10}{'pagefind':>10}{'ratio':>8}")
    for name, value in ours.items():
        print(f"{name:34}{value:10.0f}{theirs[name]:10.0f}{value / theirs[name]:8.2f}")


def print_words(work):
    """What single words take of the index: term files alone, by the files that a query fetched."""
    measured = cost(work, "geul", 0)
    words = [sum(size for name, size in step["first"]["names"] if "/t/" in name) / len(step["queries"][0].split())
             for step in measured["steps"]]
    print(f"index bytes a word of a query: mean {statistics.fmean(words):.0f}, most {max(words):.0f}")


def print_growth(posts, work):
    print(f"\n{'copies of the pages':24}{'geul.bin':>10}{'pagefind meta':>15}{'geul MB':>9}{'pagefind MB':>13}")
    for copies in (1, 2, 4):
        place = work / f"grown{copies}"
        pages.write_copies(posts, place / "posts", copies)
        export(place / "posts", place)
        build_pagefind(place)
        meta = sum(path.stat().st_size for path in (place / "pagefind").glob("pagefind.*.pf_meta"))
        print(f"{copies:<24}{(place / 'geul' / 'geul.bin').stat().st_size:10}{meta:15}"
              f"{size_of(place / 'geul')[1] / 1e6:9.2f}{size_of(place / 'pagefind')[1] / 1e6:13.2f}")


def arguments_of(command_line):
    parser = argparse.ArgumentParser(prog="./dev bench site", description=__doc__, usage=argparse.SUPPRESS,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("site", nargs="?", type=pathlib.Path, default=ROOT.parent / "shared" / "posts" / "johngrib")
    parser.add_argument("--only", type=lambda text: text.split(","), default=["bytes", "recall", "growth"])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--keep", type=pathlib.Path)
    arguments = parser.parse_args(command_line)
    if not arguments.site.is_dir():
        parser.error(f"there is no folder {arguments.site}")
    return arguments


def main():
    arguments = arguments_of(sys.argv[1:])
    with tempfile.TemporaryDirectory(prefix="geul-site-") as temporary:
        work = arguments.keep or pathlib.Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        write_site(arguments.site, work)
        if "bytes" in arguments.only:
            print_bytes(work, arguments.runs)
            print_words(work)
        if "recall" in arguments.only:
            recall.print_tables(arguments.site.resolve().name, work)
        if "growth" in arguments.only:
            print_growth(arguments.site, work)


if __name__ == "__main__":
    main()
