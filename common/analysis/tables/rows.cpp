// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/tables/rows.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <string_view>

namespace geul::analysis::tables {
namespace {

constexpr std::u16string_view kCodas = u"ㄴㄹㅁㅂ";

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
    cells.push_back(line.substr(begin, tab - begin));
    begin = tab + 1;
  }
  cells.push_back(line.substr(begin));
  return cells;
}

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Three-byte UTF-8, which all of Hangul is; empty when there is anything else.
std::u16string hangul(const std::string& utf8) {
  std::u16string out;
  for (std::size_t i = 0; i < utf8.size(); i += 3) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    if (i + 2 >= utf8.size() || (lead & 0xF0U) != 0xE0U || !continues(utf8[i + 1]) ||
        !continues(utf8[i + 2]))
      return {};
    const auto low = [&](std::size_t at) { return static_cast<unsigned char>(utf8[at]) & 0x3FU; };
    out += static_cast<char16_t>(((lead & 0x0FU) << 12U) | (low(i + 1) << 6U) | low(i + 2));
  }
  return out;
}

bool is_syllable(char16_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

}  // namespace

void Row::reject(const std::string& reason) const {
  throw Failure(file + ":" + std::to_string(line) + ": " + reason);
}

std::size_t Row::choice(std::size_t column, const std::vector<std::string>& values) const {
  const auto found = std::find(values.begin(), values.end(), cells[column]);
  if (found == values.end()) reject("unknown value \"" + cells[column] + "\"");
  return static_cast<std::size_t>(found - values.begin());
}

std::u16string Row::form(std::size_t column, Coda coda, Empty empty) const {
  if (empty == Empty::allowed && cells[column] == "-") return {};
  std::u16string form = hangul(cells[column]);
  const bool jamo = coda == Coda::allowed && !form.empty() &&
                    kCodas.find(form.front()) != std::u16string_view::npos;
  if (form.empty()) reject("no Hangul: \"" + cells[column] + "\"");
  if (!std::all_of(form.begin() + (jamo ? 1 : 0), form.end(), is_syllable))
    reject("not whole syllables: \"" + cells[column] + "\"");
  if (form.size() > (jamo ? 5U : 4U)) reject("more than four syllables: \"" + cells[column] + "\"");
  return form;
}

std::vector<Row> read_rows(const std::string& file, const std::vector<std::string>& columns) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw Failure(file + ": cannot be read");
  std::vector<Row> rows;
  std::set<std::string> seen;
  bool named = false;
  std::string text;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (!text.empty() && text.front() == '#') continue;
    Row row{file, line, split(text)};
    if (row.cells.size() != columns.size())
      row.reject(std::to_string(row.cells.size()) + " cells instead of " +
                 std::to_string(columns.size()));
    if (!named && row.cells != columns) row.reject("the columns are not those expected");
    if (named && !seen.insert(row.cells.front()).second) row.reject("a second time");
    if (named) rows.push_back(std::move(row));
    named = true;
  }
  if (rows.empty()) throw Failure(file + ": no rows");
  return rows;
}

}  // namespace geul::analysis::tables
