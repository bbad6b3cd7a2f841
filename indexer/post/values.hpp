// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// Collects what was lost of one file.
class WarningList {
 public:
  explicit WarningList(std::string_view file) : file_(file) {}

  void add(std::size_t line, std::string message) {
    warnings_.push_back({{file_, line}, std::move(message)});
  }
  void add_all(std::vector<Warning> warnings) {
    for (Warning& warning : warnings) warnings_.push_back(std::move(warning));
  }
  [[nodiscard]] std::vector<Warning> take() { return std::move(warnings_); }

 private:
  std::string file_;
  std::vector<Warning> warnings_;
};

/// Text as every value of a post is kept: valid UTF-8 in NFC, control characters (NUL, line feeds
/// and tabs among them) as spaces, runs of spaces as one, none at the ends.
[[nodiscard]] std::string clean_line(std::string_view text);

/// A value quoted in a message: cleaned and cut to some 40 characters.
[[nodiscard]] std::string quote(std::string_view text);

/// The first of the keys (dotted paths: "taxonomies.tags") that has a value; null without.
[[nodiscard]] const MetaValue* first_of(const MetaValue& table,
                                        std::initializer_list<std::string_view> keys) noexcept;

/// The text of the first of the keys that is a scalar with text in it. A list that was meant as
/// text ("title: [공지]") is put together again; a table costs the value and a warning.
[[nodiscard]] std::string read_text(const MetaValue& table,
                                    std::initializer_list<std::string_view> keys,
                                    WarningList& warnings);

/// true, yes, on, 1 and their opposites (YAML 1.1, section "Boolean"), quoted or not, in any case.
[[nodiscard]] std::optional<bool> as_boolean(std::string_view text) noexcept;

/// Warns of keys that we read and that are there twice.
void warn_of_repeated_keys(const MetaValue& table, WarningList& warnings);

}  // namespace geul::indexer
