// SPDX-License-Identifier: GPL-2.0-or-later
// What the C++ analysis makes of texts, for the tests of the browser's:
//
//     dump-tokens tokens [WORD...]        each line of stdin, a JSON string, as a JSON array of
//                                         [family, script, term, begin, end, word, position]
//     dump-tokens words [WORD...]         the same of single words: [alternates, is_particle,
//                                         is_function_word, is_native_stem]
//     dump-tokens fold                    [fold, fold_name] of each line
//     dump-tokens random SEED TEXTS       random texts as JSON strings
//     dump-tokens fingerprint
//
// WORDs are the user's. Offsets are bytes.
#include <iostream>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/base/json.hpp"
#include "common/text/normalize.hpp"
#include "tests/support/random_text.hpp"

namespace {

using geul::Json;
using geul::analysis::Analyzer;

constexpr const char* kFamilies[] = {"word",          "variant",   "part",     "pair",
                                     "crossing_pair", "tail_pair", "alternate"};
constexpr const char* kScripts[] = {"other", "latin", "digit", "hangul",
                                    "han",   "kana",  "emoji", "mark"};

Json tokens_of(Analyzer& analyzer, const std::string& text) {
  Json tokens = Json::array();
  analyzer.analyze(text, [&](const geul::analysis::Token& token) {
    tokens.push_back({kFamilies[static_cast<std::size_t>(token.family)],
                      kScripts[static_cast<std::size_t>(token.script)], token.term,
                      token.span.begin, token.span.end, token.word, token.position});
  });
  return tokens;
}

Json word_of(Analyzer& analyzer, const std::string& word) {
  namespace analysis = geul::analysis;
  return {analyzer.alternates_of(word), analysis::is_particle(word),
          analysis::is_function_word(word), analysis::is_native_stem(word)};
}

template <class Answer>
int answer_lines(const Answer& answer) {
  for (std::string line; std::getline(std::cin, line);) {
    const auto text = geul::parse_json(line);
    if (!text || !text->is_string()) return 2;
    std::cout << answer(text->get<std::string>()).dump() << '\n';
  }
  return 0;
}

int print_random(const std::string& seed, const std::string& texts) {
  geul::test::RandomText random(std::stoull(seed));
  for (unsigned long i = std::stoul(texts); i != 0; --i)
    std::cout << Json(random.text(1 + random.below(30))).dump() << '\n';
  return 0;
}

int run(const std::string& what, const std::vector<std::string>& arguments) {
  if (what == "fold")
    return answer_lines([](const std::string& text) {
      return Json({geul::text::fold(text), geul::text::fold_name(text)});
    });
  if (what == "random") return print_random(arguments.at(0), arguments.at(1));
  if (what == "fingerprint") {
    std::cout << geul::analysis::fingerprint() << '\n';
    return 0;
  }
  Analyzer analyzer(geul::analysis::make_dictionary(arguments));
  if (what == "words")
    return answer_lines([&](const std::string& text) { return word_of(analyzer, text); });
  return answer_lines([&](const std::string& text) { return tokens_of(analyzer, text); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ios::sync_with_stdio(false);
  return run(argv[1], {argv + 2, argv + argc});
}
