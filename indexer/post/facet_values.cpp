// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/facet_values.hpp"

#include <array>
#include <unordered_set>

#include "common/base/format.hpp"
#include "common/text/normalize.hpp"

namespace geul::indexer {
namespace {

constexpr std::array<std::string_view, 3> kTables{"extra", "taxonomies", "params"};

/// Like MetaValue::find(), but letters of every script are compared folded.
const MetaValue* find_folded(const MetaValue& table, const index::FacetKey& key) {
  for (auto member = table.members.rbegin(); member != table.members.rend(); ++member)
    if (text::fold_name(member->key) == key.str()) return &member->value;
  return nullptr;
}

/// Gathers values of any shape.
class ValueReader {
 public:
  ValueReader(const index::FacetKey& key, WarningList& warnings) : key_(key), warnings_(warnings) {}

  // Metadata is at most kMaxMetadataDepth deep, so this recursion is, too.
  void read(const MetaValue& value) {
    switch (value.kind) {
      case MetaValue::Kind::null:
        return;
      case MetaValue::Kind::scalar:
        return add(value.text);
      case MetaValue::Kind::list:
        for (const MetaValue& item : value.items) read(item);
        return;
      case MetaValue::Kind::table:
        return read_table(value);
    }
  }
  [[nodiscard]] std::vector<std::string> take() { return std::move(values_); }

 private:
  void read_table(const MetaValue& table) {
    if (const MetaValue* name = first_of(table, {"name", "title", "label"});
        name != nullptr && name->kind == MetaValue::Kind::scalar)
      return add(name->text);
    warnings_.add(table.line, format("{}: a table without a name; left out", key_.str()));
  }

  void add(std::string_view typed) {
    std::string value = clean_line(typed);
    if (!value.empty() && seen_.insert(text::fold_name(value)).second)
      values_.push_back(std::move(value));
  }

  const index::FacetKey& key_;
  WarningList& warnings_;
  std::vector<std::string> values_;
  std::unordered_set<std::string> seen_;
};

std::vector<std::string> read_values(const MetaValue& front_matter, const index::FacetKey& key,
                                     WarningList& warnings) {
  ValueReader reader(key, warnings);
  const MetaValue* value = find_folded(front_matter, key);
  for (const std::string_view table : kTables) {
    if (value != nullptr) break;
    if (const MetaValue* const inner = front_matter.find(table)) value = find_folded(*inner, key);
  }
  if (value != nullptr) reader.read(*value);
  return reader.take();
}

}  // namespace

std::vector<index::FacetValues> read_facets(const MetaValue& front_matter,
                                            std::span<const index::FacetKey> keys,
                                            WarningList& warnings) {
  std::vector<index::FacetValues> facets;
  for (const index::FacetKey& key : keys)
    if (auto values = read_values(front_matter, key, warnings); !values.empty())
      facets.push_back({key, std::move(values)});
  return facets;
}

}  // namespace geul::indexer
