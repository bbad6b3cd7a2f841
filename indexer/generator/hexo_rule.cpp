// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/hexo_rule.hpp"

#include <algorithm>

#include "indexer/generator/address.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view segment(std::string_view name) {
  if (name == "year") return "(\\d{4})";
  if (name == "month" || name == "day") return "(\\d{2})";
  if (name == "i_month" || name == "i_day") return "(\\d{1,2})";
  if (name == "hash") return "([0-9a-f]{12})";
  return "(.+?)";
}

}  // namespace

void read_hexo_rule(std::string_view rule,
                    const std::function<void(std::string_view text)>& literal,
                    const std::function<void(std::string_view name)>& parameter) {
  for (std::size_t i = 0; i < rule.size();) {
    std::size_t end = i + 1;
    while (rule[i] == ':' && end < rule.size() && is_word_byte(rule[end])) ++end;
    while (end > i + 1 && rule[end - 1] == '_') --end;
    if (end == i + 1)
      literal(rule.substr(i, 1));
    else
      parameter(rule.substr(i + 1, end - i - 1));
    i = end;
  }
}

HexoFileRule::HexoFileRule(std::string_view rule) {
  std::string expression;
  read_hexo_rule(
      rule.substr(0, rule.size() - split_path(rule).extension.size()),
      [&](std::string_view text) {
        if (!is_word_byte(text.front()) && static_cast<unsigned char>(text.front()) < 0x80)
          expression += '\\';
        expression += text;
      },
      [&](std::string_view name) {
        expression += segment(name);
        names_.emplace_back(name);
      });
  pattern_ = text::Pattern::compiled(expression);
}

HexoNames HexoFileRule::parse(std::string_view path) const {
  HexoNames parts;
  const auto groups = pattern_ ? pattern_->groups(path) : std::nullopt;
  if (groups)
    for (std::size_t i = 0; i < std::min(groups->size(), names_.size()); ++i)
      parts.insert_or_assign(names_[i], (*groups)[i]);
  if (!parts.contains("title")) parts.insert_or_assign("title", hexo_slug(path));
  return parts;
}

}  // namespace geul::indexer
