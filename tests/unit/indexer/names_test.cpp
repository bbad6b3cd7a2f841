// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/names.hpp"

#include <catch2/catch.hpp>

#include "indexer/post/metadata.hpp"

namespace geul::indexer {

using Names = std::vector<std::string>;

namespace {

template <class Read>
Names read(Read reader, std::string_view yaml) {
  WarningList warnings("f");
  return reader(parse_yaml(yaml).value(), warnings);
}
Names tags(std::string_view yaml) {
  return read(read_tags, yaml);
}

}  // namespace

TEST_CASE("Tags in every shape") {
  CHECK(tags("tags: [검색, 한국어]") == Names{"검색", "한국어"});
  CHECK(tags("tags:\n  - 검색\n  - 한국어") == Names{"검색", "한국어"});
  CHECK(tags("tags:\n  - [코무, 커리어, 이직]") == Names{"코무", "커리어", "이직"});
  CHECK(tags("tags: 검색, 한국어 처리") == Names{"검색", "한국어 처리"});
  CHECK(tags("tag : vim 편집기") == Names{"vim", "편집기"});
  CHECK(tags("tags: '한국어 처리'") == Names{"한국어 처리"});
  CHECK(tags("tags: 검색") == Names{"검색"});
  CHECK(tags("tags:").empty());
  CHECK(tags("tags: []").empty());
  CHECK(tags("tags: [null, '', 검색]") == Names{"검색"});
  CHECK(tags("tags: [2022, true]") == Names{"2022", "true"});
  CHECK(tags("tags: ['#vim', 'C#', '#1']") == Names{"vim", "C#", "#1"});
  CHECK(tags("taxonomies:\n  tags: [a, b]") == Names{"a", "b"});
  CHECK(tags("extra: {tags: [a]}") == Names{"a"});
  CHECK(tags("keywords: 검색 엔진, 색인") == Names{"검색 엔진", "색인"});
  CHECK(tags("tags: [a]\nkeywords: b") == Names{"a"});
  CHECK(tags("tags:\n  - {name: 검색, slug: s}\n  - {slug: t}") == Names{"검색"});
}

TEST_CASE("Names are trimmed, in NFC and given once") {
  CHECK(tags("tags: ['  검색  엔진 ', Java, java, JAVA]") == Names{"검색 엔진", "Java"});
  CHECK(tags("tags: ['\u1100\u1161']") == Names{"가"});
  CHECK(tags("tags: [\"a\\0b\"]") == Names{"a b"});
}

TEST_CASE("Categories and authors") {
  CHECK(read(read_categories, "category: 개발 이야기") == Names{"개발 이야기"});
  CHECK(read(read_categories, "categories: 개발 이야기") == Names{"개발", "이야기"});
  CHECK(read(read_categories, "categories:\n  - 대외활동") == Names{"대외활동"});
  CHECK(read(read_authors, "author: 김글, 이말") == Names{"김글", "이말"});
  CHECK(read(read_authors, "author: Kim Geul") == Names{"Kim Geul"});
  CHECK(read(read_authors, "authors:\n  - name: 김글\n    url: x\n  - 이말") ==
        Names{"김글", "이말"});
  CHECK(read(read_authors, "author: {name: 김글}") == Names{"김글"});
}

}  // namespace geul::indexer
