// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/structured_data.hpp"

#include <algorithm>

#include "indexer/html/page_limits.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t kMaxObjects = 1000;

std::vector<const MetaValue*> items_of(const MetaValue* value) {
  std::vector<const MetaValue*> items;
  if (value == nullptr) return items;
  if (value->kind != MetaValue::Kind::list) return {value};
  for (const MetaValue& item : value->items) items.push_back(&item);
  return items;
}

bool has_type(const MetaValue& object, std::initializer_list<std::string_view> endings) {
  for (const MetaValue* type : items_of(object.find("@type")))
    for (const std::string_view ending : endings)
      if (type->text.ends_with(ending)) return true;
  return false;
}

/// The objects that may be the page's own, those around others first.
std::vector<const MetaValue*> objects_in(const MetaValue& whole) {
  std::vector<const MetaValue*> found;
  std::vector<const MetaValue*> next = items_of(&whole);
  for (std::size_t i = 0; i < next.size() && i < kMaxObjects; ++i) {
    if (next[i]->kind != MetaValue::Kind::table) continue;
    found.push_back(next[i]);
    for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"})
      for (const MetaValue* item : items_of(next[i]->find(key))) next.push_back(item);
  }
  return found;
}

void take_text(const MetaValue& object, const char* key, std::string& text) {
  const MetaValue* const value = object.find(key);
  if (text.empty() && value != nullptr && value->kind == MetaValue::Kind::scalar)
    text = clean_line(value->text);
}

void take_each(std::string_view list, std::vector<std::string>& names) {
  while (!list.empty() && names.size() < kMaxValues) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (std::string name = clean_line(list.substr(0, end)); !name.empty())
      names.push_back(std::move(name));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

/// A text, an object with a name (Person, DefinedTerm), or a list of these.
std::vector<std::string> names_under(const MetaValue& object, const char* key) {
  std::vector<std::string> names;
  for (const MetaValue* item : items_of(object.find(key))) {
    if (names.size() == kMaxValues) break;
    const MetaValue* const name = item->kind == MetaValue::Kind::table ? item->find("name") : item;
    if (name == nullptr || name->kind != MetaValue::Kind::scalar) continue;
    if (std::string text = clean_line(name->text); !text.empty()) names.push_back(std::move(text));
  }
  return names;
}

void read_object(const MetaValue& object, StructuredData& data) {
  take_text(object, "datePublished", data.published);
  if (data.published.empty()) take_text(object, "dateCreated", data.published);
  take_text(object, "dateModified", data.modified);
  if (data.sections.empty()) data.sections = names_under(object, "articleSection");
  if (data.authors.empty()) data.authors = names_under(object, "author");
  if (!data.keywords.empty()) return;
  const MetaValue* const keywords = object.find("keywords");
  if (keywords != nullptr && keywords->kind == MetaValue::Kind::scalar)
    take_each(keywords->text, data.keywords);
  else
    data.keywords = names_under(object, "keywords");
}

}  // namespace

void read_structured_data(std::string_view json, StructuredData& data) {
  const Result<MetaValue> whole = parse_json_metadata(json, 1);
  if (!whole) return;
  const std::vector<const MetaValue*> objects = objects_in(*whole);
  for (const MetaValue* object : objects)
    if (has_type(*object, {"Article", "Posting"})) read_object(*object, data);
  for (const MetaValue* object : objects)
    if (has_type(*object, {"Page"})) read_object(*object, data);
}

}  // namespace geul::indexer
