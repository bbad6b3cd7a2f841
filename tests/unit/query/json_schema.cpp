// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/query/json_schema.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>
#include <sstream>

#include "common/base/files.hpp"
#include "tests/support/temporary_folder.hpp"

namespace geul::test {
namespace {

bool is_span(const Json& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number_unsigned() &&
         value[1].is_number_unsigned() && value[0] <= value[1];
}

bool is_plain(const Json& value, const std::string& type) {
  if (type == "string") return value.is_string();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "object") return value.is_object();
  return type == "span" && is_span(value);
}

}  // namespace

JsonSchema::JsonSchema(std::string_view file) {
  const auto document = read_file(project_folder() / file, 1 << 20);
  REQUIRE(document);
  static const std::regex row(R"(\| `(\w+)` \| ([^|]+) \|.*)");
  std::istringstream lines(*document);
  std::string name;
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.starts_with("## ")) name = line.substr(3);
    if (std::regex_match(line, match, row)) tables_[name].emplace_back(match[1], match[2]);
  }
}

std::vector<std::string> JsonSchema::faults(const Json& value, const std::string& type) const {
  std::vector<std::string> faults;
  check(value, type, type, faults);
  return faults;
}

void JsonSchema::check(const Json& value, const std::string& type, const std::string& where,
                       std::vector<std::string>& faults) const {
  if (const std::size_t either = type.find(" or "); either != std::string::npos) {
    if (!is_plain(value, type.substr(either + 4)))
      check(value, type.substr(0, either), where, faults);
  } else if (type.front() == '[') {
    if (!value.is_array()) faults.push_back(where + " is no list");
    for (const Json& item : value)
      check(item, type.substr(1, type.size() - 2), where + "[]", faults);
  } else if (const auto table = tables_.find(type); table != tables_.end()) {
    check_members(value, table->second, where, faults);
  } else if (!is_plain(value, type)) {
    faults.push_back(where + " is no " + type);
  }
}

void JsonSchema::check_members(const Json& value, const Table& table, const std::string& where,
                               std::vector<std::string>& faults) const {
  if (!value.is_object()) return faults.push_back(where + " is no object");
  for (const auto& [name, type] : table) {
    const bool optional = type.back() == '?';
    const auto member = value.find(name);
    if (member != value.end())
      check(*member, optional ? type.substr(0, type.size() - 1) : type, where + "." + name, faults);
    else if (!optional)
      faults.push_back(where + "." + name + " is missing");
  }
  for (const auto& [name, member] : value.items())
    if (std::ranges::find(table, name, [](const auto& row) { return row.first; }) == table.end())
      faults.push_back(where + "." + name + " is not in the document");
}

}  // namespace geul::test
