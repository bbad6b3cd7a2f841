// SPDX-License-Identifier: GPL-2.0-or-later
// analysis_terms: reads lines from the standard input and prints for each one line of its terms, as
// family:term with spaces between. Tabs part a line into pieces that are analysed each on its own,
// as the fields of a post are. With --alternates a piece is a word of a query, and its alternates
// are among the terms.
#include <iostream>
#include <string>
#include <string_view>

#include "common/analysis/analyzer.hpp"
#include "query/render/json.hpp"

namespace {

void append_term(geul::analysis::Family family, std::string_view term, std::string& out) {
  if (!out.empty()) out += ' ';
  out += geul::query::name_of(family);
  out += ':';
  out += term;
}

void append_terms(geul::analysis::Analyzer& analyzer, std::string_view piece, std::string& out) {
  analyzer.analyze(piece, [&out](const geul::analysis::Token& token) {
    append_term(token.family, token.term, out);
  });
}

void append_alternates(const geul::analysis::Analyzer& analyzer, std::string_view word,
                       std::string& out) {
  for (const std::string& term : analyzer.alternates_of(word))
    append_term(geul::analysis::Family::alternate, term, out);
}

}  // namespace

int main(int argc, char** argv) {
  const bool alternates = argc > 1 && std::string_view(argv[1]) == "--alternates";
  std::ios::sync_with_stdio(false);
  geul::analysis::Analyzer analyzer;
  std::string terms;
  for (std::string line; std::getline(std::cin, line);) {
    terms.clear();
    for (std::string_view rest = line; !rest.empty();) {
      const std::string_view piece = rest.substr(0, rest.find('\t'));
      append_terms(analyzer, piece, terms);
      if (alternates) append_alternates(analyzer, piece, terms);
      rest.remove_prefix(piece.size() == rest.size() ? rest.size() : piece.size() + 1);
    }
    std::cout << terms << '\n';
  }
  return std::cout.flush() ? 0 : 1;
}
