// SPDX-License-Identifier: GPL-2.0-or-later
// query/: any bytes are answered from a small index, whatever the rungs make of them.
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "common/base/hash.hpp"
#include "common/index/synonyms.hpp"
#include "common/index/writer.hpp"
#include "common/text/utf8.hpp"
#include "query/answer.hpp"
#include "query/rungs/characters.hpp"
#include "query/rungs/keyboard.hpp"
#include "query/rungs/spelling.hpp"
#include "query/rungs/typing.hpp"
#include "tests/fuzz/expect.hpp"

namespace geul::fuzz {

namespace {

/// A folder that is gone with the process.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "geul-fuzz-XXXXXX").string();
    expect(mkdtemp(name.data()) != nullptr, "a temporary folder");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;
  [[nodiscard]] std::string database() const { return (path_ / "db").string(); }

 private:
  std::filesystem::path path_;
};

index::Document post(const char* id, const char* title, const char* text, const char* tag) {
  index::Document document;
  document.id = DocumentId(id);
  document.path = id;
  document.title = title;
  document.tags = {tag};
  document.date = from_iso("2022-07-28");
  document.sections.push_back({"", 0, "", 0, text, ""});
  return document;
}

void build(const std::string& database) {
  auto writer = index::Writer::open(database, index::OpenMode::replace);
  expect(writer.has_value(), "a database can be written");
  analysis::Analyzer analyzer;
  for (const index::Document& document :
       {post("1", "쿠버네티스 운영", "클러스터를 kubernetes로 관리한다. SRE팀이 본다.", "운영"),
        post("2", "작은 검색엔진", "주말에 검색 엔진을 만들었다. 알고리즘과 데이터베이스.", "검색"),
        post("3", "컬리 장보기", "컴퓨터로 콘텐츠를 본다. 회원이 100000명이다. 모레 만나자.",
             "일상"),
        post("4", "값이 닭알을", "함수를 부른다 과일 괴물 의자 node.js C++ 韓國 2022", "검색")})
    expect(writer->put({document, ContentHash(hash128("1")), analyzer}).has_value(), "a post");
  expect(writer->commit().has_value(), "a commit");
}

query::Searcher& searcher() {
  static const Folder folder;
  static query::Searcher one = [] {
    build(folder.database());
    const auto synonyms =
        index::read_synonyms("쿠버네티스 = kubernetes = k8s\n검색 엔진 = 서치\n컬리 => 마켓컬리\n");
    return query::Searcher(index::Reader::open({folder.database()}).value(), synonyms.value());
  }();
  return one;
}

void expect_shares(const query::ShownHit& shown) {
  double sum = 0;
  for (const query::Share& share : shown.shares) sum += share.score;
  expect(std::abs(sum - shown.hit.score) < 1e-6, "shares add up to the score");
}

void expect_alternatives(const query::MeantNode& node) {
  for (const query::Alternative& alternative : node.alternatives) {
    expect(!alternative.words.empty(), "an alternative has words");
    for (const query::MeantWord& word : alternative.words)
      expect(!word.terms.empty(), "and these have terms");
  }
  expect(node.alternatives.empty() || node.occurrence != query::Occurrence::must_not,
         "excluded words are what they are");
  for (const query::MeantNode& child : node.children) expect_alternatives(child);
}

void expect_texts(std::string_view typed) {
  expect(text::is_utf8(query::to_korean_layout(typed)), "the Korean layout gives UTF-8");
  expect(text::is_utf8(query::to_latin_layout(typed)), "the Latin layout gives UTF-8");
  const std::u16string characters = query::to_utf16(typed);
  for (const query::Spelling& spelling : query::loanword_spellings(characters))
    expect(spelling.text != characters, "a spelling is another");
  for (const query::WordPattern& pattern : query::half_typed_patterns(characters))
    expect(!pattern.places.empty(), "a pattern has places");
  const auto initials = query::initials_pattern(characters);
  expect(initials.has_value() == query::has_initials(characters), "initials have a pattern");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  query::Request request;
  request.today = Day{2024, 7, 18};
  request.explain = true;
  const auto answered = searcher().answer(text_of(data, size), request, query::Detail::full);
  expect(answered.has_value(), "any bytes are answered");
  expect_alternatives(answered->meant.root);
  if (answered->sort == index::Sort::relevance)
    for (const query::ShownHit& shown : answered->hits) expect_shares(shown);
  for (const query::Note& note : answered->notes)
    expect(text::is_utf8(note.message) && note.span.end <= answered->typed.text.size(), "notes");
  for (const query::Correction& correction : answered->corrections)
    expect(text::is_utf8(correction.typed) && !correction.instead.empty(), "corrections");
  expect_texts(answered->typed.text);
  return 0;
}

}  // namespace geul::fuzz
