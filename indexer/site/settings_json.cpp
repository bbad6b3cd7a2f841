// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/settings_json.hpp"

#include <algorithm>
#include <limits>

#include "common/base/json.hpp"

namespace geul::indexer::site {
namespace {

constexpr std::uint32_t kNoPage = std::numeric_limits<std::uint32_t>::max();

}  // namespace

PageNotes::PageNotes(const index::Settings& settings) : settings_(settings) {
  for (const index::Pin& pin : settings.pinned)
    for (const DocumentId& id : pin.posts) pinned_[id] = kNoPage;
}

void PageNotes::add(std::uint32_t page, const index::Document& document) {
  if (const auto pinned = pinned_.find(document.id); pinned != pinned_.end()) pinned->second = page;
  if (!document.language.empty()) ++languages_[document.language];
}

std::string PageNotes::language() const {
  const auto most = std::ranges::max_element(
      languages_, [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == languages_.end() ? std::string() : most->first;
}

std::string PageNotes::settings_json() const {
  Json json = Json::object();
  if (!settings_.words.empty()) json["words"] = settings_.words;
  if (!settings_.facets.empty()) json["facets"] = settings_.facets;
  for (const index::Pin& pin : settings_.pinned) {
    Json pages = Json::array();
    for (const DocumentId& id : pin.posts)
      if (const std::uint32_t page = pinned_.at(id); page != kNoPage) pages.push_back(page);
    if (!pages.empty()) json["pinned"].push_back({{"query", pin.query}, {"pages", pages}});
  }
  if (std::string most = language(); !most.empty()) json["language"] = std::move(most);
  return to_json_text(json);
}

std::string synonyms_json(const index::SynonymTable& synonyms) {
  if (synonyms.lines.empty()) return {};
  Json json = Json::array();
  for (const index::SynonymLine& line : synonyms.lines) {
    json.push_back({{"words", line.words}});
    if (line.one_way) json.back()["oneWay"] = true;
  }
  return to_json_text(json);
}

}  // namespace geul::indexer::site
