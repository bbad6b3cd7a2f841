// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/html/page_tree.hpp"

namespace geul::indexer {

/// What a page's filter, meta, sort and default-meta attributes say, by key (lower case): a filter
/// has all its values, the others one, the last. Filters come before metas, those before sorts, and
/// defaults behind all.
/// Limits  the first 2,000 values, empty ones among them, and 200 keys of each kind; of sorts the
/// date alone.
class MarkedValues {
 public:
  using Texts = std::vector<std::string>;
  using Named = std::pair<std::string, Texts>;

  /// Adds what an element says.
  void visit(const PageTree& page, std::size_t node);

  /// The values of the first of the keys that has some; all the keys' values are gone then.
  [[nodiscard]] Texts take(std::initializer_list<std::string_view> keys);
  /// What was not taken, each key once.
  [[nodiscard]] std::vector<Named> take_rest();

 private:
  static constexpr std::array<std::string_view, 4> kKinds{"filter", "meta", "sort", "default-meta"};

  void add(std::size_t kind, std::string key, std::string value);
  Texts* values_of(std::size_t kind, std::string_view key);

  std::array<std::vector<Named>, kKinds.size()> values_;
  std::size_t count_ = 0;
};

}  // namespace geul::indexer
