"""Made-up posts are the same each time, and look like the posts that they are made of."""
import json
import pathlib
import tempfile
import unittest

from generator import Generator, zipf
from model import PARAGRAPH, Model

POST = """---
title: 제목
---
# 머리말

{} 글을 색인하고 검색하는 일은 생각보다 어렵다. 낱말과 조사를 나누는 규칙이 있어야 한다. 그래서 글을 모으고,
낱말을 세고, 규칙을 고치고, 다시 글을 모은다. 그리고 [주소](https://example.com/a) 같은 것은 글이 아니다.

```
let secret = 1;
```
"""


def generator():
    with tempfile.TemporaryDirectory() as folder:
        for number in range(3):
            pathlib.Path(folder, f"{number}.md").write_text(POST.format("가" * (number + 2)), encoding="utf-8")
        return Generator(Model(pathlib.Path(folder)))


class Posts(unittest.TestCase):
    def test_the_model_has_prose_and_code_apart(self):
        model = generator().model
        self.assertEqual(model.posts, 3)
        self.assertEqual(model.code, ["let secret = 1;\n"] * 3)
        self.assertNotIn("secret", model.words)
        self.assertNotIn("제목", model.words)
        self.assertFalse([word for word in model.words if "http" in word])
        self.assertEqual(len(model.places["색인하고"]), 3)

    def test_a_post_is_the_same_each_time(self):
        one, other = generator(), generator()
        self.assertEqual([one.line(number) for number in range(20)], [other.line(number) for number in range(20)])
        self.assertNotEqual(one.post(1)["body"], one.post(2)["body"])

    def test_words_follow_as_they_do_in_the_posts(self):
        made = generator()
        follows = set(zip(made.model.words, made.model.words[1:]))
        words = made._words(made.random(1), 2000)
        odd = [pair for pair in zip(words, words[1:]) if pair not in follows and PARAGRAPH not in pair]
        self.assertLess(len(odd), 0.05 * len(words))  # glued words, and jumps from the last word to the first

    def test_a_post_is_a_record(self):
        made = generator()
        for number in range(50):
            post = json.loads(made.line(number))
            self.assertTrue(post["title"] and post["body"])
            self.assertRegex(post["date"], r"^20(1[2-9]|2[0-5])-\d\d-\d\d$")
            self.assertLessEqual(set(post["tags"]), set(made.tags))
            self.assertEqual(post["body"].count("~~~") % 2, 0)

    def test_zipf(self):
        self.assertEqual(zipf(3), [1, 1.5, 1.5 + 1 / 3])


if __name__ == "__main__":
    unittest.main()
