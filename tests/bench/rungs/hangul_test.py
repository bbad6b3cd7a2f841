"""Laws and examples of hangul.py."""
import random
import unittest

import hangul


def random_text(generator):
    return "".join(chr(generator.randint(0xAC00, 0xD7A3)) for _ in range(generator.randint(1, 6)))


class Hangul(unittest.TestCase):
    def test_every_syllable_is_its_parts(self):
        for code in range(0xAC00, 0xD7A4):
            self.assertEqual(hangul.syllable_of(*hangul.parts(chr(code))), chr(code))

    def test_what_is_typed_is_what_appears(self):
        generator = random.Random("두벌식")
        for _ in range(5000):
            text = random_text(generator)
            self.assertEqual(hangul.compose(hangul.keys_of(text)), text)

    def test_a_prefix_of_keys_shows_the_syllables_before_it(self):
        generator = random.Random("prefix")
        for _ in range(500):
            text = random_text(generator)
            keys = hangul.keys_of(text)
            for length in range(len(keys) + 1):
                shown = hangul.compose(keys[:length])
                self.assertEqual(hangul.keys_of(shown), keys[:length])
                self.assertEqual(shown[:-2], text[:len(shown[:-2])])

    def test_composition(self):
        for keys, shown in [("epdlx", "데잍"), ("epdlxj", "데이터"), ("dkfrhflw", "알고맂"), ("zjavbx", "컴픁"),
                            ("zjff", "컬ㄹ"), ("zjffl", "컬리"), ("react", "ㄱㄷㅁㅊㅅ"), ("SRE", "ㄴㄲㄸ"), ("sre", "ㄴㄱㄷ"),
                            ("spring", "네갸ㅜㅎ"), ("rhk", "과"), ("rhks", "관"), ("rkqt", "값"), ("rkqtdl", "값이"),
                            ("rkqtl", "갑시"), ("gkE", "하ㄸ"), ("hkl", "ㅘㅣ"), ("rkRk", "가까"), ("", "")]:
            self.assertEqual(hangul.compose(keys), shown, keys)

    def test_keys(self):
        for text, keys in [("컬리", "zjffl"), ("쿠버네티스", "znqjspxltm"), ("닭", "ekfr"), ("왜", "dho"), ("데이ㅌ", "epdlx"),
                           ("React 18", "React 18"), ("ㅘ", "hk")]:
            self.assertEqual(hangul.keys_of(text), keys)

    def test_initials(self):
        self.assertEqual(hangul.initials("쿠버네티스"), "ㅋㅂㄴㅌㅅ")
        self.assertEqual(hangul.initials("꽃 밭 2"), "ㄲ ㅂ 2")


if __name__ == "__main__":
    unittest.main()
