// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/site_writer.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/dictionary.hpp"
#include "common/base/calendar.hpp"
#include "common/base/format.hpp"
#include "common/text/utf8.hpp"
#include "indexer/site/client_files.hpp"
#include "indexer/site/directory.hpp"
#include "indexer/site/entry.hpp"
#include "indexer/site/facets_file.hpp"
#include "indexer/site/fragment.hpp"
#include "indexer/site/initials_file.hpp"
#include "indexer/site/lengths.hpp"
#include "indexer/site/output.hpp"
#include "indexer/site/page_terms.hpp"
#include "indexer/site/payload.hpp"
#include "indexer/site/settings_json.hpp"
#include "indexer/site/term_file.hpp"
#include "indexer/site/term_lists.hpp"

namespace geul::indexer::site {
namespace {

/// The first two code points: what a word and the pair that it begins with have in common.
std::string_view stem_of(std::string_view term) {
  std::size_t end = 0;
  for (int i = 0; i < 2 && end < term.size(); ++i) std::ignore = text::next_code_point(term, end);
  return term.substr(0, end);
}

/// Fragments of pages that are named by one hash, held until the last of them is there.
class FragmentGroup {
 public:
  void add(std::size_t page, std::size_t unit, std::string payload) {
    payloads_ += payload;
    fragments_.push_back({page, unit, std::move(payload)});
  }
  /// Writes them and returns their hash.
  std::uint32_t write(Output& output) {
    const std::uint32_t hash = name_of(payloads_);
    for (const Held& held : fragments_)
      output.write_payload(format("f/{}-{}.{}.bin", held.page, to_hex_name(hash), held.unit),
                           held.payload);
    payloads_.clear();
    fragments_.clear();
    return hash;
  }
  [[nodiscard]] bool empty() const noexcept { return fragments_.empty(); }

 private:
  struct Held {
    std::size_t page;
    std::size_t unit;
    std::string payload;
  };
  std::string payloads_;
  std::vector<Held> fragments_;
};

/// One run through the posts.
class SiteWriter {
 public:
  SiteWriter(const index::Settings& settings, const index::SynonymTable& synonyms,
             const SiteRules& rules, Output& output)
      : synonyms_(synonyms),
        rules_(rules),
        output_(output),
        analyzer_(analysis::make_dictionary(settings.words)),
        facets_(index::keys_of(settings.facets)),
        notes_(settings),
        weights_(settings.weights) {}

  void add(const index::Document& document) {
    const auto page = static_cast<std::uint32_t>(entry_.lengths.size());
    const Units units(document, rules_.unit_bytes);
    const PageTerms terms = find_terms(document, units, analyzer_, weights_);
    lists_.add(page, terms);
    facets_.add(page, document);
    notes_.add(page, document);
    titles_.text(document.title);
    add_to_entry(document, terms.length);
    add_fragments(page, document, units);
  }

  void finish() {
    if (!group_.empty()) entry_.hashes.push_back(group_.write(output_));
    entry_.analysis = analysis::fingerprint();
    entry_.settings = notes_.settings_json();
    write_terms();
    write_initials();
    if (!directory_.terms.names.empty()) entry_.directory = write_one(encode_directory(directory_));
    entry_.facets = write_one(encode_facets(facets_.facets()));
    entry_.titles = write_one(titles_.bytes());
    if (const std::string json = synonyms_json(synonyms_); !json.empty())
      entry_.synonyms = write_one(json);
    for (const EmbeddedFile& file : client_files())
      output_.write(std::string(file.path), file.bytes);
    output_.write_payload("geul.bin", encode_entry(entry_));
  }

  [[nodiscard]] std::size_t pages() const noexcept { return entry_.pages(); }

 private:
  void add_to_entry(const index::Document& document, std::uint64_t length) {
    constexpr std::uint64_t kLongest = UINT32_MAX;
    entry_.total_length += length;
    entry_.lengths.push_back(
        quantise_length(static_cast<std::uint32_t>(std::min(length, kLongest))));
    if (document.date)
      entry_.days.push_back(static_cast<std::uint32_t>(day_number(document.date->day)));
    else
      ++entry_.undated;
  }

  void add_fragments(std::size_t page, const index::Document& document, const Units& units) {
    const std::vector<Fragment> fragments = make_fragments(document, units);
    for (std::size_t unit = 0; unit < fragments.size(); ++unit)
      group_.add(page, unit, encode_fragment(fragments[unit]));
    if ((page + 1) % kGroupPages == 0) entry_.hashes.push_back(group_.write(output_));
  }

  /// A word and the pair of the same text are a group, which no two files share.
  void write_terms() {
    Names names;
    RangeWriter<TermRow> files(scaled(rules_.terms, pages()),
                               [&](const std::vector<TermRow>& rows) {
                                 return write_named("t", names, encode_terms(rows));
                               });
    std::vector<TermRow> group;
    std::string before;
    const auto end_group = [&] {
      if (group.empty()) return;
      std::size_t bytes = encoded_bytes(group.front(), before);
      if (group.size() > 1) bytes += encoded_bytes(group.back(), group.front().text);
      before = group.front().text;
      files.add(before, stem_of(before), std::exchange(group, {}), bytes);
    };
    lists_.visit([&](TermRow&& row) {
      if (!group.empty() && group.front().text != row.text) end_group();
      group.push_back(std::move(row));
    });
    end_group();
    directory_.terms = std::move(files).finish();
  }

  void write_initials() {
    std::map<std::string, std::vector<InitialsRow>> groups;
    for (const TermLists::WordCount& count : lists_.words())
      if (std::string initials = initials_of(count.word); !initials.empty())
        groups[std::move(initials)].push_back({std::string(count.word), count.documents});
    Names names;
    RangeWriter<InitialsRow> files(rules_.initials, [&](const std::vector<InitialsRow>& rows) {
      return write_named("v", names, encode_initials(rows));
    });
    std::string before;
    for (auto& [initials, rows] : groups) {
      std::size_t bytes = 0;
      for (const InitialsRow& row : rows) {
        bytes += encoded_bytes(row, before);
        before = row.word;
      }
      files.add(initials, initials, std::move(rows), bytes);
    }
    directory_.initials = std::move(files).finish();
  }

  std::uint32_t write_named(std::string_view folder, Names& names, const std::string& payload) {
    const std::uint32_t name = names.give(payload);
    output_.write_payload(format("{}/{}.bin", folder, to_hex_name(name)), payload);
    return name;
  }
  std::uint32_t write_one(const std::string& payload) {
    return write_named("x", single_names_, payload);
  }

  const index::SynonymTable& synonyms_;
  const SiteRules& rules_;
  Output& output_;
  analysis::Analyzer analyzer_;
  Entry entry_;
  Directory directory_;
  TermLists lists_;
  FacetLists facets_;
  PageNotes notes_;
  index::FieldWeights weights_;
  PayloadWriter titles_;
  FragmentGroup group_;
  Names single_names_;
};

}  // namespace

Result<SiteSummary> write_site(index::Reader& reader, const index::SynonymTable& synonyms,
                               const std::string& out, const SiteRules& rules) {
  auto output = Output::begin(out);
  if (!output) return fail(output.error());
  std::optional<SiteWriter> writer;
  Result<void> cleared;
  const index::DocumentVisitor visitor{[&](std::size_t) {
                                         cleared = output->clear();
                                         writer.emplace(reader.settings(), synonyms, rules,
                                                        *output);
                                       },
                                       [&](index::Document&& document) -> Result<void> {
                                         if (cleared) writer->add(document);
                                         return cleared;
                                       }};
  if (Result<void> visited = reader.visit_oldest_first(visitor); !visited)
    return fail(visited.error());
  if (!cleared) return fail(cleared.error());
  writer->finish();
  const SiteSummary summary{writer->pages(), output->files(), output->bytes()};
  if (Result<void> published = output->publish(); !published) return fail(published.error());
  return summary;
}

}  // namespace geul::indexer::site
