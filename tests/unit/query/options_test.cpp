// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/options.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/support/temporary_folder.hpp"

namespace geul::query {
namespace {

Result<Options> read(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "geul-query");
  return read_options(static_cast<int>(arguments.size()), arguments.data(), {2024, 7, 18});
}

ErrorCode failure(const std::vector<const char*>& arguments) {
  const auto options = read(arguments);
  REQUIRE_FALSE(options);
  CHECK_FALSE(options.error().message.empty());
  return options.error().code;
}

}  // namespace

TEST_CASE("The query's words may be several arguments, with signs among them", "[options]") {
  CHECK(read({"검색 엔진", "후기"})->query == "검색 엔진 후기");
  CHECK(read({"검색", "-장애", "--tag", "a", "+c++"})->query == "검색 -장애 +c++");
  CHECK(read({"--", "-장애", "--tag"})->query == "-장애 --tag");
  CHECK(read({})->query.empty());
}

TEST_CASE("Every option reaches the request", "[options]") {
  const auto options = read({"--db",
                             "a",
                             "--db",
                             "h:1",
                             "--tag",
                             "x",
                             "--tag",
                             "y",
                             "--category",
                             "c",
                             "--author",
                             "이승윤",
                             "--since",
                             "2022-07",
                             "--until",
                             "2023",
                             "--sort",
                             "oldest",
                             "--limit",
                             "0",
                             "--offset",
                             "5",
                             "--facets=year,tag",
                             "--facet-limit",
                             "3",
                             "--facet-sort",
                             "name",
                             "--where",
                             "series=a=b",
                             "--where",
                             "year=2022",
                             "--format",
                             "json",
                             "--explain",
                             "--analyze",
                             "--color",
                             "never"});
  REQUIRE(options);
  CHECK(options->databases == std::vector<std::string>{"a", "h:1"});
  const Request& request = options->request;
  CHECK(request.tags == std::vector<std::string>{"x", "y"});
  CHECK(request.categories == std::vector<std::string>{"c"});
  CHECK(request.authors == std::vector<std::string>{"이승윤"});
  CHECK(request.days == index::DayRange{{2022, 7, 1}, {2023, 12, 31}});
  CHECK(request.sort == index::Sort::oldest);
  CHECK(request.limit == 0);
  CHECK(request.offset == 5);
  CHECK(request.facets == FacetChoice{FacetChoice::Set::named, {"year", "tag"}});
  CHECK(request.facet_limit == 3);
  CHECK(request.facet_order == index::FacetOrder::name);
  CHECK(request.where == std::vector<Selection>{{"series", "a=b"}, {"year", "2022"}});
  CHECK(options->format == Format::json);
  CHECK((options->explain && options->analyze));
  CHECK(options->color == cli::When::never);
}

TEST_CASE("Left out, options have their defaults", "[options]") {
  CHECK(read({"a"})->request.limit == kDefaultLimit);
  CHECK(read({"a", "--format", "trec"})->request.limit == kDefaultTrecLimit);
  CHECK(read({"a"})->request.facets == FacetChoice{});
  CHECK(read({"a", "--facets"})->request.facets.set == FacetChoice::Set::dates_once);
  CHECK(read({"a", "--facets", "--format", "json"})->request.facets.set == FacetChoice::Set::all);
  CHECK(read({"a", "--facets"})->request.facet_limit == kDefaultFacetLimit);
  CHECK(read({"a", "--facets", "--format", "json"})->request.facet_limit == 0);
  CHECK_FALSE(read({"a"})->request.days);
  CHECK(read({"--batch", "-"})->batch == "-");
}

TEST_CASE("Facets alone list every value and no posts, unless something says which posts",
          "[options]") {
  for (const std::vector<const char*>& alone : std::vector<std::vector<const char*>>{
           {"--facets"}, {"--facets=tag"}, {"--facets", "--format", "json"}}) {
    CHECK(read(alone)->request.limit == 0);
    CHECK(read(alone)->request.facet_limit == 0);
  }
  CHECK(read({"--facets", "--facet-limit", "5"})->request.facet_limit == 5);
  for (const std::vector<const char*>& more :
       std::vector<std::vector<const char*>>{{"--facets", "a"},
                                             {"--facets", "--tag", "a"},
                                             {"--facets", "--where", "a=b"},
                                             {"--facets", "--since", "2022"},
                                             {"--facets", "--offset", "3"},
                                             {"--facets", "--limit", "10"},
                                             {"--facets", "--batch", "-"},
                                             {"--facets", "--format", "paths"}})
    CHECK(read(more)->request.limit == kDefaultLimit);
}

TEST_CASE("A blank query lists posts, but in a batch it finds nothing", "[options]") {
  CHECK(read({})->request.blank == Blank::lists);
  CHECK(read({"--batch", "-"})->request.blank == Blank::finds_nothing);
}

TEST_CASE("What cannot be is a usage error", "[options]") {
  CHECK(failure({"--since", "2023-02-30"}) == ErrorCode::usage);
  CHECK(failure({"--until", "언젠가"}) == ErrorCode::usage);
  CHECK(failure({"--limit", "-1"}) == ErrorCode::usage);
  CHECK(failure({"--limit", "many"}) == ErrorCode::usage);
  CHECK(failure({"--facet-limit", "x"}) == ErrorCode::usage);
  CHECK(failure({"--facet-sort", "best"}) == ErrorCode::usage);
  for (const char* where : {"series", "=a", "series=", ""})
    CHECK(failure({"--where", where}) == ErrorCode::usage);
  CHECK(failure({"--sort", "best"}) == ErrorCode::usage);
  CHECK(failure({"--nonsense"}) == ErrorCode::usage);
  CHECK(failure({"--batch", "f", "query"}) == ErrorCode::usage);
}

TEST_CASE("A width is a number of columns within reason", "[options]") {
  CHECK_FALSE(read({"a"})->width);
  CHECK(read({"a", "--width", "80"})->width == 80U);
  CHECK(read({"a", "--width", "20"})->width == kMinWidth);
  for (const char* width : {"0", "19", "2001", "1000000000", "99999999999999999999", "-5", "wide",
                            "8o", "", "80.5", "８０"}) {
    CAPTURE(width);
    const auto options = read({"a", "--width", width});
    REQUIRE_FALSE(options);
    CHECK(options.error().code == ErrorCode::usage);
    CHECK(options.error().message.find("columns") != std::string::npos);
  }
}

TEST_CASE("A period may be said as people say it", "[options]") {
  const auto period = read({"--since", "최근 30일", "--until", "어제"});
  REQUIRE(period);
  CHECK(period->request.days == index::DayRange{{2024, 6, 19}, {2024, 7, 17}});
  CHECK(period->request.today == Day{2024, 7, 18});
  CHECK(read({"--since", "2022년 7월"})->request.days ==
        index::DayRange{{2022, 7, 1}, {9999, 12, 31}});
  CHECK(failure({"--since", "2022..2023"}) == ErrorCode::usage);
}

TEST_CASE("A period that ends before it begins is a usage error with a hint", "[options]") {
  const auto reversed = read({"--since", "2024", "--until", "2023"});
  REQUIRE_FALSE(reversed);
  CHECK(reversed.error().code == ErrorCode::usage);
  CHECK_FALSE(reversed.error().hint.empty());
  CHECK(failure({"--since", "2023-05-02", "--until", "2023-05-01"}) == ErrorCode::usage);
  CHECK(read({"--since", "2023-05-02", "--until", "2023"}));
  CHECK(read({"--since", "2023", "--until", "2023"}));
}

TEST_CASE("Help and version are texts to print", "[options]") {
  CHECK(read({"--help"})->text.find("--facets") != std::string::npos);
  CHECK(read({"--version"})->text.starts_with("geul-query "));
}

TEST_CASE("A database that is named twice is one", "[options]") {
  const test::TemporaryFolder folder;
  std::filesystem::create_directories(folder / "a");
  std::filesystem::create_directories(folder / "b");
  std::filesystem::create_directory_symlink(folder / "a", folder / "c");
  const std::string a = (folder / "a").string();
  const std::string b = (folder / "b").string();
  const auto kept = without_repeats(
      {a, b, a, a + "/", b + "/../a", (folder / "c").string(), b, "host:1", "host:2", "host:1"});
  CHECK(kept == std::vector<std::string>{a, b, "host:1", "host:2"});
}

}  // namespace geul::query
