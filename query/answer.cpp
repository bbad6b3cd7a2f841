// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/answer.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "common/base/format.hpp"
#include "query/boosts.hpp"
#include "query/filters.hpp"
#include "query/parse/node_kinds.hpp"
#include "query/rungs/ladder.hpp"
#include "query/rungs/live_index.hpp"
#include "query/rungs/word_rungs.hpp"
#include "query/similar.hpp"
#include "query/surface.hpp"

namespace geul::query {
namespace {

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

/// A query asks for a document's key only to pin it.
bool is_document_key(const std::string& term) {
  return term.starts_with(index::kIdPrefix);
}

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
    if (done) done = show_corrections();
    if (!done) return fail(done.error());
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
    answer_.typed.root.kind = TypedNode::Kind::list;
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
    ladder_.widen(answer_.meant);
    append(answer_.notes, answer_.meant.notes);
    plan_ = planned(answer_.meant, Matching::whole);
    append(answer_.notes, plan_.notes);
    note_inexact_phrases(answer_.typed.root);
    if (auto added = add_filters(); !added) return added;
    empty_if_nothing_is_asked();
    answer_.offset = request_.offset;
    const bool unranked = request_.sort == index::Sort::relevance && !plan_.ranked;
    answer_.sort = unranked ? index::Sort::newest : request_.sort;
    return index_.state();
  }

  void note_inexact_phrases(const TypedNode& node) {
    if (reader_.settings().positions) return;
    if (node.kind == TypedNode::Kind::phrase)
      answer_.notes.push_back(
          {"the database keeps no positions: the words of a phrase are found anywhere in a post",
           node.span});
    for (const TypedNode& child : node.children) note_inexact_phrases(child);
  }

  Result<void> add_filters() {
    auto filters = filters_for(request_, keys_, analyzer_, index_.view().frequency, answer_.notes);
    if (!filters) return fail(filters.error());
    answer_.filters = *std::move(filters);
    return {};
  }

  /// The plan of the query, with what raises posts beside its words.
  [[nodiscard]] Plan planned(const MeantQuery& meant, Matching loosest) {
    Plan made = plan(meant, request_.ranking, index_.view().frequency, loosest);
    Pinned pinned = pinned_for(answer_.typed.text, reader_.settings().pinned);
    has_pins_ = !pinned.posts.empty();
    if (has_pins_) {
      pinned.posts.push_back(std::move(made.match));
      made.match = Query::any(std::move(pinned.posts));
      std::ranges::move(pinned.parts, std::back_inserter(made.parts));
      made.ranked = true;
    }
    if (request_.half_life && made.ranked)
      std::ranges::move(recency_parts(*request_.half_life, request_.today, request_.ranking),
                        std::back_inserter(made.parts));
    made.query = assemble(made.match, made.parts);
    return made;
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
    search.matched_terms = detail_ == Detail::full || has_pins_;
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
    Plan retried = planned(meant, loosest);
    auto found = run_plan(retried);
    if (!found) return fail(std::move(found.error()));
    if (found->total.count == 0) return false;
    plan_ = std::move(retried);
    found_ = *std::move(found);
    return true;
  }

  /// Misspelt words: corrected where nothing was found, or nothing but their syllables by chance;
  /// else no more than named.
  Result<void> correct() {
    if (found_nothing()) return correct_by(Ladder::Correcting::beside);
    if (found_by_chance()) return correct_by(Ladder::Correcting::in_place_of_pairs);
    if (deserves_suggestions())
      answer_.corrections = ladder_.correct(answer_.meant, Ladder::Correcting::name_only);
    return index_.state();
  }

  Result<void> correct_by(Ladder::Correcting how) {
    MeantQuery corrected = answer_.meant;
    answer_.corrections = ladder_.correct(corrected, how);
    if (answer_.corrections.empty()) return index_.state();
    const auto found = retry(corrected, Matching::whole);
    if (!found) return fail(found.error());
    answer_.corrected = *found;
    if (*found) answer_.meant = std::move(corrected);
    return index_.state();
  }

  /// One word, and in none of the best posts do its syllables stand in a row.
  [[nodiscard]] bool found_by_chance() {
    const auto& words = answer_.meant.root.children;
    if (found_.hits.empty() || request_.offset > 0) return false;
    if (words.size() != 1 || !is_content_word(words.front())) return false;
    if (!is_unknown(words.front(), index_.view())) return false;
    const Highlighter highlighter(answer_.meant, analyzer_);
    return std::ranges::none_of(found_.hits, [&](const index::Hit& hit) {
      const Showing showing = query::show(hit.document, highlighter, request_.excerpt);
      return !showing.title.empty() || !showing.excerpt.highlights.empty() ||
             !showing.sections.empty();
    });
  }

  /// Says what was misspelt, with the words as posts write them, not as they are known by.
  Result<void> show_corrections() {
    for (Correction& correction : answer_.corrections) {
      auto shown = shown_word(correction.instead);
      if (!shown) return fail(shown.error());
      correction.instead = *std::move(shown);
      const std::string so = answer_.corrected
                                 ? format("\"{}\" was taken for it", correction.instead)
                                 : format("did you mean \"{}\"?", correction.instead);
      answer_.notes.push_back(
          {format("no post has \"{}\"; {}", correction.typed, so), correction.span});
    }
    return {};
  }

  [[nodiscard]] Result<std::string> shown_word(const std::string& term) {
    index::SearchRequest any;
    any.query = Query::term(term);
    any.limit = 1;
    const auto found = reader_.search(any);
    if (!found) return fail(found.error());
    std::map<std::string, std::string, std::less<>> surfaces{{term, ""}};
    if (!found->hits.empty()) add_surfaces(found->hits.front().document, analyzer_, surfaces);
    const std::string& surface = surfaces.begin()->second;
    return surface.empty() ? term : surface;
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
      ShownHit shown{.hit = std::move(hit)};
      if (detail_ == Detail::full) {
        shown.showing = query::show(shown.hit.document, highlighter, request_.excerpt);
        shown.reasons = reasons_for(plan_.origins, shown.hit.matched_terms);
      }
      shown.pinned = std::ranges::any_of(shown.hit.matched_terms, is_document_key);
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
  bool has_pins_ = false;
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
  return whole([&] { return Question(reader_, analyzer_, synonyms_, request, detail).run(query); });
}

Result<Answer> Searcher::similar(std::string_view typed, const std::string& folder,
                                 const Request& request, Detail detail) {
  follow_words();
  return whole([&]() -> Result<Answer> {
    const auto post = find_post(reader_, typed, folder);
    if (!post) return fail(post.error());
    const auto terms = reader_.terms_of(post->id);
    if (!terms) return fail(terms.error());
    const auto documents = reader_.document_count();
    if (!documents) return fail(documents.error());
    const index::Topic topic = index::topic_of(terms->value_or(std::vector<index::DocumentTerm>{}),
                                               *documents, request.ranking);
    return Question(reader_, analyzer_, synonyms_, request, detail).run_likeness(*post, topic);
  });
}

Result<Answer> Searcher::whole(const std::function<Result<Answer>()>& ask) const {
  for (;;) {
    const std::size_t missing = reader_.missing().size();
    Result<Answer> answer = ask();
    if (reader_.missing().size() > missing) continue;
    if (answer) answer->missing = index::names_of(reader_.missing());
    return answer;
  }
}

const std::vector<index::MissingDatabase>& Searcher::missing() const noexcept {
  return reader_.missing();
}

}  // namespace geul::query
