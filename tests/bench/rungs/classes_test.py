"""The classes of queries on a small site of which it is known what should be found."""
import json
import re
import unittest

import classes
import half_typed
import initials
import layouts
import predicates
import scoring
import spellings
from harvest import Harvest
from posts import Site
from question import Question

SENTENCES = ["데이터를 모은다", "데이터가 많다", "데이터의 크기", "데이터", "검색엔진을 만든다", "검색 엔진의 속도"]
POSTS = [[title, "\n".join(SENTENCES)] for title in ("하나", "둘", "셋")] + [
    ["빅데이터베이스"], ["데이트"], ["이터널 데이즈"], ["1,000원"], ["가격은 1000원"], ["10만 개"], ["100000"], ["가 21000"],
    *([["다른 글"]] * 4)]


def site():
    return Site("small", [json.dumps({"id": str(number), "pieces": pieces}) for number, pieces in enumerate(POSTS)])


class Classes(unittest.TestCase):
    def setUp(self):
        self.site = site()
        self.harvest = Harvest(self.site)

    def test_nouns_take_particles(self):
        self.assertEqual(self.harvest.all_nouns, ["데이터"])

    def test_what_is_typed_begins_a_syllable(self):
        typed = half_typed.TypedTexts(self.site)
        anywhere, at_front = typed.posts("epdlx")
        self.assertEqual(anywhere, {0, 1, 2, 3, 4})  # 데이트 too, but not 이터널
        self.assertEqual(at_front, {0, 1, 2, 4})

    def test_prefixes_of_keys(self):
        self.assertEqual([keys for keys, _ in half_typed.prefixes("데이터")], ["epd", "epdl", "epdlx"])
        self.assertEqual([whole for _, whole in half_typed.prefixes("데이터")], [1, 2, 2])
        self.assertEqual(half_typed.renderings("데이터", "epdlx", 2),
                         [(half_typed.AS_SHOWN, "데잍"), (half_typed.LONE, "데이ㅌ")])
        self.assertEqual(half_typed.renderings("컬리", "zjff", 1), [(half_typed.AS_SHOWN, "컬ㄹ")])
        self.assertEqual(half_typed.renderings("알고리즘", "dkfrhflwm", 3), [(half_typed.AS_SHOWN, "알고리즈")])

    def test_initials_are_those_of_whole_words(self):
        stems = initials.Stems(self.harvest)
        self.assertEqual(stems.matching("ㄷㅇㅌ"), {0, 1, 2, 4})
        self.assertEqual(stems.matching("ㄷㅇ터"), {0, 1, 2})
        self.assertEqual(stems.matching("ㅇㅌ"), frozenset())

    def test_numbers_in_all_their_spellings(self):
        question = spellings.number_question(self.site, 1000, "1000", "row")
        self.assertEqual(question.gold, {6, 7})
        self.assertEqual(question.core, {6})
        self.assertEqual(spellings.number_question(self.site, 100_000, "10만", "row").gold, {8, 9})

    def test_the_longer_beginning_decides_of_a_verb(self):
        self.assertEqual(predicates.posts_with(self.site, ("모은",), ("모",)), {0, 1, 2})
        self.assertEqual(predicates.posts_with(self.site, ("모",), ("모은",)), frozenset())

    def test_whole_words(self):
        pattern = layouts.whole_word("sre")
        for text, found in [("sre팀", True), ("(sre)", True), ("presre", False), ("sre2", False), ("sre_x", True)]:
            self.assertEqual(bool(re.search(pattern, text)), found, text)

    def test_questions_are_the_same_each_time_and_in_rows_of_their_class(self):
        for rung in classes.RUNGS:
            asked = rung.make(self.harvest)
            self.assertEqual(asked, rung.make(Harvest(site())))
            self.assertLessEqual({row for question in asked for row in question.rows},
                                 {row.title for row in rung.rows})


class Scoring(unittest.TestCase):
    def test_figures(self):
        question = Question("a", "a", frozenset({1, 2, 3, 4}), ("row",), "a", core=frozenset({1, 9}), fine=frozenset({5}))
        score = scoring.score(question, [1, 5, 2, 6, 3])
        self.assertEqual((score.recall, score.core, score.precision, score.fine), (0.75, 0.5, 0.6, 0.8))
        self.assertEqual((score.at_gold, score.first), (0.5, True))

    def test_nothing_found(self):
        score = scoring.score(Question("a", "a", frozenset({1}), ("row",), "a"), [])
        self.assertEqual((score.recall, score.precision, score.first), (0, None, False))
        self.assertEqual(scoring.summary([score])["found"], 0)


if __name__ == "__main__":
    unittest.main()
