// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/base/result.hpp"
#include "common/index/reader.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/plan.hpp"
#include "query/parse/typed.hpp"
#include "query/render/excerpt.hpp"

namespace geul::query {

/// What a query finds in which nothing was typed.
enum class Blank { lists, finds_nothing };

/// What restricts and shapes an answer beside the query itself.
struct Request {
  std::vector<std::string> tags;        ///< any of them; as typed
  std::vector<std::string> categories;  ///< any of them
  std::vector<std::string> authors;     ///< any of them
  std::optional<index::DayRange> days;
  index::Sort sort = index::Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::vector<index::Facet> facets;
  index::RankingProfile ranking;
  Blank blank = Blank::lists;
};

/// How much of each hit is worked out.
enum class Detail {
  names,  ///< the stored post alone
  full,   ///< the excerpt and the reasons too
};

/// Why a post matched: a word of the query, where it was looked for, and as what it was found.
struct Reason {
  std::string word;
  std::optional<index::Field> field;       ///< none: anywhere
  std::vector<analysis::Family> families;  ///< in their order, each once
  std::vector<std::string> terms;          ///< as they are stored
};

struct ShownHit {
  index::Hit hit;
  Showing showing;              ///< empty with Detail::names
  std::vector<Reason> reasons;  ///< in the order of the query's words
};

inline constexpr std::size_t kMaxNotes = 20;

/// Everything that a renderer may want to say.
struct Answer {
  TypedQuery typed;
  MeantQuery meant;
  index::Query executed = index::Query::everything();
  std::vector<index::FacetFilter> filters;
  index::Sort sort = index::Sort::relevance;  ///< in which it was done
  std::size_t offset = 0;
  index::Total total;
  std::vector<ShownHit> hits;
  std::vector<std::pair<index::Facet, std::vector<index::FacetCount>>> facets;
  std::vector<Note> notes;  ///< of all stages: different ones, at most kMaxNotes and one that
                            ///< says how many more there are
};

/// Answers queries from an index: typed, meant, executed, shown.
/// Threads  one object for one thread.
class Searcher {
 public:
  /// Analyses queries with the user dictionary that the database was built with.
  explicit Searcher(index::Reader reader) : reader_(std::move(reader)) { follow_words(); }

  /// A query that ranks nothing (an empty one, tags and dates alone) lists the newest first when
  /// the request asks for relevance. One of which nothing is left finds nothing, or beside filters
  /// all of their posts.
  /// Errors  as Reader::search().
  [[nodiscard]] Result<Answer> answer(std::string_view query, const Request& request,
                                      Detail detail);

 private:
  /// Takes the words over that the reader's database has now: it may have been built again.
  void follow_words();
  [[nodiscard]] std::vector<index::FacetFilter> filters_for(const Request& request,
                                                            const Frequency& frequency,
                                                            std::vector<Note>& notes);

  /// The second try of a search that found nothing, with parts of its words (loosest_for()). Where
  /// it finds something, it takes the place of the first, with a note.
  [[nodiscard]] Result<void> search_again(index::SearchRequest search, const Frequency& frequency,
                                          index::SearchResult& found, Plan& planned,
                                          Answer& answer);

  index::Reader reader_;
  std::vector<std::string> words_;
  analysis::Analyzer analyzer_;
};

/// The reasons behind `matched`, stored terms of the query that a post has.
/// Expects `origins` in the order of Plan::origins.
[[nodiscard]] std::vector<Reason> reasons_for(const std::vector<TermOrigin>& origins,
                                              const std::vector<std::string>& matched);

}  // namespace geul::query
