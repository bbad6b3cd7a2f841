// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/tables/emit.hpp"

#include <vector>

#include "common/analysis/tables/tables.hpp"
#include "common/base/format.hpp"
#include "common/base/hash.hpp"

namespace geul::analysis::tables {
namespace {

constexpr const char* kHead =
    "// Generated from data/korean by geul_make_tables; change the tables there.\n"
    "// SPDX-License-Identifier: MIT\n"
    "#pragma once\n\n";
constexpr const char* kIncludeTypes = "#include \"common/analysis/core/table_types.hpp\"\n\n";
constexpr const char* kIncludePacked = "#include \"common/analysis/core/packed_lookup.hpp\"\n\n";
constexpr const char* kOpen = "namespace geul::analysis::core::tables {\n\n";
constexpr const char* kClose = "}  // namespace geul::analysis::core::tables\n";

std::string array(const Table& table) {
  std::string text = geul::format("inline constexpr {} {}[] = {{\n", table.type, table.name);
  for (const Entry& entry : table.entries) text += "    " + entry.text + ",\n";
  return text + "};\n\n";
}

std::string arrays(const std::vector<Table>& tables) {
  std::string text;
  for (const Table& table : tables) text += array(table);
  return text;
}

void append_utf8(std::string& text, char16_t syllable) {
  text += static_cast<char>(0xE0U | (unsigned{syllable} >> 12U));
  text += static_cast<char>(0x80U | ((unsigned{syllable} >> 6U) & 0x3FU));
  text += static_cast<char>(0x80U | (unsigned{syllable} & 0x3FU));
}

std::string hash_of(const std::vector<Table>& tables) {
  return geul::to_hex(geul::hash128(arrays(tables))).substr(0, 8);
}

/// A form, and a character from '0' on for each member.
std::string json_of(const Entry& entry) {
  std::string text = "\"";
  for (const char16_t c : entry.form) append_utf8(text, c);
  for (const std::size_t value : entry.values) text += static_cast<char>('0' + value);
  return text + '"';
}

std::string json_of(const Table& table) {
  std::string text;
  for (const Entry& entry : table.entries) text += (text.empty() ? "[" : ",\n") + json_of(entry);
  return text + ']';
}

}  // namespace

std::string emit_header(const std::string& data_folder) {
  const std::vector<Table> tables = read_tables(data_folder);
  return kHead + std::string(kIncludeTypes) + kOpen + arrays(tables) +
         geul::format("inline constexpr char kHash[] = \"{}\";\n\n", hash_of(tables)) + kClose;
}

std::string emit_json(const std::string& data_folder) {
  const std::vector<Table> tables = read_tables(data_folder);
  std::string rows;
  for (const Table& table : tables) rows += (rows.empty() ? "" : ",\n") + json_of(table);
  return geul::format("{{\"hash\": \"{}\", \"tables\": [\n{}]}}\n", hash_of(tables), rows);
}

std::string emit_packed_header(const std::string& data_folder) {
  std::string text = kHead + std::string(kIncludePacked) + kOpen;
  std::size_t first = 0;
  for (const Table& table : read_tables(data_folder)) {
    const std::string row = table.type == "char16_t" ? "Form" : table.type;
    text += geul::format("inline constexpr PackedTable<{}, {}, {}> {}{{}};\n", row, first,
                         table.entries.size(), table.name);
    first += table.entries.size();
  }
  return text + geul::format("\ninline constexpr size_t kRows = {};\n\n", first) + kClose;
}

}  // namespace geul::analysis::tables
