"""Hangul syllables, their letters (jamo), and the 두벌식 keyboard (KS X 5002).

Keystrokes are written as the letters on an English layout, so that "데" is "ep" and "과" is "rhk":
one character a keystroke, capitals with shift. `compose` is an input method: what appears when
these keys are pressed.
"""
SYLLABLES = 0xAC00
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]

KEYS = {
    **dict(zip("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", "rsefaqtdwczxvg")),
    **dict(zip("ㄲㄸㅃㅆㅉ", "REQTW")),
    **dict(zip("ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣ", "kijuhynbml")),
    **dict(zip("ㅐㅒㅔㅖ", "oOpP")),
    "ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml",
    "ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft", "ㄾ": "fx", "ㄿ": "fv",
    "ㅀ": "fg", "ㅄ": "qt",
}
LETTERS = {keys: letter for letter, keys in KEYS.items()}


def is_syllable(character):
    return SYLLABLES <= ord(character) <= 0xD7A3


def is_hangul(text):
    return all(map(is_syllable, text)) and bool(text)


def parts(syllable):
    """The initial, vowel and final of a syllable; the final may be empty."""
    number = ord(syllable) - SYLLABLES
    return INITIALS[number // 588], VOWELS[number // 28 % 21], FINALS[number % 28]


def syllable_of(initial, vowel, final=""):
    return chr(SYLLABLES + (INITIALS.index(initial) * 21 + VOWELS.index(vowel)) * 28 + FINALS.index(final))


def has_final(syllable):
    return (ord(syllable) - SYLLABLES) % 28 != 0


def initials(text):
    """쿠버네티스: ㅋㅂㄴㅌㅅ. What is no syllable stays."""
    return "".join(parts(character)[0] if is_syllable(character) else character for character in text)


def keys_of_character(character):
    """The keys of a syllable or letter; empty for what has none."""
    if is_syllable(character):
        return "".join(KEYS[part] for part in parts(character) if part)
    return KEYS.get(character, "")


def keys_of(text):
    """The keys on an English layout that type a text: 컬리 is zjffl. What is no Hangul stays."""
    return "".join(keys_of_character(character) or character for character in text)


class _Composer:
    """An input method: the finished text, and the syllable being composed."""

    def __init__(self):
        self.text = ""
        self.initial = self.vowel = self.final = ""

    def flush(self):
        if self.initial and self.vowel:
            self.text += syllable_of(self.initial, self.vowel, self.final)
        else:
            self.text += self.initial + self.vowel + self.final
        self.initial = self.vowel = self.final = ""

    def consonant(self, letter):
        if self.initial and self.vowel:
            joined = LETTERS.get(KEYS[self.final] + KEYS[letter]) if self.final else letter
            if joined in FINALS:
                self.final = joined
                return
        self.flush()
        self.initial = letter

    def vowel_pressed(self, letter):
        if self.final:  # the last consonant opens the next syllable after all: 맂 + ㅡ is 리즈
            *stays, moves = KEYS[self.final]
            self.final = LETTERS["".join(stays)] if stays else ""
            self.flush()
            self.initial, self.vowel = LETTERS[moves], letter
        elif self.vowel:
            joined = LETTERS.get(KEYS[self.vowel] + KEYS[letter])
            if joined:
                self.vowel = joined
            else:
                self.flush()
                self.vowel = letter
        else:
            self.vowel = letter

    def press(self, key):
        letter = LETTERS.get(key) or LETTERS.get(key.lower())
        if letter is None:
            self.flush()
            self.text += key
        elif letter in VOWELS:
            self.vowel_pressed(letter)
        else:
            self.consonant(letter)


def compose(keys):
    """What an input method makes of keys: "zjffl" is 컬리, "epdlx" 데잍, "react" ㄱㄷㅁㅊㅅ."""
    composer = _Composer()
    for key in keys:
        composer.press(key)
    composer.flush()
    return composer.text
