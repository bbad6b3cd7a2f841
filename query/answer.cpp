// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/answer.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "common/base/format.hpp"
#include "query/parse/node_kinds.hpp"
#include "query/parse/passage.hpp"
#include "query/rungs/ladder.hpp"
#include "query/similar.hpp"

namespace geul::query {
namespace {

using index::BuiltinFacet;
using index::Facet;
using index::Query;

void append(std::vector<Note>& notes, std::vector<Note> more) {
  std::ranges::move(more, std::back_inserter(notes));
}

/// The first note of each message, up to kMaxNotes.
std::vector<Note> without_repeats(std::vector<Note> notes) {
  std::set<std::string> said;
  std::vector<Note> kept;
  for (Note& note : notes)
    if (said.insert(note.message).second && kept.size() < kMaxNotes)
      kept.push_back(std::move(note));
  const std::size_t more = said.size() - kept.size();
  if (more == 1) kept.push_back({"1 more note was left out", {}});
  if (more > 1) kept.push_back({format("{} more notes were left out", more), {}});
  return kept;
}

/// What finds the posts that have one value of a facet. A date's value is put as the facet has it.
Result<Query> value_query(const Facet& facet, std::string& value, const Request& request,
                          analysis::Analyzer& analyzer, const Frequency& frequency,
                          std::vector<Note>& notes) {
  if (facet.shape() != index::FacetShape::names)
    return read_period(facet, value, request.today).map([](const index::DayRange& days) {
      return Query::within(days);
    });
  Passage passage;
  passage.add(value, 0);
  const std::vector<MeantWord> words = passage.analyze(analyzer).front();
  return facet.key() != nullptr ? plan_facet(*facet.key(), value, words, frequency, notes)
                                : plan_name(*facet.field(), value, words, frequency, notes);
}

/// The options --tag, --category and --author are selections like others.
std::vector<Selection> selections_of(const Request& request) {
  std::vector<Selection> selections;
  const auto add = [&selections](BuiltinFacet facet, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      selections.push_back({std::string(index::info(facet).name), name});
  };
  add(BuiltinFacet::tag, request.tags);
  add(BuiltinFacet::category, request.categories);
  add(BuiltinFacet::author, request.authors);
  selections.insert(selections.end(), request.where.begin(), request.where.end());
  return selections;
}

/// What a request says of a search beside query and filters.
Result<index::SearchRequest> search_for(const Request& request,
                                        const std::vector<index::FacetKey>& keys) {
  index::SearchRequest search;
  auto facets = choose_facets(request.facets, keys);
  if (!facets) return fail(facets.error());
  search.facets = *std::move(facets);
  search.facet_order = request.facet_order;
  search.offset = request.offset;
  search.limit = request.limit;
  search.ranking = request.ranking;
  return search;
}

std::vector<index::FacetCounts> limited(std::vector<index::FacetCounts> facets, std::size_t limit) {
  for (index::FacetCounts& counts : facets) limit_values(counts, limit);
  return facets;
}

/// What the rungs ask an index, and the first error among the answers.
class LiveIndex {
 public:
  explicit LiveIndex(index::Reader& reader) : reader_(reader) {
    view_.frequency = [this](const std::string& term) { return kept(reader_.frequency(term)); };
    view_.count = [this](const Query& query) { return count(query); };
    view_.walk = [this](const std::string& begin, const index::TermVisitor& visit) {
      if (auto walked = reader_.walk_terms(begin, visit); !walked) keep(walked.error());
    };
  }

  [[nodiscard]] const IndexView& view() const noexcept { return view_; }
  [[nodiscard]] Result<void> state() const {
    if (error_) return fail(*error_);
    return {};
  }

 private:
  void keep(const Error& error) {
    if (!error_) error_ = error;
  }
  std::size_t kept(const Result<std::size_t>& value) {
    if (!value) keep(value.error());
    return value.value_or(0);
  }
  std::size_t count(const Query& query) {
    index::SearchRequest request;
    request.query = Query::scaled(0, query);
    request.limit = 0;
    request.exact_total = true;
    const auto found = reader_.search(request);
    if (!found) keep(found.error());
    return found ? found->total.count : 0;
  }

  index::Reader& reader_;
  IndexView view_;
  std::optional<Error> error_;
};

/// One query on its way from what was typed to what is shown.
class Question {
 public:
  Question(index::Reader& reader, analysis::Analyzer& analyzer, const Synonyms& synonyms,
           const Request& request, Detail detail)
      : reader_(reader),
        analyzer_(analyzer),
        request_(request),
        detail_(detail),
        keys_(index::keys_of(reader.settings().facets)),
        index_(reader),
        ladder_(analyzer, index_.view(), synonyms) {}

  Result<Answer> run(std::string_view query) {
    auto done = understand(query)
                    .and_then([this] { return search(); })
                    .and_then([this] { return correct(); })
                    .and_then([this] { return loosen(); })
                    .and_then([this] { return show(); });
    if (!done) return fail(done.error());
    note_corrections();
    answer_.notes = without_repeats(std::move(answer_.notes));
    return std::move(answer_);
  }

  Result<Answer> run_likeness(const index::Document& post, const index::Topic& topic) {
    auto done =
        take(post, topic).and_then([this] { return search(); }).and_then([this] { return show(); });
    if (!done) return fail(done.error());
    answer_.notes = without_repeats(std::move(answer_.notes));
    return std::move(answer_);
  }

 private:
  /// What understand() does, for the words of a post.
  Result<void> take(const index::Document& post, const index::Topic& topic) {
    auto prepared = search_for(request_, keys_);
    if (!prepared) return fail(prepared.error());
    search_ = *std::move(prepared);
    answer_.typed.text = post.id.str();
    Likeness likeness = likeness_to(post, topic, analyzer_);
    answer_.meant = std::move(likeness.meant);
    plan_ = std::move(likeness.plan);
    if (plan_.parts.empty())
      answer_.notes.push_back({"the post shares no telling word or tag with others", {}});
    answer_.offset = request_.offset;
    answer_.sort = request_.sort;
    if (auto added = add_filters(); !added) return added;
    return index_.state();
  }

  Result<void> understand(std::string_view query) {
    auto prepared = search_for(request_, keys_);
    if (!prepared) return fail(prepared.error());
    search_ = *std::move(prepared);
    answer_.typed = parse(query, keys_);
    answer_.meant = resolve(answer_.typed, analyzer_, request_.today);
    append(answer_.notes, answer_.typed.notes);
    append(answer_.notes, answer_.meant.notes);
    ladder_.widen(answer_.meant);
    plan_ = plan(answer_.meant, request_.ranking, index_.view().frequency);
    append(answer_.notes, plan_.notes);
    if (auto added = add_filters(); !added) return added;
    empty_if_nothing_is_asked();
    answer_.offset = request_.offset;
    const bool unranked = request_.sort == index::Sort::relevance && !plan_.ranked;
    answer_.sort = unranked ? index::Sort::newest : request_.sort;
    return index_.state();
  }

  Result<void> add_filters() {
    auto selected = by_facet(selections_of(request_), keys_);
    if (!selected) return fail(selected.error());
    for (FacetSelection& selection : *selected) {
      std::vector<Query> any;
      for (std::string& value : selection.values) {
        auto query = value_query(selection.facet, value, request_, analyzer_,
                                 index_.view().frequency, answer_.notes);
        if (!query) return fail(query.error());
        any.push_back(*std::move(query));
      }
      answer_.filters.push_back(
          {selection.facet, std::move(selection.values), Query::any(std::move(any))});
    }
    if (request_.days)
      answer_.filters.push_back({BuiltinFacet::date, {}, Query::within(*request_.days)});
    return {};
  }

  /// Leaves nothing to find for a query that asks for nothing; says so in a note.
  void empty_if_nothing_is_asked() {
    if (answer_.meant.extent == MeantQuery::Extent::something) return;
    if (answer_.meant.extent == MeantQuery::Extent::blank) {
      if (request_.blank == Blank::lists) return;
      answer_.notes.push_back({"the query is empty and finds nothing", {}});
    } else if (!answer_.filters.empty()) {
      answer_.notes.push_back({"the query holds no word; all posts of the filters are listed", {}});
      return;
    } else {
      answer_.notes.push_back({"the query holds no word and finds nothing", {}});
    }
    plan_.query = Query::nothing();
  }

  [[nodiscard]] Result<index::SearchResult> run_plan(const Plan& plan) const {
    index::SearchRequest search = search_;
    search.query = plan.query;
    search.filters = answer_.filters;
    search.sort = answer_.sort;
    search.exact_total = detail_ == Detail::full;
    return reader_.search(search);
  }

  Result<void> search() {
    auto found = run_plan(plan_);
    if (!found) return fail(std::move(found.error()));
    found_ = *std::move(found);
    return {};
  }

  [[nodiscard]] bool found_nothing() const {
    return found_.total.exact && found_.total.count == 0 &&
           answer_.meant.extent == MeantQuery::Extent::something;
  }

  /// Takes over what a changed query finds; nothing happens where that is nothing as well.
  Result<bool> retry(const MeantQuery& meant, Matching loosest) {
    Plan retried = plan(meant, request_.ranking, index_.view().frequency, loosest);
    auto found = run_plan(retried);
    if (!found) return fail(std::move(found.error()));
    if (found->total.count == 0) return false;
    plan_ = std::move(retried);
    found_ = *std::move(found);
    return true;
  }

  /// Misspelt words: corrected where nothing was found, and else no more than named.
  Result<void> correct() {
    if (!found_nothing()) {
      if (deserves_suggestions()) answer_.corrections = ladder_.correct(answer_.meant, false);
      return index_.state();
    }
    MeantQuery corrected = answer_.meant;
    answer_.corrections = ladder_.correct(corrected, true);
    if (answer_.corrections.empty()) return index_.state();
    const auto found = retry(corrected, Matching::whole);
    if (!found) return fail(found.error());
    answer_.corrected = *found;
    if (*found) answer_.meant = std::move(corrected);
    return index_.state();
  }

  void note_corrections() {
    for (const Correction& correction : answer_.corrections) {
      const std::string so = answer_.corrected
                                 ? format("\"{}\" was taken for it", correction.instead)
                                 : format("did you mean \"{}\"?", correction.instead);
      answer_.notes.push_back(
          {format("no post has \"{}\"; {}", correction.typed, so), correction.span});
    }
  }

  /// Few posts for few words: then a word may be misspelt. A long question has words that no post
  /// has anyway.
  [[nodiscard]] bool deserves_suggestions() const {
    constexpr std::size_t kFewPosts = 10;
    constexpr std::ptrdiff_t kFewWords = 4;
    const auto words = std::ranges::count_if(answer_.meant.root.children, is_content_word);
    return detail_ == Detail::full && found_.total.exact && found_.total.count < kFewPosts &&
           words > 1 && words <= kFewWords;
  }

  /// The last try of a search that found nothing, with parts of its words.
  Result<void> loosen() {
    const Matching loosest = loosest_for(answer_.meant);
    if (!found_nothing() || loosest == Matching::whole) return {};
    const auto found = retry(answer_.meant, loosest);
    if (!found) return fail(found.error());
    if (*found)
      answer_.notes.push_back({"no post has the words; posts with parts of them are listed", {}});
    return {};
  }

  Result<void> show() {
    answer_.executed = plan_.query;
    answer_.total = found_.total;
    answer_.facets = limited(std::move(found_.facets), request_.facet_limit);
    const Highlighter highlighter(answer_.meant, analyzer_);
    for (index::Hit& hit : found_.hits) {
      ShownHit shown{std::move(hit), {}, {}, {}};
      if (detail_ == Detail::full) {
        shown.showing = query::show(shown.hit.document, highlighter, request_.excerpt);
        shown.reasons = reasons_for(plan_.origins, shown.hit.matched_terms);
      }
      if (auto explained = explain(shown); !explained) return explained;
      answer_.hits.push_back(std::move(shown));
    }
    return {};
  }

  Result<void> explain(ShownHit& shown) {
    if (!request_.explain || answer_.sort != index::Sort::relevance) return {};
    std::vector<Query> queries;
    for (const ScorePart& part : plan_.parts) queries.push_back(part.query);
    const auto weights = reader_.weights(queries, shown.hit.document.id, request_.ranking);
    if (!weights) return fail(weights.error());
    for (std::size_t i = 0; i < weights->size(); ++i) {
      const ScorePart& part = plan_.parts[i];
      if ((*weights)[i] > 0)
        shown.shares.push_back({part.kind, part.word, part.term, part.rung, (*weights)[i]});
    }
    return {};
  }

  index::Reader& reader_;
  analysis::Analyzer& analyzer_;
  const Request& request_;
  Detail detail_;
  std::vector<index::FacetKey> keys_;
  index::SearchRequest search_;  ///< without what the query decides
  LiveIndex index_;
  Ladder ladder_;
  Answer answer_;
  Plan plan_;
  index::SearchResult found_;
};

}  // namespace

Searcher::Searcher(index::Reader reader, const index::SynonymTable& synonyms)
    : reader_(std::move(reader)), table_(synonyms), synonyms_(table_, analyzer_) {
  follow_words();
}

void Searcher::follow_words() {
  if (reader_.settings().words == words_) return;
  words_ = reader_.settings().words;
  analyzer_ = analysis::Analyzer(analysis::make_dictionary(words_));
  synonyms_ = Synonyms(table_, analyzer_);
}

Result<Answer> Searcher::answer(std::string_view query, const Request& request, Detail detail) {
  follow_words();
  return Question(reader_, analyzer_, synonyms_, request, detail).run(query);
}

Result<Answer> Searcher::similar(std::string_view typed, const std::string& folder,
                                 const Request& request, Detail detail) {
  follow_words();
  const auto post = find_post(reader_, typed, folder);
  if (!post) return fail(post.error());
  const auto terms = reader_.terms_of(post->id);
  if (!terms) return fail(terms.error());
  const auto documents = reader_.document_count();
  if (!documents) return fail(documents.error());
  const index::Topic topic = index::topic_of(terms->value_or(std::vector<index::DocumentTerm>{}),
                                             *documents, request.ranking);
  return Question(reader_, analyzer_, synonyms_, request, detail).run_likeness(*post, topic);
}

}  // namespace geul::query
