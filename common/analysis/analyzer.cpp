// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/analyzer.hpp"

#include <utility>

#include "common/analysis/characters.hpp"
#include "common/analysis/core/function_word.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/key.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "common/analysis/run_text.hpp"
#include "common/analysis/word_reader.hpp"
#include "common/base/format.hpp"
#include "common/text/versions.hpp"
#include "korean_tables.hpp"

namespace geul::analysis {
namespace {

/// Counts the changes of the chain that could give one text other terms; tables and Unicode's
/// version are named apart.
constexpr int kChainVersion = 3;

/// The one Hangul run of a word, with nothing but punctuation around it; empty for other words.
/// Returns  a view into `folder`.
std::u16string_view sole_run(std::string_view surface, RunFolder& folder) {
  Scanner scanner;
  scanner.reset(surface);
  std::u16string_view run;
  for (Piece piece = scanner.next(); piece.kind != Kind::end; piece = scanner.next()) {
    if (piece.kind == Kind::symbol || piece.kind == Kind::space) continue;
    if (piece.kind != Kind::hangul || !run.empty()) return {};
    run = folder.syllables(surface, piece);
    if (run.empty()) return {};
  }
  return run;
}

}  // namespace

struct Analyzer::State {
  explicit State(std::shared_ptr<const Dictionary> given)
      : dictionary(std::move(given)),
        words(dictionary ? dictionary->view() : core::UserWords{}),
        reader(words) {}

  std::shared_ptr<const Dictionary> dictionary;
  core::UserWords words;
  WordReader reader;
};

Analyzer::Analyzer(std::shared_ptr<const Dictionary> dictionary)
    : state_(std::make_unique<State>(std::move(dictionary))) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, const Sink& sink) {
  state_->reader.read(text, sink);
}

bool is_function_word(std::string_view surface) {
  RunFolder folder;
  const std::u16string_view run = sole_run(surface, folder);
  return !run.empty() && core::is_function_run({run.data(), run.size()});
}

bool is_native_stem(std::string_view term) {
  RunFolder folder;
  const std::u16string_view run = sole_run(term, folder);
  return !run.empty() && core::is_native(core::Stem({run.data(), run.size()}, run.size()));
}

bool is_particle(std::string_view surface) {
  RunFolder folder;
  const std::u16string_view run = sole_run(surface, folder);
  return core::is_bare_particle({run.data(), run.size()}, core::Attachment::word);
}

std::vector<std::string> Analyzer::alternates_of(std::string_view surface) const {
  RunFolder folder;
  const std::u16string_view run = sole_run(surface, folder);
  const core::Alternates found = core::alternates_of({run.data(), run.size()}, state_->words);
  std::vector<std::string> terms(found.size);
  for (std::size_t i = 0; i < found.size; ++i) {
    write_utf8({found.keys[i].text, found.keys[i].size}, terms[i]);
    terms[i] = clip_to_term(terms[i]);
  }
  return terms;
}

std::string fingerprint() {
  return geul::format("geul-{} tables:{} unicode:{}", kChainVersion, core::tables::kHash,
                      text::unicode_version());
}

}  // namespace geul::analysis
