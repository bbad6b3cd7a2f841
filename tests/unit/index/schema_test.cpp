// SPDX-License-Identifier: GPL-2.0-or-later
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "common/base/format.hpp"
#include "common/base/json.hpp"
#include "common/index/facets.hpp"
#include "common/index/fields.hpp"
#include "common/index/postings.hpp"
#include "common/index/query.hpp"
#include "common/index/reader.hpp"
#include "common/index/record.hpp"
#include "common/index/settings.hpp"
#include "common/index/title_terms.hpp"
#include "tests/support/temporary_folder.hpp"

// SCHEMA.md says what the tables of the program say.
namespace geul::index {
namespace {

using Row = std::vector<std::string>;

std::string schema_text() {
  std::ifstream file(test::project_folder() / "common/index/SCHEMA.md");
  std::ostringstream text;
  text << file.rdbuf();
  REQUIRE_FALSE(text.str().empty());
  return text.str();
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" `");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" `") - first + 1);
}

Row cells(const std::string& line) {
  Row row;
  std::istringstream stream(line.substr(1));
  for (std::string cell; std::getline(stream, cell, '|');) row.push_back(trimmed(cell));
  return row;
}

/// The rows of the table whose head begins with these cells.
std::vector<Row> table(const Row& head) {
  std::istringstream lines(schema_text());
  std::vector<Row> rows;
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    const bool is_row = line.starts_with("|");
    const Row row = is_row ? cells(line) : Row();
    if (inside && !is_row) break;
    if (inside && !row[0].starts_with("---")) rows.push_back(row);
    if (row.size() >= head.size() && std::equal(head.begin(), head.end(), row.begin()))
      inside = true;
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

std::string_view name_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
      return "text";
    case FieldKind::words:
      return "words";
    case FieldKind::name:
      break;
  }
  return "name";
}

TEST_CASE("SCHEMA.md names the schema's version") {
  CHECK(schema_text().find(format("**Schema version {}.**", kSchemaVersion)) != std::string::npos);
}

TEST_CASE("SCHEMA.md has the table of fields") {
  const std::vector<Row> rows = table({"field", "prefix"});
  REQUIRE(rows.size() == kFields.size());
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    const FieldInfo& field = kFields[i];
    CHECK(rows[i] == Row{std::string(field.name), std::string(field.prefix),
                         std::string(field.name_prefix), std::string(name_of(field.kind)),
                         std::to_string(field.weight())});
  }
}

TEST_CASE("SCHEMA.md has the table of slots") {
  const std::map<std::string, Slot> slots{
      {"date", Slot::date},       {"tags", Slot::tags},        {"day", Slot::day},
      {"oldest", Slot::oldest},   {"hash", Slot::hash},        {"categories", Slot::categories},
      {"authors", Slot::authors}, {"postings", Slot::postings}};
  const std::vector<Row> rows = table({"slot", "name"});
  CHECK(rows.size() == slots.size());
  for (const Row& row : rows) {
    INFO(row[1]);
    REQUIRE(slots.contains(row[1]));
    CHECK(row[0] == std::to_string(static_cast<unsigned>(slots.at(row[1]))));
  }
}

/// 1048576 as 1,048,576.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

TEST_CASE("SCHEMA.md has the limits") {
  std::string limits;
  for (const Row& row : table({"what", "limit"})) limits += row[1] + "; " + row[2] + "; ";
  for (const std::size_t limit :
       {kMaxIndexTermBytes, kMaxNameTermBytes, kMaxNameBytes, kMaxPackedBytes, kMaxRecordText,
        kSectionOverhead, kMaxRecordString, kMaxExpansion, kMaxTotalExpansion, kMaxQueryTerms,
        kMaxQueryDepth, analysis::kMaxTermBytes, kMaxFacetKeyBytes, kMaxFacetKeys, kExactMatches,
        kMaxTitleStarts, kMaxTitleTermBytes}) {
    INFO(limit);
    CHECK(limits.find(grouped(limit)) != std::string::npos);
  }
}

TEST_CASE("SCHEMA.md has the positions and the record's version") {
  const std::string text = schema_text();
  CHECK(text.find(format("at position {}.", kFirstPosition)) != std::string::npos);
  CHECK(text.find(format("lie {} positions", kPositionGap)) != std::string::npos);
  CHECK(text.find(format("the record's version, {} ", int{kRecordVersion})) != std::string::npos);
}

TEST_CASE("SCHEMA.md has the slots and terms of configured facets") {
  const std::string text = schema_text();
  CHECK(text.find(format("{:#x}, and to this is added", kFirstKeySlot)) != std::string::npos);
  CHECK(text.find(format("the first {} bits", kKeySlotBits)) != std::string::npos);
  CHECK(text.find(format("| `{}`*key*`:`*name* |", kFacetPrefix)) != std::string::npos);
  CHECK(text.find(format("| `{}`*key*`:`*word* |", kFacetWordPrefix)) != std::string::npos);
  CHECK(text.find(format("| `{}`*key*`:{}`*pair* |", kFacetWordPrefix, kPairMark)) !=
        std::string::npos);
}

TEST_CASE("SCHEMA.md has the terms of titles") {
  const std::string text = schema_text();
  for (const TitlePlace place : {TitlePlace::front, TitlePlace::inside})
    CHECK(text.find(format("| `{}`*title*`␟`*day* |", title_prefix(place))) != std::string::npos);
}

TEST_CASE("SCHEMA.md lists every member of the settings") {
  std::string members;
  for (const Row& row : table({"setting", "type"})) members += "`" + row[0] + "`";
  const Settings settings{{"a"}, {"b"}, "c", {{"d", {DocumentId("e")}}}, "f", "g", true};
  const Json json = parse_json(encode_settings(settings)).value();
  CHECK(json.size() == 7);
  for (const auto& [member, value] : json.items()) {
    INFO(member);
    CHECK(members.find("`" + member + "`") != std::string::npos);
  }
}

TEST_CASE("SCHEMA.md lists every member of the record") {
  std::string members;
  for (const Row& row : table({"member", "type"})) members += "`" + row[0] + "` ";
  for (const char* const member :
       {"id", "path", "url", "title", "summary", "language", "series", "tags", "categories",
        "authors", "facets", "date", "updated", "sections"}) {
    INFO(member);
    CHECK(members.find("`" + std::string(member) + "`") != std::string::npos);
  }
}

}  // namespace
}  // namespace geul::index
