// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/range_writer.hpp"

#include <tuple>

#include "common/base/hash.hpp"
#include "common/text/utf8.hpp"
#include "indexer/site/payload.hpp"

namespace geul::indexer::site {

RangeRules scaled(const RangeRules& rules, std::size_t pages) noexcept {
  constexpr std::size_t kFirstStep = 375;  // files of fewer pages are not shorter still
  constexpr std::size_t kRootOf2 = 181;
  constexpr std::size_t kRootUnit = 128;
  RangeRules scaled{rules.least / 2, rules.most / 2, rules.divisor};
  for (std::size_t from = kFirstStep; from <= pages; from *= 2) {
    scaled.least = scaled.least * kRootOf2 / kRootUnit;
    scaled.most = scaled.most * kRootOf2 / kRootUnit;
  }
  return scaled;
}

std::string separator(std::string_view last, std::string_view first) {
  const std::size_t shared = shared_bytes(last, first);
  std::size_t end = 0;
  while (end <= shared && end < first.size()) std::ignore = text::next_code_point(first, end);
  return std::string(first.substr(0, end));
}

bool is_end(std::string_view stem, std::uint32_t divisor) noexcept {
  return hash64(stem) % divisor == 0;
}

}  // namespace geul::indexer::site
