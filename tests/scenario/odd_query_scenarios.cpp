// SPDX-License-Identifier: GPL-2.0-or-later
// What a person or a script types by mistake is answered, and said.
#include <catch2/catch.hpp>

#include "tests/scenario/blog.hpp"
#include "tests/support/repeated.hpp"

namespace geul::test {
namespace {

using Catch::Contains;

class OddBlog : public Blog {
 public:
  OddBlog() {
    post("kube.md", markdown("쿠버네티스 운영", "2022-07-28", "운영", "클러스터를 관리한다."));
    post("search.md", markdown("검색 엔진", "2023-01-02", "검색", "검색엔진을 만든다."));
    REQUIRE(build().status == 0);
  }
};

}  // namespace

TEST_CASE_METHOD(OddBlog, "an unknown field is read as words, with a note", "[odd]") {
  const RunResult asked = query({"unknown:쿠버네티스"});
  CHECK(asked.status == 0);
  CHECK_THAT(asked.out, Contains("쿠버네티스 운영"));
  CHECK_THAT(asked.err, Contains("unknown"));
}

TEST_CASE_METHOD(OddBlog, "a quote that is never closed is one to the end, with a note", "[odd]") {
  const RunResult asked = query({"\"검색 엔진"});
  CHECK(asked.status == 0);
  CHECK_THAT(asked.out, Contains("검색 엔진"));
  CHECK_THAT(asked.err, Contains("quot"));
}

TEST_CASE_METHOD(OddBlog, "a query of a megabyte in a batch is cut, with a note", "[odd]") {
  RunOptions options;
  options.input =
      "1\t쿠버네티스 " + times("아무말 ", 150'000) + "\n2\t" + times("검색", 200'000) + "\n";
  const RunResult asked = query({"--batch", "-", "--format", "jsonl"}, options);
  CHECK(asked.status == 0);
  CHECK_THAT(asked.out, Contains("kube.md"));
  CHECK_THAT(asked.err, Contains("4096"));
}

TEST_CASE_METHOD(OddBlog, "a query as long as an argument may be", "[odd]") {
  const RunResult asked = query({"쿠버네티스 " + times("낱말 ", 15'000)});
  CHECK(asked.status == 0);
  CHECK_THAT(asked.out, Contains("쿠버네티스 운영"));
  CHECK_THAT(asked.err, Contains("4096"));
}

TEST_CASE_METHOD(OddBlog, "what ranks nothing, or cannot be, is no error", "[odd]") {
  for (const std::string& odd :
       {times("(", 500) + "쿠버네티스", times("ㅋㅂ ", 1000), times("쿠버ㄴ ", 500),
        std::string("쿠버네티스 \xFF\xEA\xB2"), times("쿠버네티스", 100),
        times("\xF0\x9F\x98\x80", 500), std::string("date:2022-02-31 쿠버네티스"), std::string("-"),
        std::string("\"\" () * +")}) {
    const RunResult asked = query({"--", odd});
    INFO(odd.substr(0, 80));
    CHECK((asked.status == 0 || asked.status == 1));
    CHECK_THAT(asked.err, !Contains("error"));
  }
  CHECK_THAT(query({"date:2022-02-31 쿠버네티스"}).err, Contains("no date"));
}

TEST_CASE_METHOD(OddBlog, "a note says that a long query was looked for in few spellings",
                 "[odd]") {
  const RunResult asked = query({times("쿠버네티스 ", 40)});
  CHECK(asked.status == 0);
  CHECK_THAT(asked.err, Contains("other spellings"));
}

}  // namespace geul::test
