// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/document.hpp"
#include "common/index/facets.hpp"
#include "common/index/fields.hpp"
#include "common/index/profile.hpp"
#include "common/index/query.hpp"
#include "common/index/settings.hpp"
#include "common/index/similar.hpp"

namespace geul::index {

enum class Sort { relevance, newest, oldest };

/// A restriction that belongs to a facet, so that the facet's own counts can leave it out. The
/// facets of the date share theirs.
struct FacetFilter {
  Facet facet = BuiltinFacet::tag;
  std::vector<std::string> selected;  ///< values as typed; any of them will do
  Query query = Query::everything();
};

/// Up to that many matches every count is exact. Of more, on other machines, at least that many are
/// visited, and counts and totals that are not known to be exact say that they are at least so
/// much. A million matches take some half a second a facet there.
inline constexpr std::size_t kExactMatches = 1'000'000;

struct SearchRequest {
  Query query = Query::everything();
  std::vector<FacetFilter> filters;  ///< all must hold
  Sort sort = Sort::relevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  std::vector<Facet> facets;  ///< to count
  FacetOrder facet_order = FacetOrder::count;
  RankingProfile ranking;
  bool exact_total = false;                   ///< count the matches even when no facet needs it
  bool matched_terms = true;                  ///< tell those of each hit
  std::size_t exact_matches = kExactMatches;  ///< counted at the most: see there
};

struct Hit {
  Document document;
  double score = 0;                        ///< 0 where the sort is by date
  std::vector<std::string> matched_terms;  ///< stored terms of the query that the post has, if
                                           ///< asked for
};

/// The number of matching documents: exactly `count`, or at least that many.
struct Total {
  std::size_t count = 0;
  bool exact = true;
};

struct SearchResult {
  Total total;
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;  ///< one for each facet asked for, in that order
};

/// What the visitor of terms wants next.
struct NextTerm {
  enum class Kind : std::uint8_t { following, from, none };
  Kind kind = Kind::following;
  std::string begin = {};  ///< with `from`: the first term that is not before it; one before the
                           ///< term at hand counts as the following

  [[nodiscard]] static NextTerm following() { return {}; }
  [[nodiscard]] static NextTerm from(std::string begin) { return {Kind::from, std::move(begin)}; }
  [[nodiscard]] static NextTerm none() { return {Kind::none}; }
};

/// Which terms are shown: from `begin` on those that begin with `within`. The narrower it is, the
/// less a database on another machine has to send.
struct TermRange {
  std::string begin;
  std::string within = {};
};

/// Is shown a stored term and the number of documents that have it.
using TermVisitor = std::function<NextTerm(std::string_view term, std::size_t documents)>;

/// What a post is called.
struct PostName {
  DocumentId id;
  std::string path;  ///< as Document has them
  std::string url;
  std::string title;
};

/// Is shown documents one by one; may stop with a failure of its own.
struct DocumentVisitor {
  std::function<void(std::size_t documents)> begin;  ///< so many follow; forget what came before
  std::function<Result<void>(Document&& document)> take;
};

/// Documents by their numbers in one commit of a database: where it is overwritten meanwhile, they
/// stand for what has the numbers then.
struct DocumentSet {
  std::vector<std::uint32_t> numbers;  ///< ascending
};

struct DatabaseStats {
  std::size_t documents = 0;
  std::size_t terms = 0;      ///< distinct
  double average_length = 0;  ///< terms a document, with their weights
  std::size_t bytes = 0;      ///< of the database's files, 0 where they are elsewhere
  std::string fingerprint;
  int schema = 0;
};

/// What to do about a database on another machine that does not answer.
enum class Unreachable {
  refuse,     ///< fail, with its name
  leave_out,  ///< go on with the others, for as long as the reader lives; missing() names it
};

struct OpenOptions {
  /// For a connection, and for each answer, of a database on another machine. Looking up a name is
  /// the system's, with its own limits.
  std::chrono::milliseconds timeout = std::chrono::seconds(5);
  Unreachable unreachable = Unreachable::refuse;
};

/// A database that is left out.
struct MissingDatabase {
  std::string name;    ///< HOST:PORT
  std::string reason;  ///< as an error's message
};

[[nodiscard]] std::vector<std::string> names_of(const std::vector<MissingDatabase>& missing);

/// Where databases on other machines are asked for the names of all their posts, one by one.
inline constexpr std::size_t kMostRemoteNames = 10'000;

/// Reads one database, or several as one.
///
/// A reader sees the commit that it was opened at; when a writer has since overwritten it, search()
/// starts over on the newest one.
/// Threads  one object for one thread at a time; any number of readers beside one writer.
class Reader {
 public:
  /// Opens folders, of single and of sharded databases, stub files (Xapian's lists of databases:
  /// lines of "auto PATH" and "remote HOST:PORT") and HOST:PORT (xapian-tcpsrv), each checked on
  /// its own.
  /// Errors  not_found: no database there; incompatible: another schema or analyser, or other
  ///         words in the user dictionary than the first (the message names the database);
  ///         conflict: a database of another program; corrupt; io; limit; unreachable, which every
  ///         method may give: a database on another machine does not answer, or not in time (the
  ///         message names it), and with leave_out: none does. From then on every method does,
  ///         at once: open a reader anew.
  [[nodiscard]] static Result<Reader> open(const std::vector<std::string>& databases,
                                           const OpenOptions& options = {});
  ~Reader();
  Reader(Reader&&) noexcept;
  Reader& operator=(Reader&&) noexcept;
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  /// Hits of equal rank (by relevance, or by date and then relevance) come in the order in which
  /// they were first indexed.
  /// Errors  corrupt; io; limit: a query over kMaxQueryDepth or kMaxQueryTerms; conflict:
  /// overwritten
  ///         again and again while it was asked.
  /// Cost    over databases that are here, some 12 ns for each document of each term, 0.1 ms a hit,
  ///         and 50 ns a match and facet. Those on other machines run the query once, and once more
  ///         for each facet of which something is selected; facets and exact_total visit every
  ///         match up to exact_matches.
  [[nodiscard]] Result<SearchResult> search(const SearchRequest& request);

  /// The databases that have been left out, so far.
  [[nodiscard]] const std::vector<MissingDatabase>& missing() const noexcept;

  /// What the configuration said when the database was built; of several, the first's, and the
  /// facets of all. A database without a facet counts nothing for it.
  [[nodiscard]] const Settings& settings() const noexcept;

  /// Documents that have a stored term.
  [[nodiscard]] Result<std::size_t> frequency(const std::string& term);
  /// Shows the stored terms of a range in the order of their bytes, as the visitor leads.
  /// When the database is overwritten meanwhile, it goes on behind the last term shown.
  /// Cost  some 0.3 µs a term shown in order, a few µs a jump. A database on another machine sends
  ///       all terms of one beginning, some 6 µs each; after 200,000 a walk ends, as if there were
  ///       no more.
  [[nodiscard]] Result<void> walk_terms(const TermRange& range, const TermVisitor& visit);
  /// What each query gives one document in the ranking; 0 where it does not match, and for a
  /// document that is not there.
  /// Errors  as search(). Cost: one small search a query.
  [[nodiscard]] Result<std::vector<double>> weights(const std::vector<Query>& queries,
                                                    const DocumentId& id,
                                                    const RankingProfile& ranking);
  /// Nothing when no such document is there.
  [[nodiscard]] Result<std::optional<Document>> document(const DocumentId& id);
  /// All stored terms of a document; nothing when it is not there.
  /// Cost  one look-up a term: some ms for a long post.
  [[nodiscard]] Result<std::optional<std::vector<DocumentTerm>>> terms_of(const DocumentId& id);
  [[nodiscard]] Result<std::size_t> document_count();
  /// What the first documents with a term have in a slot, at most `limit`; empty without a value.
  [[nodiscard]] Result<std::vector<std::string>> values(const std::string& term, Slot slot,
                                                        std::size_t limit);
  /// The documents that a query matches.
  /// Errors  as search(). Cost: one run of the query, without weights.
  [[nodiscard]] Result<DocumentSet> matches(const Query& query);
  /// Of the documents of a set, those that have each of the terms.
  /// Cost  the shorter of the set and each term's list.
  [[nodiscard]] Result<std::vector<std::size_t>> frequencies(const DocumentSet& among,
                                                             const std::vector<std::string>& terms);
  /// The first documents that `query` matches, in the order in which they were indexed.
  /// Errors  as search(). Cost: stops at `limit`.
  [[nodiscard]] Result<std::vector<Document>> first_documents(const Query& query,
                                                              std::size_t limit);
  /// Shows every post, the oldest first: undated ones before all, those of one date in the order in
  /// which they were first indexed. All are of one state of the database: where it is overwritten
  /// meanwhile, `begin` is called again, and all of them are shown again.
  /// Errors  corrupt; io; conflict: overwritten again and again; those of `take`.
  /// Cost    reads each document's record, some 0.1 ms a post; one in memory at a time.
  [[nodiscard]] Result<void> visit_oldest_first(const DocumentVisitor& visitor);
  /// Every post, by its id.
  /// Errors  limit: more than kMostRemoteNames posts, of which some are on other machines.
  /// Cost  reads each document's record: some 0.1 ms a post.
  [[nodiscard]] Result<std::vector<PostName>> names();
  /// Cost  reads the list of all terms.
  [[nodiscard]] Result<DatabaseStats> stats();

 private:
  struct State;
  explicit Reader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace geul::index
