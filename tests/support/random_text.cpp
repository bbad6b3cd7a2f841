// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/random_text.hpp"

#include "common/text/utf8.hpp"

namespace geul::test {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

const std::vector<Range>& code_point_ranges() {
  static const std::vector<Range> ranges{
      {0xAC00, 0xD7A3},   {0x1100, 0x1112}, {0x1161, 0x1175}, {0x11A8, 0x11C2}, {0x3131, 0x318E},
      {0x4E00, 0x9FFF},   {0x3041, 0x3096}, {0x30A1, 0x30FA}, {0xFF01, 0xFF5E}, {0xFFA1, 0xFFBE},
      {0x0300, 0x036F},   {0x00C0, 0x024F}, {0x0391, 0x03C9}, {0x0410, 0x044F}, {0x1F300, 0x1F64F},
      {0x1F1E6, 0x1F1FF}, {0x200B, 0x200F}, {0x0001, 0x001F}, {0x0E01, 0x0E3A}, {0xE000, 0xE010},
      {0x1D400, 0x1D433}, {0xFE00, 0xFE0F}, {0x0660, 0x0669}, {0x0021, 0x007E},
  };
  return ranges;
}

const std::vector<std::string>& stems() {
  static const std::vector<std::string> words{"검색",
                                              "엔진",
                                              "데이터",
                                              "데이터베이스",
                                              "컬리",
                                              "고양이",
                                              "나이",
                                              "사과",
                                              "학교",
                                              "쿠버네티스",
                                              "만들",
                                              "먹",
                                              "사용하",
                                              "구현되",
                                              "아름답",
                                              "돕",
                                              "부르",
                                              "흐르",
                                              "알고리즘",
                                              "서버",
                                              "글",
                                              "책",
                                              "SRE",
                                              "C++",
                                              "C#",
                                              ".NET",
                                              "node.js",
                                              "CI/CD",
                                              "v1.2.3",
                                              "8.0",
                                              "k8s",
                                              "README",
                                              "useState",
                                              "韓國",
                                              "ひらがな",
                                              "ㅋㅋ",
                                              "ㅌ",
                                              "2022",
                                              "10만",
                                              "🙂",
                                              "👨‍👩‍👧",
                                              "API"};
  return words;
}

const std::vector<std::string>& tails() {
  static const std::vector<std::string> words{
      "",     "",     "",     "은", "는", "이", "가",   "을",   "를",     "에",   "에서", "에서는",
      "으로", "로",   "와",   "과", "도", "만", "부터", "까지", "다",     "고",   "지만", "습니다",
      "었다", "했다", "하는", "한", "된", "들", "들은", "이다", "입니다", "예요", "적인", "팀이"};
  return words;
}

}  // namespace

std::size_t RandomText::below(std::size_t bound) {
  return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
}

std::string RandomText::word() {
  if (!one_in(4)) return pick(stems()) + pick(tails());
  std::string word;
  const std::size_t length = one_in(50) ? 300 : 1 + below(8);
  const Range* range = &pick(code_point_ranges());
  for (std::size_t i = 0; i < length; ++i) {
    if (one_in(4)) range = &pick(code_point_ranges());
    text::append_utf8(word,
                      range->first + static_cast<char32_t>(below(range->last - range->first + 1)));
  }
  return word;
}

std::string RandomText::text(std::size_t words) {
  static const std::vector<std::string> gaps{" ",  " ", " ",  " ",    "\n",     ", ",
                                             ". ", "(", ") ", "\n\n", "\t",     " - ",
                                             "\"", "'", "/",  "·",    "\u3000", "\u00A0"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += word();
    text += pick(gaps);
  }
  return text;
}

std::string RandomText::bytes(std::size_t about) {
  std::string bytes;
  while (bytes.size() < about) {
    if (one_in(2)) {
      bytes += word();
    } else {
      bytes += static_cast<char>(static_cast<unsigned char>(below(256)));
    }
  }
  return bytes;
}

}  // namespace geul::test
