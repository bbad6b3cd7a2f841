// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
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
#include "query/reasons.hpp"
#include "query/render/excerpt.hpp"
#include "query/request.hpp"
#include "query/rungs/ladder.hpp"

namespace geul::query {

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
  Showing showing = {};              ///< empty with Detail::names
  std::vector<Reason> reasons = {};  ///< in the order of the query's words
  bool pinned = false;               ///< the settings put it first for this query
  std::vector<Share> shares = {};    ///< that add up to the score; with Request::explain alone
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
  std::vector<std::string> missing;     ///< databases that were left out (Reader::missing())
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

  /// As Reader::missing().
  [[nodiscard]] const std::vector<index::MissingDatabase>& missing() const noexcept;

 private:
  /// Takes the words over that the reader's database has now: it may have been built again.
  void follow_words();
  /// Asks again where a database was left out on the way, so that all of an answer is of the same
  /// ones.
  [[nodiscard]] Result<Answer> whole(const std::function<Result<Answer>()>& ask) const;
  index::Reader reader_;
  std::vector<std::string> words_;
  analysis::Analyzer analyzer_;
  index::SynonymTable table_;
  Synonyms synonyms_;
};

}  // namespace geul::query
