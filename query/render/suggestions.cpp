// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/suggestions.hpp"

#include <algorithm>
#include <vector>

#include "common/base/format.hpp"
#include "common/text/display.hpp"
#include "query/render/json.hpp"

namespace geul::query {
namespace {

/// Longer texts are not aligned with the others.
constexpr std::size_t kMostColumns = 60;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json json_of(const Suggestion& suggestion) {
  return {{"text", suggestion.text},
          {"kind", name_of(suggestion.kind)},
          {"by", name_of(suggestion.reading)},
          {"count", suggestion.posts},
          {"query", text_or_null(suggestion.query)},
          {"id", text_or_null(suggestion.id.str())},
          {"url", text_or_null(suggestion.url)}};
}

std::string details_of(const Suggestion& suggestion) {
  if (suggestion.kind == Suggestion::Kind::title)
    return text::printable(suggestion.url.empty() ? suggestion.id.str() : suggestion.url);
  return format("{} post{}", suggestion.posts, suggestion.posts == 1 ? "" : "s");
}

}  // namespace

Json to_json(const Suggestions& suggestions) {
  Json json = {{"format", kJsonFormat}, {"query", suggestions.typed}};
  json["suggestions"] = Json::array();
  for (const Suggestion& suggestion : suggestions.found)
    json["suggestions"].push_back(json_of(suggestion));
  json["partial"] = suggestions.missing;
  return json;
}

std::string to_json_lines(const Suggestions& suggestions) {
  std::string lines;
  for (const Suggestion& suggestion : suggestions.found)
    lines += to_json_text(json_of(suggestion)) + '\n';
  return lines;
}

std::string to_text(const Suggestions& suggestions) {
  std::vector<std::string> texts;
  std::size_t columns = 0;
  for (const Suggestion& suggestion : suggestions.found) {
    texts.push_back(text::printable(suggestion.text));
    columns = std::max(columns, std::min(text::display_width(texts.back()), kMostColumns));
  }
  std::string lines;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const Suggestion& suggestion = suggestions.found[i];
    const std::size_t width = std::min(text::display_width(texts[i]), columns);
    lines += format("{}{}  {:<8}  {}\n", texts[i], std::string(columns - width, ' '),
                    name_of(suggestion.kind), details_of(suggestion));
  }
  return lines;
}

}  // namespace geul::query
