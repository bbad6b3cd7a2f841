// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/json.hpp"

#include <algorithm>
#include <vector>

#include "query/render/address.hpp"

namespace geul::query {
namespace {

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json time_or_null(const std::optional<LocalTime>& time) {
  return time ? Json(to_iso(*time)) : Json(nullptr);
}

Json json_of(ByteSpan span) {
  return Json::array({span.begin, span.end});
}

Json json_of(const Note& note) {
  return {{"message", note.message}, {"span", json_of(note.span)}};
}

Json json_of(const index::FacetCount& count);

Json json_of(const std::string& text) {
  return text;
}

Json json_of(std::string_view text);
Json json_of(const Reason& reason);
Json json_of(const Share& share);
Json json_of(const Correction& correction);

template <class T>
Json list_of(const std::vector<T>& values) {
  Json list = Json::array();
  for (const T& value : values) list.push_back(json_of(value));
  return list;
}

Json json_of(const index::FacetCount& count) {
  Json json = {{"value", count.value}, {"count", count.count}, {"selected", count.selected}};
  if (!count.children.empty()) json["children"] = list_of(count.children);
  return json;
}

Json json_of(const Reason& reason) {
  Json as = Json::array();
  for (const analysis::Family family : reason.families) as.push_back(name_of(family));
  return {{"word", reason.word},
          {"field", text_or_null(std::string(place_of(reason)))},
          {"by", reason.rung == Rung::exact && !reason.whole ? "part" : name_of(reason.rung)},
          {"stands_for", text_or_null(reason.stands_for)},
          {"as", std::move(as)},
          {"terms", list_of(reason.terms)}};
}

Json excerpt_of(const Excerpt& excerpt, const std::string& heading, const std::string& anchor) {
  return {{"text", excerpt.text},
          {"highlights", list_of(excerpt.highlights)},
          {"cut_before", excerpt.cut_before},
          {"cut_after", excerpt.cut_after},
          {"heading", text_or_null(heading)},
          {"anchor", text_or_null(anchor)}};
}

Json sections_of(const ShownHit& shown) {
  const index::Document& post = shown.hit.document;
  Json list = Json::array();
  for (const SectionMatch& section : shown.showing.sections) {
    const std::string url = section.anchor.empty() ? "" : url_of(post, section.anchor);
    list.push_back({{"heading", text_or_null(section.heading)},
                    {"heading_highlights", list_of(section.marks)},
                    {"level", section.level},
                    {"anchor", text_or_null(section.anchor)},
                    {"url", text_or_null(url)},
                    {"words", section.words},
                    {"excerpt", excerpt_of(section.excerpt, section.heading, section.anchor)}});
  }
  return list;
}

Json hit_of(const ShownHit& shown, std::size_t rank) {
  const index::Document& post = shown.hit.document;
  return {
      {"rank", rank},
      {"id", post.id.str()},
      {"path", text_or_null(post.path)},
      {"url", text_or_null(url_of(post, shown.showing))},
      {"post_url", text_or_null(post.url)},
      {"title", post.title},
      {"title_highlights", list_of(shown.showing.title)},
      {"date", time_or_null(post.date)},
      {"updated", time_or_null(post.updated)},
      {"tags", list_of(post.tags)},
      {"categories", list_of(post.categories)},
      {"authors", list_of(post.authors)},
      {"series", text_or_null(post.series)},
      {"language", text_or_null(post.language)},
      {"summary", text_or_null(post.summary)},
      {"score", shown.hit.score},
      {"excerpt", excerpt_of(shown.showing.excerpt, shown.showing.heading, shown.showing.anchor)},
      {"sections", sections_of(shown)},
      {"matched_by", list_of(matched_by(shown.reasons, shown.pinned))},
      {"matched", list_of(shown.reasons)},
      {"shares", list_of(shown.shares)}};
}

Json json_of(std::string_view text) {
  return text;
}

Json json_of(const Share& share) {
  return {{"part", name_of(share.kind)},
          {"word", text_or_null(share.word)},
          {"term", text_or_null(share.term)},
          {"by", name_of(share.rung)},
          {"score", share.score}};
}

Json json_of(const Correction& correction) {
  return {{"typed", correction.typed},
          {"instead", correction.instead},
          {"span", json_of(correction.span)}};
}

Json query_of(const Answer& answer) {
  Json filters = Json::array();
  for (const index::FacetFilter& filter : answer.filters)
    filters.push_back(filter.query.to_string());
  return {{"text", answer.typed.text},
          {"typed", to_string(answer.typed.root)},
          {"meant", to_string(answer.meant.root)},
          {"executed", answer.executed.to_string()},
          {"filters", std::move(filters)},
          {"sort", name_of(answer.sort)}};
}

}  // namespace

std::string_view name_of(analysis::Family family) noexcept {
  switch (family) {
    case analysis::Family::word:
      return "word";
    case analysis::Family::variant:
      return "variant";
    case analysis::Family::part:
      return "part";
    case analysis::Family::pair:
      return "pair";
    case analysis::Family::crossing_pair:
      return "crossing_pair";
    case analysis::Family::tail_pair:
      return "tail_pair";
    case analysis::Family::alternate:
      return "alternate";
  }
  return "word";
}

std::string_view name_of(index::Sort sort) noexcept {
  switch (sort) {
    case index::Sort::relevance:
      return "relevance";
    case index::Sort::newest:
      return "newest";
    case index::Sort::oldest:
      return "oldest";
  }
  return "relevance";
}

Json to_json(const Answer& answer, const std::optional<std::string>& query_id) {
  Json json = {{"format", kJsonFormat}};
  if (query_id) json["id"] = *query_id;
  json["query"] = query_of(answer);
  json["total"] = {{"count", answer.total.count}, {"exact", answer.total.exact}};
  json["offset"] = answer.offset;
  json["hits"] = Json::array();
  std::size_t rank = answer.offset;
  for (const ShownHit& hit : answer.hits) json["hits"].push_back(hit_of(hit, ++rank));
  for (const index::FacetCounts& counts : answer.facets)
    json["facets"][std::string{counts.facet.name()}] = list_of(counts.values);
  if (!answer.facets.empty())
    json["facets_exact"] = std::ranges::all_of(answer.facets, &index::FacetCounts::exact);
  json["suggestions"] = list_of(answer.corrections);
  json["corrected"] = answer.corrected;
  json["partial"] = list_of(answer.missing);
  json["notes"] = list_of(answer.notes);
  return json;
}

std::string to_json_lines(const Answer& answer, const std::optional<std::string>& query_id) {
  std::string lines;
  std::size_t rank = answer.offset;
  for (const ShownHit& hit : answer.hits) {
    Json line = Json::object();
    if (query_id) line["id_of_query"] = *query_id;
    line.update(hit_of(hit, ++rank));
    lines += to_json_text(line) + '\n';
  }
  return lines;
}

}  // namespace geul::query
