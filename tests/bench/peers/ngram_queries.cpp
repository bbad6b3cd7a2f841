// SPDX-License-Identifier: GPL-2.0-or-later
// ngram_queries DB QUERIES [RUNS]: as query_latency, but asks a database of scriptindex
// (systems/omega.py says how it is made) with Xapian's own query parser and n-grams.
//
// Each answer has ten hits with their stored text and a snippet, and counts tags and years exactly
// where the query asks for facets.
#include <xapian.h>

#include <cstddef>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/latency_table.hpp"

namespace {

using geul::bench::TimedQuery;

constexpr Xapian::valueno kDate = 0;
constexpr Xapian::valueno kTags = 1;
constexpr Xapian::valueno kYear = 2;
constexpr Xapian::doccount kHits = 10;
constexpr unsigned kFlags = Xapian::QueryParser::FLAG_CJK_NGRAM | Xapian::QueryParser::FLAG_PHRASE |
                            Xapian::QueryParser::FLAG_BOOLEAN | Xapian::QueryParser::FLAG_LOVEHATE;

/// Counts the comma-separated values of a slot.
std::map<std::string, std::size_t> split(const Xapian::ValueCountMatchSpy& spy) {
  std::map<std::string, std::size_t> counts;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) {
    std::istringstream names(*value);
    for (std::string name; std::getline(names, name, ',');) counts[name] += value.get_termfreq();
  }
  return counts;
}

std::string text_of(const std::string& record) {
  const std::size_t at = record.find("body=");
  return at == std::string::npos ? std::string() : record.substr(at + 5);
}

class Asker {
 public:
  explicit Asker(const char* path) : database_(path) {
    parser_.set_database(database_);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }

  std::size_t answer(const TimedQuery& asked) {
    Xapian::Query query = parsed(asked.query);
    Xapian::Enquire enquire(database_);
    bool facets = false;
    bool bare = false;
    for (const std::string_view option : asked.options) {
      if (option.starts_with("tag=")) query = tagged(query, option.substr(4));
      if (option == "newest") enquire.set_sort_by_value(kDate, true);
      bare = bare || option == "bare";
      facets = facets || option.starts_with("facets");
    }
    enquire.set_query(query);
    if (facets) return counted(enquire);
    const Xapian::MSet found = enquire.get_mset(0, kHits);
    return bare ? named(found) : shown(found);
  }

 private:
  /// Xapian 1.4 cannot parse n-grams between words of other scripts ("abc 컬리 def"), in phrases
  /// neither: word by word it can. Such a phrase becomes all of its words.
  Xapian::Query parsed(const std::string& typed) {
    const bool phrase = typed.starts_with('"');
    if (phrase) {
      try {
        return parser_.parse_query(typed, kFlags);
      } catch (const Xapian::QueryParserError&) {
      }
    }
    std::vector<Xapian::Query> words;
    std::istringstream in(phrase ? typed.substr(1, typed.size() - 2) : typed);
    for (std::string word; in >> word;) words.push_back(parser_.parse_query(word, kFlags));
    return {phrase ? Xapian::Query::OP_AND : Xapian::Query::OP_OR, words.begin(), words.end()};
  }

  static Xapian::Query tagged(const Xapian::Query& query, std::string_view tag) {
    return {Xapian::Query::OP_FILTER, query, Xapian::Query("K" + std::string(tag))};
  }

  std::size_t counted(Xapian::Enquire& enquire) {
    Xapian::ValueCountMatchSpy tags(kTags);
    Xapian::ValueCountMatchSpy years(kYear);
    enquire.add_matchspy(&tags);
    enquire.add_matchspy(&years);
    const Xapian::MSet found = enquire.get_mset(0, kHits, database_.get_doccount());
    static_cast<void>(split(tags));
    static_cast<void>(split(years));
    return shown(found);
  }

  /// The record is one string, so that it is read whole for the title too.
  static std::size_t named(const Xapian::MSet& found) {
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      static_cast<void>(hit.get_document().get_data());
    return found.get_matches_estimated();
  }

  static std::size_t shown(const Xapian::MSet& found) {
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      static_cast<void>(found.snippet(text_of(hit.get_document().get_data()), 200, Xapian::Stem(),
                                      Xapian::MSet::SNIPPET_CJK_NGRAM |
                                          Xapian::MSet::SNIPPET_BACKGROUND_MODEL |
                                          Xapian::MSet::SNIPPET_EXHAUSTIVE));
    return found.get_matches_estimated();
  }

  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

int measure(const char* database, const char* queries, int runs) {
  auto classes = geul::bench::read_classes(queries);
  if (!classes) return 2;
  Asker asker(database);
  const auto ask = [&](const TimedQuery& query) { return std::optional(asker.answer(query)); };
  return geul::bench::time_classes(*classes, runs, ask) ? 0 : 2;
}

}  // namespace

int main(int argc, char** argv) {
  const auto runs = geul::bench::read_runs(argc, argv);
  if (!runs) {
    std::cerr << "usage: ngram_queries DB QUERIES [RUNS]\n";
    return 2;
  }
  try {
    return measure(argv[1], argv[2], *runs);
  } catch (const Xapian::Error& error) {
    std::cerr << "ngram_queries: " << error.get_description() << '\n';
    return 2;
  }
}
