"""The instrument compares what it says, on small things that are known."""
import pathlib
import tempfile
import unittest

import compare
import pages
from pages import Page
from posts import NAMES, TITLES, Raw, articles
from site_files import Site, toml, yaml

PAGE = """<html><head><meta name="source" content="_posts/가 &amp; 나.md"><meta name="address" content="/%EA%B0%80/">
</head><body><h1 id="outside">x</h1><main><h2 id="하나">하나</h2><p>글</p><h3>없음</h3></main></body></html>"""


class Pages(unittest.TestCase):
    def test_a_page_names_its_source_and_address(self):
        source, page = pages.read_page(PAGE)
        self.assertEqual(source, "_posts/가 & 나.md")
        self.assertEqual(page, Page("/가/", ["하나", ""]))
        self.assertIsNone(pages.read_page("<html><head></head></html>"))

    def test_a_site_is_read_from_its_root_on(self):
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder).resolve()
            (root / "out" / "a").mkdir(parents=True)
            (root / "out" / "a" / "index.html").write_text(PAGE.replace("_posts", f"{root}/_posts"), encoding="utf-8")
            (root / "out" / "a.txt").write_text(PAGE, encoding="utf-8")
            self.assertEqual(list(pages.read_site(root / "out", "", root)), ["_posts/가 & 나.md"])
            self.assertEqual(list(pages.read_site(root / "out", "x/", root)), ["x/_posts/가 & 나.md"])


class Comparison(unittest.TestCase):
    def site(self, **known):
        return Site("s", {"c.md": "# e\u0301"}, [], "out", known=known)

    def test_addresses(self):
        built = {"a.md": Page("/a/", []), "b.md": Page("/b/", []), "only.md": Page("/o/", []), "twin.md": Page("/t/", [])}
        geul = {"a.md": Page("/a/", []), "b.md": Page("/c/", []), "extra.md": Page("/e/", []), "other.md": Page("/t/", []),
                "twin.md": Page("/t/", [])}
        outcomes = compare.compare_addresses(self.site(only="on purpose"), built, geul)
        self.assertEqual(compare.counted(outcomes), {"compared": 3, "equal": 2, "different": 1, "only_built": 1, "only_geul": 2, "known": 2})
        self.assertEqual([each.path for each in compare.unexplained(outcomes)], ["b.md", "extra.md"])

    def test_anchors(self):
        built = {"a.md": Page("/a/", ["x", "y"]), "c.md": Page("/c/", ["e\u0301"])}
        geul = {"a.md": Page("/a/", ["x", "z", "extra"]), "c.md": Page("/c/", ["\u00e9"])}
        outcomes = compare.compare_anchors(self.site(), built, geul)
        self.assertEqual(compare.counted(outcomes), {"compared": 3, "equal": 1, "different": 2, "only_built": 0, "only_geul": 1, "known": 1})
        self.assertEqual(len(compare.unexplained(outcomes)), 2)


class Posts(unittest.TestCase):
    def test_they_are_the_same_each_time_and_hold_every_oddness(self):
        one, other = articles(60), articles(60)
        self.assertEqual(one, other)
        self.assertEqual(len({article.name for article in one}), 60)
        for marks in ("🎉", "½", "%20", "#", "+", "@"):
            self.assertTrue(any(marks in article.name for article in one), marks)
        self.assertGreaterEqual(len(one), max(len(NAMES), len(TITLES)))

    def test_front_matter(self):
        text = articles(1)[0].text(title='"가"', date=Raw("2020-01-02"), draft=False, slug=None)
        self.assertTrue(text.startswith('---\ntitle: "\\"가\\""\ndate: 2020-01-02\ndraft: false\n---\n'))

    def test_settings(self):
        self.assertEqual(toml({"a b": {"c": [1, True, "가"]}}), '"a b" = {"c" = [1, true, "가"]}\n')
        self.assertIn('"가"', yaml({"a": "가"}))


if __name__ == "__main__":
    unittest.main()
