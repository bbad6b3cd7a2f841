// SPDX-License-Identifier: GPL-2.0-or-later
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "indexer/post/metadata.hpp"
#include "indexer/post/metadata_limits.hpp"

namespace geul::indexer {
namespace {

// toml++ bounds nested values, but not the parts of a dotted key, each of which is a table within
// a table; trees and their destructors recurse. Outside quotes TOML has dots in keys, numbers and
// times alone.
constexpr std::size_t kMaxDotsInLine = 500;

bool has_endless_keys(std::string_view text) {
  std::size_t dots = 0;
  char quote = '\0';
  for (const char c : text) {
    if (c == '\n') {
      dots = 0;
      quote = '\0';
    } else if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '.' && ++dots > kMaxDotsInLine) {
      return true;
    }
  }
  return false;
}

class Converter {
 public:
  explicit Converter(std::size_t first_line) : first_line_(first_line) {}

  [[nodiscard]] bool over_limit() const noexcept { return over_limit_; }

  MetaValue convert(const toml::node& node, std::size_t depth) {
    MetaValue value;
    value.line = first_line_ + std::max<std::size_t>(node.source().begin.line, 1) - 1;
    over_limit_ = over_limit_ || depth > kMaxMetadataDepth || ++values_ > kMaxMetadataValues;
    if (over_limit_) return value;
    if (const toml::table* table = node.as_table()) {
      fill_table(*table, value, depth);
    } else if (const toml::array* array = node.as_array()) {
      value.kind = MetaValue::Kind::list;
      for (const toml::node& item : *array) value.items.push_back(convert(item, depth + 1));
    } else {
      fill_scalar(node, value);
    }
    return value;
  }

 private:
  /// toml++ sorts keys by name; the file's order is in their places.
  void fill_table(const toml::table& table, MetaValue& value, std::size_t depth) {
    value.kind = MetaValue::Kind::table;
    std::vector<std::pair<const toml::key*, const toml::node*>> members;
    for (auto&& [key, node] : table) members.emplace_back(&key, &node);
    std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
      return a.first->source().begin < b.first->source().begin;
    });
    for (const auto& [key, node] : members)
      value.members.emplace_back(std::string(key->str()), convert(*node, depth + 1));
  }

  static void fill_scalar(const toml::node& node, MetaValue& value) {
    value.kind = MetaValue::Kind::scalar;
    if (const auto* text = node.as_string()) {
      value.text = text->get();
      value.quoted = true;
      return;
    }
    std::ostringstream out;
    node.visit([&out](const auto& scalar) {
      if constexpr (toml::is_value<decltype(scalar)>) out << scalar;
    });
    value.text = std::move(out).str();
  }

  std::size_t first_line_;
  std::size_t values_ = 0;
  bool over_limit_ = false;
};

}  // namespace

Result<MetaValue> parse_toml(std::string_view text, std::size_t first_line) {
  if (text.size() > kMaxMetadataBytes)
    return metadata_failure(ErrorCode::limit, "larger than 1 MiB", first_line);
  if (has_endless_keys(text))
    return metadata_failure(ErrorCode::limit, "a key of too many parts", first_line);
  // Debian builds the library with exceptions, so they are what it can be linked with.
  try {
    const toml::table table = toml::parse(text);
    Converter converter(first_line);
    MetaValue value = converter.convert(table, 0);
    if (converter.over_limit())
      return metadata_failure(ErrorCode::limit, "too many values, or nested too deep", first_line);
    return value;
  } catch (const toml::parse_error& error) {
    const std::size_t line = std::max<std::size_t>(error.source().begin.line, 1) - 1;
    return metadata_failure(ErrorCode::malformed, std::string(error.description()),
                            first_line + line);
  } catch (const std::exception& error) {
    return metadata_failure(ErrorCode::malformed, error.what(), first_line);
  }
}

}  // namespace geul::indexer
