import json
import pathlib
import tempfile
import unittest

import pages

POST = {"id": "a.md", "title": "<빵> & 글", "sections": [
    {"heading": "", "text": "첫 줄\n둘째 줄", "code": ""},
    {"heading": "굽는 법", "text": "", "code": "if (a < b) {}"}]}


class Pages(unittest.TestCase):
    def test_text_is_escaped_and_parted(self):
        page = pages.page(POST)
        self.assertIn("<h1>&lt;빵&gt; &amp; 글</h1>", page)
        self.assertIn("<p>첫 줄</p>\n<p>둘째 줄</p>", page)
        self.assertIn('<h2 id="s1">굽는 법</h2>', page)
        self.assertIn("<pre><code>if (a &lt; b) {}</code></pre>", page)

    def test_each_post_has_a_page_by_its_number(self):
        with tempfile.TemporaryDirectory() as folder:
            pages.write_pages([json.dumps(POST), json.dumps(POST)], pathlib.Path(folder))
            self.assertTrue((pathlib.Path(folder) / "p" / "1" / "index.html").is_file())

    def test_copies_are_older(self):
        self.assertEqual(pages.shifted("---\ndate  : 2018-01-05 09:00\ntitle: a\n---\n", 11),
                         "---\ndate  : 2017-12-25 09:00\ntitle: a\n---\n")
        self.assertEqual(pages.shifted("date: 2018-13-05", 11), "date: 2018-13-05")

    def test_copies_are_complete(self):
        with tempfile.TemporaryDirectory() as folder:
            source, copies = pathlib.Path(folder) / "source", pathlib.Path(folder) / "copies"
            (source / "sub").mkdir(parents=True)
            (source / "sub" / "a.md").write_text("date: 2018-01-05\n", encoding="utf-8")
            pages.write_copies(source, copies, 2)
            self.assertEqual(sorted(path.read_text() for path in copies.rglob("*.md")),
                             ["date: 2017-12-25\n", "date: 2018-01-05\n"])


if __name__ == "__main__":
    unittest.main()
