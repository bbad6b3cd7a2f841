// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/settings_review.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/dictionary.hpp"
#include "common/analysis/dictionary_file.hpp"
#include "common/base/format.hpp"
#include "common/index/synonyms.hpp"
#include "common/index/terms.hpp"
#include "indexer/config.hpp"

namespace geul::indexer {
namespace {

using analysis::Family;
using index::Query;

/// A word or phrase as posts may have it.
struct Phrase {
  std::vector<std::string> keys;  ///< of its words, in order
  std::vector<Query> pairs;
};

class Review {
 public:
  explicit Review(index::Reader& reader)
      : reader_(reader),
        settings_(reader.settings()),
        analyzer_(analysis::make_dictionary(settings_.words)) {}

  Result<std::vector<Warning>> run() {
    auto done = review_words().and_then([this] { return review_synonyms(); }).and_then([this] {
      return review_pins();
    });
    if (!done) return fail(done.error());
    return std::move(notes_);
  }

 private:
  void note(const std::string& file, std::size_t line, std::string message) {
    notes_.push_back({{file, line}, std::move(message)});
  }

  /// A file that is away or broken: what is kept of it is reviewed without its lines.
  void note(const Error& error) {
    notes_.push_back({error.place, format("{}; geul-index build needs it", error.message)});
  }

  /// The words that the database has, with their lines where the file still has them.
  std::vector<analysis::DictionaryEntry> placed_words() {
    std::set<std::string> missing(settings_.words.begin(), settings_.words.end());
    std::vector<analysis::DictionaryEntry> entries;
    std::map<std::string, std::size_t> lines;
    bool newer = false;
    if (const auto file = analysis::load_dictionary(settings_.dictionary)) {
      for (const analysis::DictionaryEntry& entry : file->entries) {
        const auto [first, is_first] = lines.emplace(entry.word, entry.line);
        if (!is_first)
          note(settings_.dictionary, entry.line,
               format("{} is on line {} already", entry.word, first->second));
        else if (missing.erase(entry.word) != 0)
          entries.push_back(entry);
        else
          newer = true;
      }
      if (newer || !missing.empty())
        note(settings_.dictionary, 0, "changed since the database was built; run geul-index build");
    } else {
      note(file.error());
    }
    for (const std::string& word : missing) entries.push_back({word, 0});
    return entries;
  }

  Result<void> review_words() {
    if (settings_.dictionary.empty()) return {};
    for (const auto& [word, line] : placed_words()) {
      const auto frequency = reader_.frequency(word);
      if (!frequency) return fail(frequency.error());
      if (*frequency == 0)
        note(settings_.dictionary, line, format("no post has {}", word));
      else if (analysis::is_kept_whole(word))
        note(settings_.dictionary, line, format("{} is never cut anyway", word));
    }
    return {};
  }

  Phrase phrase_of(const std::string& words) {
    Phrase phrase;
    analyzer_.analyze(words, [&](const analysis::Token& token) {
      if (token.family == Family::word) phrase.keys.emplace_back(token.term);
      if (token.family == Family::pair)
        phrase.pairs.push_back(Query::term(index::pair_term(token.term)));
    });
    return phrase;
  }

  Result<bool> is_found(const Phrase& phrase) {
    std::vector<Query> ways{Query::phrase(phrase.keys)};
    if (phrase.keys.size() == 1 && !phrase.pairs.empty()) ways.push_back(Query::all(phrase.pairs));
    index::SearchRequest request;
    request.query = Query::any(std::move(ways));
    request.limit = 0;
    const auto found = reader_.search(request);
    if (!found) return fail(found.error());
    return found->total.count > 0;
  }

  Result<void> review_line(const index::SynonymLine& line) {
    std::set<std::vector<std::string>> different;
    bool found = false;
    for (std::size_t i = 0; i < line.words.size(); ++i) {
      const Phrase phrase = phrase_of(line.words[i]);
      different.insert(phrase.keys);
      if (found || (line.one_way && i == 0)) continue;
      const auto there = is_found(phrase);
      if (!there) return fail(there.error());
      found = *there;
    }
    if (different.size() < 2)
      note(settings_.synonyms, line.line,
           format("{} and {} are found by each other anyway", line.words[0], line.words[1]));
    else if (!found && line.one_way)
      note(settings_.synonyms, line.line,
           format("no post has what {} is to find besides", line.words[0]));
    else if (!found)
      note(settings_.synonyms, line.line,
           format("no post has {} or the words beside it", line.words[0]));
    return {};
  }

  Result<void> review_synonyms() {
    if (settings_.synonyms.empty()) return {};
    const auto table = index::load_synonyms(settings_.synonyms);
    if (!table) {
      note(table.error());
      return {};
    }
    notes_.insert(notes_.end(), table->warnings.begin(), table->warnings.end());
    for (const index::SynonymLine& line : table->lines)
      if (auto reviewed = review_line(line); !reviewed) return reviewed;
    return {};
  }

  /// The line of geul.yaml on which the pin stands now; 0 where that cannot be told.
  static std::size_t line_of(const index::Pin& pin, const Config& config) {
    const auto& pins = config.settings.pinned;
    const auto found = std::ranges::find(pins, pin);
    if (found == pins.end()) return 0;
    return config.pin_lines[static_cast<std::size_t>(found - pins.begin())];
  }

  Result<void> review_pins() {
    if (settings_.pinned.empty()) return {};
    const auto config = load_config(settings_.config);
    for (const index::Pin& pin : settings_.pinned) {
      const std::size_t line = config ? line_of(pin, *config) : 0;
      for (const DocumentId& id : pin.posts) {
        const auto document = reader_.document(id);
        if (!document) return fail(document.error());
        if (!*document)
          note(settings_.config, line,
               format("{}, pinned for {}, is not in the database", id.str(), pin.query));
      }
    }
    return {};
  }

  index::Reader& reader_;
  const index::Settings settings_;
  analysis::Analyzer analyzer_;
  std::vector<Warning> notes_;
};

}  // namespace

Result<std::vector<Warning>> review_settings(index::Reader& reader) {
  return Review(reader).run();
}

}  // namespace geul::indexer
