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
#include "query/facets.hpp"
#include "query/parse/meant.hpp"
#include "query/parse/plan.hpp"
#include "query/parse/typed.hpp"
#include "query/reasons.hpp"
#include "query/render/excerpt.hpp"
#include "query/rungs/ladder.hpp"

namespace geul::query {

/// What a query finds in which nothing was typed.
enum class Blank { lists, finds_nothing };

/// What restricts and shapes an answer beside the query itself.
struct Request {
  std::vector<std::string> tags;        ///< any of them; as typed
  std::vector<std::string> categories;  ///< any of them
  std::vector<std::string> authors;     ///< any of them
  std::vector<Selection> where;         ///< by any facet: any of one's values, all facets
  std::optional<index::DayRange> days;
  Day today;  ///< where the user is: what 어제 and "last month" in a query depend on
  index::Sort sort = index::Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  FacetChoice facets;
  index::FacetOrder facet_order = index::FacetOrder::count;
  std::size_t facet_limit = 0;  ///< values of each facet (limit_values); 0: all
  index::RankingProfile ranking;
  Blank blank = Blank::lists;
  bool explain = false;  ///< work out the shares of each hit's score
  ExcerptLength excerpt;
};

/// How much of each hit is worked out.
enum class Detail {
  names,  ///< the stored post alone
  full,   ///< the excerpt and the reasons too
};

/// A summand of a hit's score, as ScorePart has it.
struct Share {
  ScorePart::Kind kind = ScorePart::Kind::term;
  std::string word;
  std::string term;
  Rung rung = Rung::exact;
  double score = 0;
};

/// The name of the field or facet in which a word was looked for; empty: anywhere.
[[nodiscard]] std::string_view place_of(const Reason& reason) noexcept;

struct ShownHit {
  index::Hit hit;
  Showing showing;              ///< empty with Detail::names
  std::vector<Reason> reasons;  ///< in the order of the query's words
  std::vector<Share> shares;    ///< that add up to the score; with Request::explain alone
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
  std::vector<index::FacetCounts> facets;
  std::vector<Correction> corrections;  ///< words that no post has, and what was perhaps meant
  bool corrected = false;               ///< the hits are those of the corrections
  std::vector<Note> notes;  ///< of all stages: different ones, at most kMaxNotes and one that
                            ///< says how many more there are
};

/// Answers queries from an index: typed, meant, executed, shown.
/// Threads  one object for one thread.
class Searcher {
 public:
  /// Analyses queries with the user dictionary that the database was built with.
  explicit Searcher(index::Reader reader, const index::SynonymTable& synonyms = {});

  /// A query that ranks nothing (an empty one, tags and dates alone) lists the newest first when
  /// the request asks for relevance. One of which nothing is left finds nothing, or beside filters
  /// all of their posts.
  /// Errors  as Reader::search(); usage: a facet that the database has not, a date that is none.
  [[nodiscard]] Result<Answer> answer(std::string_view query, const Request& request,
                                      Detail detail);
  /// The posts like one (index::similar_to()), as if its words and tags had been typed: with the
  /// filters, order, facets and page of the request. `typed` and `folder` as find_post() takes
  /// them. Errors  as find_post() and answer().
  [[nodiscard]] Result<Answer> similar(std::string_view typed, const std::string& folder,
                                       const Request& request, Detail detail);

 private:
  /// Takes the words over that the reader's database has now: it may have been built again.
  void follow_words();
  index::Reader reader_;
  std::vector<std::string> words_;
  analysis::Analyzer analyzer_;
  index::SynonymTable table_;
  Synonyms synonyms_;
};

}  // namespace geul::query
