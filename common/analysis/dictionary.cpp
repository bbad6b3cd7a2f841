// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/dictionary.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/key.hpp"
#include "common/analysis/core/user_words.hpp"
#include "common/analysis/core/variant.hpp"
#include "common/analysis/run_text.hpp"
#include "common/analysis/scanner.hpp"
#include "common/text/utf8.hpp"
#include "korean_tables.hpp"

namespace geul::analysis {
namespace {

/// The syllables of a word; empty for what is no word of a dictionary.
std::u16string syllables_of(std::string_view word) {
  std::u16string syllables;
  for (std::size_t offset = 0; offset < word.size();) {
    const char32_t c = text::next_code_point(word, offset);
    if (!core::is_syllable(c) || syllables.size() == core::kMaxUserWord) return {};
    syllables += static_cast<char16_t>(c);
  }
  return syllables.size() < 2 ? std::u16string() : syllables;
}

/// Whether the first `size` syllables of a run are known by themselves.
bool is_kept(const std::u16string& run, std::size_t size) noexcept {
  const core::Key key = core::key_of({run.data(), run.size()}, core::Attachment::none);
  if (key.size != size || !core::equal(key.text, run.data(), size)) return false;
  return !key.is_noun || core::variant_of(key.view()).size == 0;
}

}  // namespace

struct Dictionary::State {
  std::vector<std::string> words;  ///< ascending, each once
  std::u16string syllables;
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> heads;
  core::UserWords view;
};

Dictionary::Dictionary(const std::vector<std::string>& words) : state_(std::make_unique<State>()) {
  State& state = *state_;
  for (const std::string& word : words)
    if (!syllables_of(word).empty()) state.words.push_back(word);
  // In UTF-8 the order of bytes is the order of code points.
  std::ranges::sort(state.words);
  state.words.erase(std::unique(state.words.begin(), state.words.end()), state.words.end());
  state.begins.push_back(0);
  for (const std::string& word : state.words) {
    state.syllables += syllables_of(word);
    state.begins.push_back(static_cast<std::uint32_t>(state.syllables.size()));
  }
  state.view.syllables = state.syllables.data();
  state.view.begins = state.begins.data();
  state.view.size = static_cast<std::uint32_t>(state.words.size());
  state.heads.resize(std::bit_ceil(2 * state.words.size() + 1));
  core::index_heads(state.view, state.heads.data(), static_cast<std::uint32_t>(state.heads.size()));
}

Dictionary::~Dictionary() = default;

std::size_t Dictionary::size() const noexcept {
  return state_->words.size();
}

void Dictionary::find(std::string_view text, std::set<std::string_view>& found) const {
  Scanner scanner;
  RunFolder folder;
  scanner.reset(text);
  for (Piece piece = scanner.next(); piece.kind != Kind::end; piece = scanner.next()) {
    if (piece.kind != Kind::hangul) continue;
    const std::u16string_view run = folder.syllables(text, piece);
    if (run.size() > core::kMaxRun) continue;
    const core::UserWord word = core::find_user_word(state_->view, {run.data(), run.size()});
    if (word.size != 0) found.insert(state_->words[word.number]);
  }
}

const core::UserWords& Dictionary::view() const noexcept {
  return state_->view;
}

bool is_kept_whole(std::string_view word) {
  const std::u16string run = syllables_of(word);
  if (run.empty()) return false;
  const std::size_t size = run.size();
  if (!is_kept(run, size) || !is_kept(run + u"이다", size) || !is_kept(run + u"입니다", size))
    return false;
  return std::ranges::all_of(core::tables::kParticles, [&](const core::Particle& particle) {
    const std::u16string_view form{particle.form.text, particle.form.size};
    return !core::agrees(particle.batchim, run.back()) || is_kept(run + std::u16string(form), size);
  });
}

std::shared_ptr<const Dictionary> make_dictionary(const std::vector<std::string>& words) {
  return words.empty() ? nullptr : std::make_shared<const Dictionary>(words);
}

}  // namespace geul::analysis
