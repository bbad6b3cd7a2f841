"""Made-up posts of our own words, with every oddness of titles, names and headings that real ones have.

They are the same each time. A generator's sites place them in files by its own conventions.
"""
import dataclasses
import json
import random
import unicodedata

WORDS = ("가을 강물 검색 겨울 계단 고양이 구름 기록 나무 낱말 노래 다리 달력 도시 도구 마을 마음 문장 바다 바람 밥상 "
         "배포 버스 별빛 봄날 부엌 사전 산책 색인 서랍 서버 설계 소리 시장 시험 약속 언덕 여름 연필 우산 운영 의자 이야기 "
         "자전거 작업 저녁 정원 종이 지도 창문 책상 커피 코드 클라우드 편지 풍경 학교 한글 항구 햇살 회고").split()

# What a title or a file's name may hold beside words. {0} and {1} are words.
TITLES = ["{0} {1}", "{0}에서 {1}까지", "[번역] {0}, 그리고 {1}!", "{0} & {1}: 무엇이 다를까?", "100% {0}", "C++과 C# {0}",
          "{0}_{1} 스네이크", "🎉 {0} 축하", "'{0}'라는 \\ {1}", "{0} (1/2) — {1}", "Hello {0} World", "{0}…{1}", "v1.2.3 {0}",
          "{0}--{1}", "Über {0} café", "{0}·{1}", "#{0} @{1}", "  {0}   {1}  ", "ㅋㅋ {0}", "漢字 {0}", "{0}\u200b{1}", "ＡＢ {0}",
          "½ {0} ①", "{0}、{1}。", "{0}~{1}", "{0} + {1} = ?", "{0}’s {1}", "100 {0}"]
NAMES = ["{0}-{1}", "{0} {1}", "{0}_{1}", "My-{0}", "v1.2.{0}", "{0}-(1)", "c++-{0}", "{0}&{1}", "NAME-{0}", "{0}.{1}",
         "{0}--{1}", "🎉-{0}", "{0},{1}", "{0}!", "café-{0}", "{0}·{1}", "[{0}]-{1}", "@{0}", "{0}~{1}", "100-{0}", "{0}+{1}",
         "{0}#{1}", "{0}%20{1}", "{0}'{1}", "½{0}①", "ㅋㅋ{0}", "_{0}_", "{0}=1;2"]
HEADINGS = ["{0} {1}", "1. {0}", "{0}와 {1}!", "{0}", "{0}", "끝", "끝", "`{0}()` 함수", "**{0}** 그리고 *{1}*",
            "[{0}](https://example.com/{1}) 읽기", "C++ & C#", "A &amp; B {0}", "{0} -- {1}", "\"{0}\"라고 '{1}'", "🎉 {0}", "???",
            "100%", "snake_case_{0}", "{0}   {1}", "{0}: {1} (2)", "Über Café", "{0}…{1}", "ΑΒΓΣ {0}", "½ {0} ①", "~~{0}~~ {1}",
            "{0}/{1}", "~{0}~", "끝-1", "<b>{0}</b>", "![{0}](a.png) {1}", "e\u0301 {0}", "{0} \\* {1}", "漢字", "{0}·{1}", "$a^2$ {0}",
            "`a < b` {0}", "... {0}", "{0}'s ...", ":smile: {0}", "h_{0}_b"]
CATEGORIES = ["개발", "요리 공책", "Dev", "C++", "2023", "생활/기록", "개발", "Über", "A&B", "한글"]
TAGS = ["검색", "여행 기록", "node.js", "C#", "SRE", "2023"]


@dataclasses.dataclass
class Article:
    """What an author wrote, wherever a generator wants it."""
    number: int
    title: str
    name: str
    date: str          # YYYY-MM-DD
    clock: str         # hh:mm:ss
    categories: list
    tags: list
    body: str

    def text(self, **keys):
        """The file: front matter of these keys (no value: left out), and the body."""
        lines = [f"{key.rstrip('_')}: {plain(value)}" for key, value in keys.items() if value is not None]
        return "---\n" + "\n".join(lines) + "\n---\n" + self.body


class Raw(str):
    """Written into the front matter as it stands."""


def plain(value):
    if isinstance(value, Raw) or isinstance(value, (bool, int)):
        return str(value).lower() if isinstance(value, bool) else str(value)
    return json.dumps(value, ensure_ascii=False)


def words_of(source):
    return source.sample(WORDS, 2)


def body_of(source, number):
    blocks = ["머리글이 없는 첫 문단."]
    for at in range(3):
        heading = HEADINGS[(number * 3 + at) % len(HEADINGS)].format(*words_of(source))
        blocks.append("#" * (1 + (number + at) % 4) + " " + heading + (" ##" if (number + at) % 7 == 0 else ""))
        blocks.append(" ".join(source.sample(WORDS, 6)) + ".")
    if number % 5 == 0:
        blocks.append(f"{source.choice(WORDS)} 밑줄\n===\n\n안쪽.\n\n같은 말\n---\n\n글.\n\n## 같은 말\n\n글.")
    if number % 6 == 0:
        blocks.append(f"## {source.choice(WORDS)} {{#own-{number}}}\n\n글.")
    return "\n\n".join(blocks) + "\n"


def articles(number, start=0):
    """So many articles. Every oddness comes before any comes again."""
    return [article(at) for at in range(start, start + number)]


def article(number):
    source = random.Random(f"geul generators 1 {number}")
    one, other = words_of(source)
    name = NAMES[number % len(NAMES)].format(one, other)
    if number % 9 == 4:
        name = unicodedata.normalize("NFD", name)
    day = f"{2015 + number % 10}-{1 + number % 12:02}-{1 + number % 28:02}"
    return Article(number, TITLES[(number * 5 + number // len(TITLES)) % len(TITLES)].format(one, other),
                   f"{name}-{number}", day, f"{number % 24:02}:{number % 60:02}:{number * 7 % 60:02}",
                   source.sample(CATEGORIES, number % 3), source.sample(TAGS, number % 4), body_of(source, number))
