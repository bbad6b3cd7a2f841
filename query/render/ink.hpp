// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.hpp"
#include "query/render/text.hpp"

namespace geul::query {

/// Writes untrusted text with our own escapes around it, or without any.
class Ink {
 public:
  explicit Ink(const TextOptions& options) : options_(options) {}

  [[nodiscard]] std::string title(std::string_view text, const std::vector<ByteSpan>& marks) const;
  [[nodiscard]] std::string passage(std::string_view text,
                                    const std::vector<ByteSpan>& marks) const;
  [[nodiscard]] std::string faint(std::string_view text) const;
  /// `shown`, which this class made, as a link to `address`. Addresses that are neither http(s)
  /// nor absolute paths are no links.
  [[nodiscard]] std::string link(const std::string& shown, std::string_view address) const;

 private:
  [[nodiscard]] std::string marked(std::string_view text, const std::vector<ByteSpan>& marks,
                                   std::string_view base, std::string_view mark) const;

  TextOptions options_;
};

}  // namespace geul::query
