// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/reader.hpp"

#include <xapian.h>

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

#include "common/base/format.hpp"
#include "common/index/terms.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/lookup.hpp"
#include "common/index/xapian/open.hpp"
#include "common/index/xapian/search.hpp"
#include "common/index/xapian/term_walk.hpp"

namespace geul::index {
namespace {

/// A reader falls behind when two commits follow within one question; five times in a row would
/// take a writer that commits faster than a question is answered.
constexpr int kAttempts = 5;

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(name);
  return text;
}

std::size_t count_terms(const Xapian::Database& database) {
  std::size_t count = 0;
  const auto end = database.allterms_end();
  for (auto term = database.allterms_begin(); term != end; ++term) ++count;
  return count;
}

}  // namespace

struct Reader::State {
  std::vector<std::string> names;
  OpenOptions options;
  OpenedDatabases opened;
  RemoteTerms remote_terms;
  std::optional<Error> given_up;  ///< why nothing is answered any more

  /// A fresh handle: reopening one whose folder was exchanged would mix two databases.
  Result<void> reopen(const std::vector<MissingDatabase>& missing) {
    Result<OpenedDatabases> fresh = open_databases(names, options, missing);
    if (!fresh) return fail(fresh.error());
    opened = std::move(*fresh);
    remote_terms = {};
    return {};
  }

  [[nodiscard]] bool is_remote() const {
    return std::ranges::any_of(opened.parts, &OpenedPart::is_remote);
  }

  Result<void> walk(TermRange& range, const TermVisitor& visit) {
    if (is_remote())
      remote_terms.walk(opened.database, range, visit);
    else
      walk_terms_in(opened.database, range, visit);
    return {};
  }

  /// Asks a question, which gives a Result, and asks all of it again where the database was
  /// overwritten meanwhile, or a part of it was lost that may be left out.
  template <class Question>
  auto ask(const Question& question) -> std::invoke_result_t<Question> {
    if (given_up) return fail(*given_up);
    const std::string name = joined(names);
    for (int attempt = 1;; ++attempt) {
      std::optional<Interruption> interruption;
      auto answer = guarded(name, [&]() -> std::invoke_result_t<Question> {
        try {
          return question();
        } catch (const Xapian::DatabaseModifiedError& error) {
          interruption = Interruption{to_error(error, name), {}};
        } catch (const Xapian::NetworkError& error) {
          const std::string failed = culprit(error);
          interruption = Interruption{to_error(error, failed.empty() ? name : failed), failed};
        }
        return fail(interruption->error);
      });
      if (!answer) return fail(answer.error());
      if (!interruption) return std::move(*answer);
      if (Result<void> over = get_over(*interruption, attempt); !over) return fail(over.error());
    }
  }

 private:
  struct Interruption {
    Error error;
    std::string lost;  ///< the database that has failed, if one has
  };

  Result<void> get_over(const Interruption& interruption, int attempt) {
    std::vector<MissingDatabase> missing = opened.missing;
    if (interruption.error.code == ErrorCode::unreachable) {
      if (options.unreachable == Unreachable::refuse || interruption.lost.empty())
        return give_up(interruption.error);
      missing.push_back({interruption.lost, interruption.error.message});
    } else if (attempt >= kAttempts) {
      return fail(interruption.error);
    }
    Result<void> fresh = reopen(missing);
    return fresh || fresh.error().code != ErrorCode::unreachable ? fresh : give_up(fresh.error());
  }

  /// Each further question would take the time of a timeout.
  Failure give_up(const Error& error) {
    given_up = error;
    return fail(error);
  }

  /// The remote database that has failed. Xapian does not always say: then the first of which the
  /// connection is dead; empty where none is.
  [[nodiscard]] std::string culprit(const Xapian::Error& error) {
    const std::string named = remote_behind(error);
    for (OpenedPart& part : opened.parts) {
      const bool is_it = named.empty() ? is_dead(part) : part.place.name == named;
      if (is_it) return part.place.name;
    }
    return {};
  }

  static bool is_dead(OpenedPart& part) {
    return !guarded(part.place.name, [&part] { part.database.keep_alive(); });
  }
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

std::vector<std::string> names_of(const std::vector<MissingDatabase>& missing) {
  std::vector<std::string> names;
  names.reserve(missing.size());
  for (const MissingDatabase& one : missing) names.push_back(one.name);
  return names;
}

Result<Reader> Reader::open(const std::vector<std::string>& databases, const OpenOptions& options) {
  auto state = std::make_unique<State>();
  state->names = databases;
  state->options = options;
  if (Result<void> opened = state->reopen({}); !opened) return fail(opened.error());
  return Reader(std::move(state));
}

const std::vector<MissingDatabase>& Reader::missing() const noexcept {
  return state_->opened.missing;
}

Result<SearchResult> Reader::search(const SearchRequest& request) {
  return state_->ask([&] {
    const Where where = state_->is_remote() ? Where::remote : Where::here;
    return run_search(state_->opened.searched(), request, where);
  });
}

const Settings& Reader::settings() const noexcept {
  return state_->opened.settings;
}

Result<std::size_t> Reader::frequency(const std::string& term) {
  if (term.empty() || term.size() > kMaxIndexTermBytes) return 0;
  return state_->ask(
      [&]() -> Result<std::size_t> { return state_->opened.database.get_termfreq(term); });
}

Result<void> Reader::walk_terms(const TermRange& range, const TermVisitor& visit) {
  TermRange left{std::max(range.begin, range.within), range.within};
  return state_->ask([&] { return state_->walk(left, visit); });
}

Result<std::vector<double>> Reader::weights(const std::vector<Query>& queries, const DocumentId& id,
                                            const RankingProfile& ranking) {
  const std::string key = key_of(id).str();
  return state_->ask([&] { return weights_of(state_->opened.database, queries, key, ranking); });
}

Result<std::optional<Document>> Reader::document(const DocumentId& id) {
  const std::string key = key_of(id).str();
  return state_->ask([&] { return find_document(state_->opened.database, key); });
}

Result<std::optional<std::vector<DocumentTerm>>> Reader::terms_of(const DocumentId& id) {
  const std::string key = key_of(id).str();
  return state_->ask([&] { return terms_of_document(state_->opened.database, key); });
}

Result<std::size_t> Reader::document_count() {
  return state_->ask(
      [&]() -> Result<std::size_t> { return state_->opened.database.get_doccount(); });
}

Result<void> Reader::visit_oldest_first(const DocumentVisitor& visitor) {
  return state_->ask([&] { return visit_by_date(state_->opened.database, visitor); });
}

Result<std::vector<PostName>> Reader::names() {
  return state_->ask([&]() -> Result<std::vector<PostName>> {
    const Xapian::Database& database = state_->opened.database;
    if (state_->is_remote() && database.get_doccount() > kMostRemoteNames)
      return fail(ErrorCode::limit,
                  format("of more than {} posts, some on other machines, none has that name whole",
                         kMostRemoteNames),
                  "name a post by its id: geul-query WORD --format json has it");
    return names_in(database);
  });
}

Result<std::vector<std::string>> Reader::values(const std::string& term, Slot slot,
                                                std::size_t limit) {
  return state_->ask([&]() -> Result<std::vector<std::string>> {
    return values_in(state_->opened.database, term, slot, limit);
  });
}

Result<DocumentSet> Reader::matches(const Query& query) {
  return state_->ask([&] { return matches_in(state_->opened.database, query); });
}

Result<std::vector<std::size_t>> Reader::frequencies(const DocumentSet& among,
                                                     const std::vector<std::string>& terms) {
  return state_->ask([&]() -> Result<std::vector<std::size_t>> {
    return frequencies_in(state_->opened.database, among, terms);
  });
}

Result<std::vector<Document>> Reader::first_documents(const Query& query, std::size_t limit) {
  return state_->ask([&] { return first_documents_in(state_->opened.database, query, limit); });
}

Result<DatabaseStats> Reader::stats() {
  return state_->ask([&]() -> Result<DatabaseStats> {
    const Xapian::Database& database = state_->opened.database;
    DatabaseStats stats;
    stats.documents = database.get_doccount();
    stats.terms = count_terms(database);
    stats.average_length = database.get_average_length();
    stats.bytes = state_->opened.bytes;
    stats.fingerprint = state_->opened.identity.fingerprint;
    stats.schema = kSchemaVersion;
    return stats;
  });
}

}  // namespace geul::index
