// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/batch.hpp"

#include <catch2/catch.hpp>

namespace geul::query {

TEST_CASE("A batch is a query a line, behind its id and a tab", "[batch]") {
  const Batch batch = read_batch("q1\t검색 엔진\r\nq 2\ta\tb\n\nq3\t");
  REQUIRE(batch.queries.size() == 3);
  CHECK(batch.queries[0].id == "q1");
  CHECK(batch.queries[0].query == "검색 엔진");
  CHECK(batch.queries[1].id == "q 2");
  CHECK(batch.queries[1].query == "a\tb");
  CHECK(batch.queries[2].query.empty());
  CHECK(batch.malformed.empty());
}

TEST_CASE("Lines without a tab or an id are named by their numbers", "[batch]") {
  const Batch batch = read_batch("no tab\n\n\tno id\nq\tx\n");
  CHECK(batch.malformed == std::vector<std::size_t>{1, 3});
  CHECK(batch.queries.size() == 1);
}

}  // namespace geul::query
