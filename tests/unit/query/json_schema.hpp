// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/json.hpp"

namespace geul::test {

/// The tables of query/render/JSON.md: for each "## name" its members and their types.
class JsonSchema {
 public:
  /// Fails the test when the document cannot be read.
  explicit JsonSchema(std::string_view file);

  /// What is wrong with `value` as a `type` ("hit", "[span]", "string or null"), one line each.
  [[nodiscard]] std::vector<std::string> faults(const Json& value, const std::string& type) const;
  [[nodiscard]] std::size_t size() const noexcept { return tables_.size(); }

 private:
  using Table = std::vector<std::pair<std::string, std::string>>;

  void check(const Json& value, const std::string& type, const std::string& where,
             std::vector<std::string>& faults) const;
  void check_members(const Json& value, const Table& table, const std::string& where,
                     std::vector<std::string>& faults) const;

  std::map<std::string, Table> tables_;
};

}  // namespace geul::test
