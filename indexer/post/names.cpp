// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/names.hpp"

#include <unordered_set>

#include "common/base/format.hpp"
#include "common/text/normalize.hpp"

namespace geul::indexer {
namespace {

enum class Spaces { part, keep };

/// Gathers names from values of any shape.
class NameReader {
 public:
  NameReader(std::string_view what, WarningList& warnings) : what_(what), warnings_(warnings) {}

  void read(const MetaValue* value, Spaces spaces) {
    if (value == nullptr) return;
    line_ = value->line;
    switch (value->kind) {
      case MetaValue::Kind::null:
        return;
      case MetaValue::Kind::scalar:
        return read_text(value->text, value->quoted ? Spaces::keep : spaces);
      case MetaValue::Kind::list:
        return read_list(*value);
      case MetaValue::Kind::table:
        return read_table(*value);
    }
  }
  [[nodiscard]] bool empty() const { return names_.empty(); }
  [[nodiscard]] std::vector<std::string> take() { return std::move(names_); }

 private:
  // Metadata is at most kMaxMetadataDepth deep, so this recursion is, too.
  void read_list(const MetaValue& list) {
    for (const MetaValue& item : list.items) {
      line_ = item.line;
      if (item.kind == MetaValue::Kind::scalar) add(item.text);
      if (item.kind == MetaValue::Kind::list) read_list(item);
      if (item.kind == MetaValue::Kind::table) read_table(item);
    }
  }

  void read_table(const MetaValue& table) {
    if (const MetaValue* name = first_of(table, {"name", "title", "label"});
        name != nullptr && name->kind == MetaValue::Kind::scalar)
      return add(name->text);
    warnings_.add(table.line, format("{}: a table without a name; left out", what_));
  }

  void read_text(std::string_view text, Spaces spaces) {
    const bool commas = text.find(',') != text.npos;
    if (!commas && spaces == Spaces::keep) return add(text);
    const std::string_view marks = commas ? ",\n" : " \t\n";
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(marks), text.size());
      add(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void add(std::string_view typed) {
    constexpr std::size_t kMaxBytes = 1000;
    std::string name = clean_line(typed.substr(0, kMaxBytes * 4));
    // "#vim" is the tag vim; "#" alone, or "#1", is itself.
    if (name.size() > 1 && name.front() == '#' && (name[1] < '0' || name[1] > '9'))
      name.erase(0, 1);
    if (name.empty()) return;
    if (name.size() > kMaxBytes)
      return warnings_.add(line_, format("{} {} is too long; left out", what_, quote(name)));
    if (names_.size() >= kMaxNames) return;
    if (seen_.insert(text::fold_name(name)).second) names_.push_back(std::move(name));
  }

  static constexpr std::size_t kMaxNames = 1000;

  std::string_view what_;
  WarningList& warnings_;
  std::size_t line_ = 0;
  std::vector<std::string> names_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

std::vector<std::string> read_tags(const MetaValue& front_matter, WarningList& warnings) {
  NameReader reader("tag", warnings);
  for (const char* key : {"tags", "tag", "taxonomies.tags", "extra.tags"})
    reader.read(first_of(front_matter, {key}), Spaces::part);
  if (reader.empty()) reader.read(first_of(front_matter, {"keywords"}), Spaces::keep);
  return reader.take();
}

std::vector<std::string> read_categories(const MetaValue& front_matter, WarningList& warnings) {
  NameReader reader("category", warnings);
  reader.read(first_of(front_matter, {"categories"}), Spaces::part);
  for (const char* key :
       {"category", "taxonomies.categories", "extra.categories", "extra.category"})
    reader.read(first_of(front_matter, {key}), Spaces::keep);
  return reader.take();
}

std::vector<std::string> read_authors(const MetaValue& front_matter, WarningList& warnings) {
  NameReader reader("author", warnings);
  for (const char* key : {"author", "authors", "extra.author", "extra.authors"})
    reader.read(first_of(front_matter, {key}), Spaces::keep);
  return reader.take();
}

}  // namespace geul::indexer
