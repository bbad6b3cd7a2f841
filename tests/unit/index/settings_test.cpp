// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/settings.hpp"

#include <catch2/catch.hpp>

#include "common/index/reader.hpp"
#include "common/index/writer.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::index {
namespace {

Settings full_settings() {
  FieldWeights weights;
  weights.title = 8;
  weights.code = kMostFieldWeight;
  return {{"series", "lang"},
          {"마켓컬리", "토스증권"},
          "/home/글/동의어.txt",
          {{"채용", {DocumentId("recruit.md"), DocumentId("이직.md")}}},
          "/home/글/낱말.txt",
          "/home/글/geul.yaml",
          true,
          false,
          weights};
}

TEST_CASE("settings come back as they were encoded") {
  CHECK(encode_settings({}).empty());
  CHECK(decode_settings("").value() == Settings{});
  CHECK(decode_settings(encode_settings(full_settings())).value() == full_settings());
}

TEST_CASE("damaged settings are an error, unknown members are not") {
  CHECK(decode_settings(R"({"later":1,"facets":["lang"]})")->facets ==
        std::vector<std::string>{"lang"});
  for (const char* const damaged :
       {"{", "[]", R"({"facets":1})", R"({"words":[1]})", R"({"pinned":[{"query":1}]})",
        R"({"synonyms":[]})", R"({"unsettled":1})", R"({"positions":1})", R"({"weights":1})",
        R"({"weights":{"title":0}})", R"({"weights":{"title":21}})", R"({"weights":{"title":1.5}})",
        R"({"weights":{"path":1}})", R"({"weights":{"head":1}})"}) {
    INFO(damaged);
    REQUIRE_FALSE(decode_settings(damaged));
    CHECK(decode_settings(damaged).error().code == ErrorCode::malformed);
  }
}

TEST_CASE("a database keeps its settings from the next commit on") {
  const test::TemporaryFolder folder;
  const std::string database = (folder.path() / "db").string();
  {
    Writer writer = Writer::open(database, OpenMode::update).value();
    CHECK(writer.settings().value() == Settings{});
    REQUIRE(writer.set_settings(full_settings()));
    CHECK(Reader::open({database})->settings() == Settings{});
    REQUIRE(writer.commit());
  }
  CHECK(Reader::open({database})->settings() == full_settings());
  Writer writer = Writer::open(database, OpenMode::replace).value();
  CHECK(writer.settings().value() == Settings{});
  REQUIRE(writer.set_settings({}));
  REQUIRE(writer.commit());
  CHECK(Reader::open({database})->settings() == Settings{});
}

}  // namespace
}  // namespace geul::index
