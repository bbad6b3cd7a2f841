// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/analyzer.hpp"

#include "common/analysis/characters.hpp"
#include "common/analysis/core/function_word.hpp"
#include "common/analysis/run_text.hpp"
#include "common/analysis/word_reader.hpp"
#include "common/base/format.hpp"
#include "common/text/versions.hpp"
#include "korean_tables.hpp"

namespace geul::analysis {
namespace {

/// Counts the changes of the chain that could give one text other terms; tables and Unicode's
/// version are named apart.
constexpr int kChainVersion = 1;

}  // namespace

struct Analyzer::State {
  WordReader reader;
};

Analyzer::Analyzer() : state_(std::make_unique<State>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, const Sink& sink) {
  state_->reader.read(text, sink);
}

bool is_function_word(std::string_view surface) {
  Scanner scanner;
  scanner.reset(surface);
  RunFolder folder;
  bool found = false;
  for (Piece piece = scanner.next(); piece.kind != Kind::end; piece = scanner.next()) {
    if (piece.kind == Kind::symbol || piece.kind == Kind::space) continue;
    const std::u16string_view run =
        piece.kind == Kind::hangul ? folder.syllables(surface, piece) : std::u16string_view();
    if (found || run.empty() || !core::is_function_run({run.data(), run.size()})) return false;
    found = true;
  }
  return found;
}

std::string fingerprint() {
  return geul::format("geul-{} tables:{} unicode:{}", kChainVersion, core::tables::kHash,
                      text::unicode_version());
}

}  // namespace geul::analysis
