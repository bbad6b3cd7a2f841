"""The instrument measures what it says, on small things that are known."""
import io
import json
import pathlib
import sys
import tempfile
import unittest
from contextlib import redirect_stdout

import asked
import corpus
import measure
import printed
from results import KEPT, NOW, OLD, Results, exponent
from systems import groonga, sqlite, sqlite_build

POST = {"id": "post-1", "title": "검색 <엔진>", "date": "2023-04-05", "tags": ["검색", "색인"], "categories": ["글"],
        "authors": ["나"], "body": "## 머리말\n\n글을 색인한다.\n\n둘째 문단 & 끝."}


def question(query, options=""):
    return next(asked.parsed(f"class\t{query}\t{options}\n"))


class Forms(unittest.TestCase):
    def test_every_form_has_the_text(self):
        for form in (corpus.markdown, corpus.page, corpus.tabbed, corpus.record, corpus.groonga_record):
            made = form(POST)
            for part in ("글을 색인한다.", "2023-04-05", "post-1" if form not in (corpus.markdown, corpus.page) else "엔진"):
                self.assertIn(part, made, form.__name__)

    def test_html_is_escaped(self):
        self.assertIn("<h1>검색 &lt;엔진&gt;</h1>", corpus.page(POST))
        self.assertIn("<h2>머리말</h2>", corpus.page(POST))

    def test_a_line_for_java_is_one(self):
        line = corpus.tabbed(POST | {"body": "가\t나\n다"})
        self.assertEqual(line.count("\n"), 1)
        self.assertEqual(line.rstrip("\n").split("\t")[5], "가 나\x1e다")

    def test_a_record_goes_on_with_equal_signs(self):
        self.assertTrue(all("=" in line for line in corpus.record(POST).strip().split("\n")))

    def test_text_is_title_and_body(self):
        self.assertEqual(corpus.text_bytes({"title": "가", "body": "a"}), 4)


class Queries(unittest.TestCase):
    def test_a_line_is_taken_apart(self):
        made = question('"서버 장애"', "tag=검색 newest facets=tag,year")
        self.assertEqual((made.words, made.is_phrase, made.tag), (["서버", "장애"], True, "검색"))
        self.assertTrue(made.newest and made.facets and not made.bare)

    def test_trigrams_take_three_letters(self):
        self.assertEqual(sqlite.match_of(question("검색엔진 색인")), ('"검색엔진"', []))
        self.assertEqual(sqlite.match_of(question("색인")), ("", ["색인"]))
        self.assertEqual(sqlite.match_of(question('"글 을"')), ('"글 을"', []))

    def test_groonga_is_asked_for_any_word(self):
        command = groonga.select(question("검색 색인", "tag=가 facets=tag,year"))
        self.assertIn("--query '검색 OR 색인'", command)
        self.assertIn("""--filter 'tags @ "가"'""", command)
        self.assertIn("--drilldowns[year].keys 'year'", command)


class Sqlite(unittest.TestCase):
    def test_its_answers_are_right(self):
        posts = [POST, POST | {"id": "post-2", "date": "2022-01-01", "tags": ["검색"], "body": "검색엔진을 고른다"}]
        with tempfile.TemporaryDirectory() as folder:
            lines, database = pathlib.Path(folder, "posts"), pathlib.Path(folder, "db")
            lines.write_text("".join(json.dumps(post) + "\n" for post in posts), encoding="utf-8")
            sqlite_build.build(lines, database)
            asker = sqlite.Asker(database)
            self.assertEqual(asker.answer(question("검색엔진")), 1)
            self.assertEqual(asker.answer(question("검색", "newest facets=tag,year")), 2)
            self.assertEqual(asker.answer(question("색인", "tag=검색")), 1)
            self.assertEqual(asker.answer(question("검색엔진", "tag=색인 facets=tag,year")), 0)
            asker.connection.close()


class Costs(unittest.TestCase):
    def test_cpu_and_memory_are_the_command_s_own(self):
        lazy = measure.once([sys.executable, "-c", "import time; time.sleep(0.3)"])
        busy = measure.once([sys.executable, "-c", "x = bytearray(80_000_000)\nfor _ in range(5_000_000): pass"])
        self.assertGreater(lazy["wall"], 0.3)
        self.assertGreater(busy["cpu"], lazy["cpu"])
        self.assertGreater(busy["rss"], 80_000_000)
        self.assertLess(lazy["rss"], 40_000_000)

    def test_memory_is_not_the_driver_s(self):
        held = bytearray(150_000_000)
        self.assertLess(measure.once(["true"])["rss"], 50_000_000)
        self.assertEqual(len(held), 150_000_000)

    def test_a_failure_says_what_the_command_said(self):
        with self.assertRaisesRegex(measure.Failed, "no such thing"):
            measure.once([sys.executable, "-c", "import sys; sys.exit('no such thing')"])

    def test_the_cheapest_of_short_attempts(self):
        costs = iter([3, 1, 2])
        self.assertEqual(measure.best(lambda: None, lambda: {"cpu": next(costs), "wall": 1})["cpu"], 1)
        self.assertEqual(measure.best(lambda: None, lambda: {"cpu": 7, "wall": 100})["cpu"], 7)

    def test_percentiles(self):
        row = measure.row(100, 5, [float(number) for number in range(200, 0, -1)])
        self.assertEqual((row["median"], row["p99"], row["max"]), (100, 198, 200))

    def test_a_slow_class_is_asked_less(self):
        questions = list(asked.parsed("slow\t가\t\n" * 50))
        row = measure.timed(questions, lambda question: (2, 1.0), budget=0)["slow"]
        self.assertEqual((row["queries"], row["hits"]), (measure.LEAST, 2 * measure.LEAST))

    def test_the_table_of_a_program(self):
        self.assertEqual(measure.table_of("a b\t2\t3\t1.5\t2.5\t3.5\n"),
                         {"a b": {"queries": 2, "hits": 3, "median": 1.5, "p99": 2.5, "max": 3.5}})


class Kept(unittest.TestCase):
    def test_figures_by_version(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = Results(pathlib.Path(folder), "mark")
            self.assertIsNone(kept.find("a b", 10, "11111111"))
            kept.keep("a b", 10, "11111111", {"rows": {}})
            self.assertEqual(kept.find("a b", 10, "11111111")["state"], NOW)
            self.assertEqual(kept.find("a b", 10, "22222222")["state"], OLD)
            self.assertEqual(Results(pathlib.Path(folder), "mark").find("a b", 10, "11111111")["state"], KEPT)
            self.assertIsNone(Results(pathlib.Path(folder), "other").find("a b", 10, "11111111"))

    def test_exponents(self):
        self.assertAlmostEqual(exponent([10, 100, 1000], [5, 50, 500]), 1)
        self.assertAlmostEqual(exponent([10, 100], [3, 3]), 0)
        self.assertIsNone(exponent([10], [3]))


class Tables(unittest.TestCase):
    def test_ratios_and_marks(self):
        def size(posts, cpu):
            row = {"cpu": cpu, "wall": 2, "rss": 10**7, "bytes": 4000, "posts": posts}
            times = {group: {"queries": 2, "hits": 6, "median": 1.5, "p99": 3, "max": 4} for group in asked.CLASSES}
            geul = {"rows": {"geul": row}, "queries": times, "cold": 8.0, "state": KEPT}
            twice = {group: cells | {"median": 3.0} for group, cells in times.items()}
            peer = {"rows": {"peer": row | {"cpu": 3 * cpu}}, "queries": twice, "state": NOW, "notes": ["a note"]}
            return printed.Size(posts, 1000, {"geul": geul, "peer": peer})
        out = io.StringIO()
        with redirect_stdout(out):
            printed.print_all([size(10, 1), size(100, 10)], {"other": "not there"})
        lines = [line.split() for line in out.getvalue().split("\n")]
        self.assertIn(["peer*", "3.00", "-", "1.00", "1.00", "1.00", "5", "3.00", "2.00", "10", "4.00"], lines)
        self.assertIn(["peer*", *["2.00"] * len(asked.CLASSES)], lines)
        self.assertIn(["peer", "1.00", "0.00", "0.00", "0.00"], lines)
        self.assertIn("left out: other: not there", out.getvalue())


if __name__ == "__main__":
    unittest.main()
