// SPDX-License-Identifier: GPL-2.0-or-later
// geul-index site: what it writes, read by the C++ reader and compared with the database.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>

#include "common/analysis/analyzer.hpp"
#include "common/index/reader.hpp"
#include "common/index/similar.hpp"
#include "common/index/terms.hpp"
#include "indexer/site/lengths.hpp"
#include "indexer/site/reader.hpp"
#include "tests/scenario/blog.hpp"

namespace geul::test {
namespace {

namespace fs = std::filesystem;
namespace site = indexer::site;
using site::SiteReader;

RunResult write_site(const fs::path& database, const fs::path& out,
                     const std::vector<std::string>& more = {}) {
  std::vector<std::string> arguments{"site", "--db", database, "--out", out};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return geul_index(arguments);
}

/// Every file below a folder with its bytes.
std::map<std::string, std::string> files_in(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) {
      std::ifstream in(entry.path(), std::ios::binary);
      files[entry.path().lexically_relative(folder)] = {std::istreambuf_iterator<char>(in), {}};
    }
  return files;
}

std::vector<index::Document> documents_of(index::Reader& reader) {
  std::vector<index::Document> documents;
  REQUIRE(reader.visit_oldest_first({[&](std::size_t) { documents.clear(); },
                                     [&](index::Document&& document) -> Result<void> {
                                       documents.push_back(std::move(document));
                                       return {};
                                     }}));
  return documents;
}

/// What a page has of a term, and how often.
struct Weight {
  std::uint32_t frequency = 0;
  std::uint8_t fields = 0;
  friend bool operator==(const Weight&, const Weight&) = default;
};
/// By stored term, then page.
using Weights = std::map<std::string, std::map<std::uint32_t, Weight>>;

/// The fields of a word, of the terms under their prefixes.
std::uint8_t fields_of(const std::map<std::string, std::uint32_t>& terms, const std::string& word) {
  using index::Field;
  const auto has = [&](Field field) { return terms.contains(index::word_term(field, word)); };
  const bool name = has(Field::tag) || has(Field::category) || has(Field::author);
  return static_cast<std::uint8_t>(
      (has(Field::title) ? site::kTitleBit : 0) | (has(Field::heading) ? site::kHeadingBit : 0) |
      (has(Field::code) ? site::kCodeBit : 0) | (has(Field::summary) ? site::kSummaryBit : 0) |
      (name ? site::kNameBit : 0) | (has(Field::body) ? 0 : site::kNotBodyBit));
}

Weights weights_in(index::Reader& reader, const std::vector<index::Document>& documents) {
  Weights weights;
  for (std::uint32_t page = 0; page < documents.size(); ++page) {
    const auto stored = reader.terms_of(documents[page].id);
    REQUIRE((stored && *stored));
    std::map<std::string, std::uint32_t> terms;
    for (const index::DocumentTerm& term : **stored) terms[term.term] = term.frequency;
    for (const auto& [term, frequency] : terms)
      if (frequency > 0)
        weights[term][page] = {frequency,
                               term.front() == 'B' ? std::uint8_t{0} : fields_of(terms, term)};
  }
  return weights;
}

Weights weights_in(const SiteReader& search) {
  Weights weights;
  const site::FileRange& files = search.directory().terms;
  std::string last;
  for (std::size_t file = 0; file < files.names.size(); ++file) {
    const auto rows = search.terms(file);
    REQUIRE(rows);
    if (file > 0) CHECK(last < files.firsts[file]);
    CHECK(files.firsts[file] <= rows->front().text);
    for (const site::TermRow& row : *rows)
      for (const site::TermPosting& posting : row.postings)
        weights[(row.pair ? "B" : "") + row.text][posting.page] = {posting.frequency,
                                                                   posting.fields};
    last = rows->back().text;
  }
  return weights;
}

/// Compared term by term, so that a difference is short.
void check_same(const Weights& in_search, const Weights& in_database) {
  REQUIRE(in_search.size() == in_database.size());
  for (const auto& [term, pages] : in_database) {
    const auto found = in_search.find(term);
    if (found == in_search.end() || found->second != pages) FAIL_CHECK("differs: " + term);
  }
}

void check_entry(const SiteReader& search, const std::vector<index::Document>& documents,
                 const Weights& weights) {
  const site::Entry& entry = search.entry();
  REQUIRE(entry.pages() == documents.size());
  std::vector<std::uint64_t> lengths(documents.size());
  for (const auto& [term, pages] : weights)
    for (const auto& [page, weight] : pages) lengths[page] += weight.frequency;
  std::uint64_t total = 0;
  for (std::size_t page = 0; page < lengths.size(); ++page) {
    total += lengths[page];
    const double read = site::length_of(entry.lengths[page]);
    CHECK(read == Approx(static_cast<double>(lengths[page])).epsilon(0.025));
  }
  CHECK(entry.total_length == total);
  for (std::size_t page = 0; page < documents.size(); ++page) {
    const auto& date = documents[page].date;
    CHECK(date.has_value() == (page >= entry.undated));
    if (date) CHECK(static_cast<int>(entry.days[page - entry.undated]) == day_number(date->day));
  }
}

/// Joined, the parts of a page are its text.
void check_texts(const SiteReader& search, const std::vector<index::Document>& documents) {
  for (std::size_t page = 0; page < documents.size(); ++page) {
    const index::Document& document = documents[page];
    std::string expected;
    std::string found;
    for (const index::Section& section : document.sections) expected += section.text + section.code;
    std::size_t units = 1;
    for (std::size_t unit = 0; unit < units; ++unit) {
      const auto fragment = search.fragment(page, unit);
      REQUIRE(fragment);
      units = fragment->units;
      CHECK(fragment->title == document.title);
      CHECK(fragment->url == (document.url.empty() ? document.id.str() : document.url));
      CHECK(fragment->tags == document.tags);
      for (const site::FragmentPart& part : fragment->parts)
        if (part.kind != site::PartKind::summary) found += part.content;
    }
    CHECK(found == expected);
  }
}

/// The words of a unit's parts.
std::set<std::string> words_of(const SiteReader& search, std::size_t page, std::size_t unit,
                               analysis::Analyzer& analyzer) {
  std::set<std::string> words;
  const auto fragment = search.fragment(page, unit);
  REQUIRE(fragment);
  for (const site::FragmentPart& part : fragment->parts)
    for (const std::string& text : {part.heading, part.content})
      analyzer.analyze(
          text, [&](const analysis::Token& token) { words.insert(std::string(token.term)); });
  return words;
}

/// Each posting's unit has the word; but for words at the edges of a cut, which may read otherwise
/// on their own.
void check_units(const SiteReader& search) {
  analysis::Analyzer analyzer;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::string>> words;
  std::size_t asked = 0;
  std::size_t missing = 0;
  const auto has = [&](const site::TermPosting& posting, const std::string& word) {
    const auto [unit, fresh] = words.try_emplace({posting.page, posting.unit});
    if (fresh) unit->second = words_of(search, posting.page, posting.unit, analyzer);
    return unit->second.contains(word);
  };
  for (std::size_t file = 0; file < search.directory().terms.names.size(); ++file) {
    const auto rows = search.terms(file);
    REQUIRE(rows);
    for (const site::TermRow& row : *rows)
      for (const site::TermPosting& posting : row.postings) {
        constexpr unsigned kElsewhere = site::kNotBodyBit | site::kTitleBit | site::kNameBit;
        const bool named =
            (posting.fields & site::kNotBodyBit) != 0 && (posting.fields & ~kElsewhere) == 0;
        if (row.pair || named) continue;
        ++asked;
        if (!has(posting, row.text)) ++missing;
      }
  }
  CHECK(asked > 0);
  CHECK(missing * 1000 <= asked);
}

void check_against_database(const fs::path& database, const fs::path& out) {
  auto reader = index::Reader::open({database});
  REQUIRE(reader);
  const std::vector<index::Document> documents = documents_of(*reader);
  const auto search = SiteReader::open(out);
  REQUIRE(search);
  const Weights weights = weights_in(*reader, documents);
  check_same(weights_in(*search), weights);
  check_entry(*search, documents, weights);
  check_texts(*search, documents);
  check_units(*search);
}

/// The sample posts, indexed.
class Samples : public Blog {
 public:
  explicit Samples(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"build", project_folder() / "data/posts", "--db", database(),
                                       "--quiet"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    REQUIRE(geul_index(arguments).status == 0);
  }
  [[nodiscard]] fs::path out() const { return folder() / "public/geul"; }
};

}  // namespace

TEST_CASE("site: words and pairs, their documents and frequencies are those of the database") {
  const Samples blog;
  const RunResult result = write_site(blog.database(), blog.out());
  REQUIRE(result.status == 0);
  CHECK(result.out.empty());
  CHECK(result.err.find("pages") != std::string::npos);
  CHECK(result.err.find("demo.html") != std::string::npos);
  check_against_database(blog.database(), blog.out());
}

TEST_CASE("site: the same of a blog of hundreds of posts, where it is there") {
  const fs::path posts = shared_folder() / "posts/hudi";
  if (!fs::exists(posts)) return;
  const Blog blog;
  REQUIRE(geul_index({"build", posts, "--db", blog.database(), "--quiet"}).status == 0);
  REQUIRE(write_site(blog.database(), blog.folder() / "geul", {"--quiet"}).status == 0);
  check_against_database(blog.database(), blog.folder() / "geul");
}

TEST_CASE("site: the same bytes each time, and of a database built by other threads") {
  const Samples one({"--jobs", "1"});
  const Samples two({"--jobs", "2"});
  REQUIRE(write_site(one.database(), one.out()).status == 0);
  const auto files = files_in(one.out());
  CHECK(files.size() > 100);
  const RunResult again = write_site(one.database(), one.out(), {"--quiet"});
  CHECK(again.status == 0);
  CHECK(again.err.empty());
  CHECK(files_in(one.out()) == files);
  REQUIRE(write_site(two.database(), two.out()).status == 0);
  CHECK(files_in(two.out()) == files);
}

TEST_CASE("site: a new post changes its own files, those of its words and the small ones") {
  const Samples blog;
  REQUIRE(write_site(blog.database(), blog.out()).status == 0);
  const auto before = files_in(blog.out());
  blog.post("new.md", markdown("두부와 산책", "2027-01-02", "일상", "두부가 산책한다."));
  REQUIRE(geul_index({"build", project_folder() / "data/posts", blog.posts(), "--db",
                      blog.database(), "--quiet"})
              .status == 0);
  REQUIRE(write_site(blog.database(), blog.out()).status == 0);
  std::size_t changed = 0;
  for (const auto& [name, bytes] : files_in(blog.out()))
    if (const auto old = before.find(name); old == before.end()) ++changed;
  CHECK(changed > 0);
  CHECK(changed < before.size() / 2);
}

TEST_CASE("site: facets, initials, titles, synonyms and pins") {
  const Blog blog;
  blog.post("a.md",
            "---\ntitle: 가나\ntags: [Java, 검색]\ndate: 2024-01-01\nseries: 하나\n---\n본문");
  blog.post("b.md", "---\ntitle: 다라\ntags: [java]\ndate: 2024-02-01\n---\n검색 엔진, 검사");
  blog.post("c.md", "---\ntitle: 마바\ntags: [java]\n---\n");
  blog.folder().write("posts/syn.txt", "검색 = 서치\n왕 => 임금\n");
  blog.folder().write("posts/geul.yaml",
                      "synonyms: syn.txt\nfacets: [series]\n"
                      "pinned:\n  - query: 처음\n    posts: [b.md]\n");
  REQUIRE(blog.build({"--quiet"}).status == 0);
  REQUIRE(write_site(blog.database(), blog.folder() / "geul").status == 0);
  const auto search = SiteReader::open(blog.folder() / "geul");
  REQUIRE(search);
  CHECK(search->titles().value() == std::vector<std::string>{"마바", "가나", "다라"});
  const auto facets = search->facets();
  REQUIRE(facets);
  REQUIRE(facets->size() == 4);
  CHECK((*facets)[0] == site::SiteFacet{"tag", {{"java", {0, 1, 2}}, {"검색", {1}}}});
  CHECK((*facets)[3] == site::SiteFacet{"series", {{"하나", {1}}}});
  CHECK(search->synonyms().value() ==
        R"([{"words":["검색","서치"]},{"words":["왕","임금"],"oneWay":true}])");
  CHECK(search->entry().undated == 1);
  CHECK(search->entry().settings.find(R"("pinned":[{"query":"처음","pages":[2]}])") !=
        std::string::npos);
  const auto words = search->initials(0);
  REQUIRE(words);
  const auto count = [&](const std::string& word) {
    const auto row = std::ranges::find(*words, word, &site::InitialsRow::word);
    return row == words->end() ? 0U : row->documents;
  };
  CHECK(count("검색") == 2);
  CHECK(count("검사") == 1);
}

TEST_CASE("site: a database without posts gives a search of none") {
  const Blog blog;
  fs::create_directories(blog.posts());
  static_cast<void>(blog.build({"--quiet"}));
  const RunResult result = write_site(blog.database(), blog.folder() / "geul");
  REQUIRE(result.status == 0);
  const auto search = SiteReader::open(blog.folder() / "geul");
  REQUIRE(search);
  CHECK(search->entry().pages() == 0);
  CHECK(search->directory().terms.names.empty());
  CHECK(search->titles().value().empty());
}

TEST_CASE("site: what is not a search's is left alone") {
  const Samples blog;
  blog.folder().write("public/index.html", "mine");
  const RunResult whole = write_site(blog.database(), blog.folder() / "public");
  CHECK(whole.status == 2);
  CHECK(whole.err.find("hint") != std::string::npos);
  REQUIRE(write_site(blog.database(), blog.out()).status == 0);
  blog.folder().write("public/geul/mine.css", "mine");
  const RunResult inside = write_site(blog.database(), blog.out());
  CHECK(inside.status == 2);
  CHECK(inside.err.find("mine.css") != std::string::npos);
  CHECK(fs::exists(blog.out() / "mine.css"));
  CHECK(fs::exists(blog.out() / "geul.bin"));
  CHECK(std::distance(fs::directory_iterator(blog.folder() / "public"), {}) == 2);
  CHECK(write_site(blog.database(), blog.database()).status == 2);
  CHECK(fs::exists(blog.database() / "iamglass"));
}

TEST_CASE("site: a writer that dies leaves the old search, and the next one cleans up") {
  const Samples blog;
  REQUIRE(write_site(blog.database(), blog.out()).status == 0);
  const auto before = files_in(blog.out());
  const fs::path left = blog.folder() / "public/geul.new-999999999";
  fs::create_directories(left / "f");
  blog.folder().write("public/geul.new-999999999/f/0-000000.0.bin", "half");
  CHECK(files_in(blog.out()) == before);
  REQUIRE(write_site(blog.database(), blog.out()).status == 0);
  CHECK(!fs::exists(left));
  CHECK(files_in(blog.out()) == before);
}

TEST_CASE("site: without --out or a database it says what to do") {
  const Blog blog;
  const RunResult nowhere = geul_index({"site", "--db", blog.database()});
  CHECK(nowhere.status == 2);
  CHECK(nowhere.err.find("--out") != std::string::npos);
  const RunResult nothing = write_site(blog.database(), blog.folder() / "geul");
  CHECK(nothing.status == 2);
  CHECK(!fs::exists(blog.folder() / "geul"));
}

}  // namespace geul::test
