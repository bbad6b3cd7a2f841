// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/settings.hpp"

#include "common/base/json.hpp"
#include "common/index/fields.hpp"

namespace geul::index {
namespace {

constexpr const char* kFacets = "facets";
constexpr const char* kWords = "words";
constexpr const char* kSynonyms = "synonyms";
constexpr const char* kPinned = "pinned";
constexpr const char* kDictionary = "dictionary";
constexpr const char* kConfig = "config";
constexpr const char* kUnsettled = "unsettled";
constexpr const char* kPositions = "positions";
constexpr const char* kQuery = "query";
constexpr const char* kPosts = "posts";
constexpr const char* kWeights = "weights";

Json to_json(const Pin& pin) {
  Json posts = Json::array();
  for (const DocumentId& post : pin.posts) posts.push_back(post.str());
  return {{kQuery, pin.query}, {kPosts, std::move(posts)}};
}

bool read(const Json& object, const char* key, std::string& value) {
  const auto member = object.find(key);
  if (member == object.end()) return true;
  if (!member->is_string()) return false;
  value = member->get<std::string>();
  return true;
}

bool read(const Json& object, const char* key, std::vector<std::string>& values) {
  const auto member = object.find(key);
  if (member == object.end()) return true;
  if (!member->is_array()) return false;
  for (const Json& value : *member) {
    if (!value.is_string()) return false;
    values.push_back(value.get<std::string>());
  }
  return true;
}

bool read(const Json& object, const char* key, bool& value) {
  const auto member = object.find(key);
  if (member == object.end()) return true;
  if (!member->is_boolean()) return false;
  value = member->get<bool>();
  return true;
}

bool read(const Json& object, std::vector<Pin>& pins) {
  const auto member = object.find(kPinned);
  if (member == object.end()) return true;
  if (!member->is_array()) return false;
  for (const Json& value : *member) {
    Pin pin;
    std::vector<std::string> posts;
    if (!value.is_object() || !read(value, kQuery, pin.query) || !read(value, kPosts, posts))
      return false;
    for (std::string& post : posts) pin.posts.emplace_back(std::move(post));
    pins.push_back(std::move(pin));
  }
  return true;
}

/// Those that are not what they are anyway.
Json to_json(const FieldWeights& weights) {
  Json json = Json::object();
  for (const FieldInfo& field : kFields)
    if (weights.*field.weight_in != field.weight())
      json[std::string(field.name)] = weights.*field.weight_in;
  return json;
}

bool read(const Json& object, FieldWeights& weights) {
  const auto member = object.find(kWeights);
  if (member == object.end()) return true;
  if (!member->is_object()) return false;
  for (const auto& [name, value] : member->items()) {
    const auto field = field_named(name);
    if (!field || info(*field).weight() == 0 || !value.is_number_integer() ||
        value < kLeastFieldWeight || value > kMostFieldWeight)
      return false;
    weights.*info(*field).weight_in = value.get<int>();
  }
  return true;
}

}  // namespace

Failure damaged_settings() {
  return fail(ErrorCode::malformed, "the database's settings are damaged",
              "build it again with geul-index build --rebuild");
}

std::string encode_settings(const Settings& settings) {
  if (settings == Settings{}) return {};
  Json json = Json::object();
  if (!settings.facets.empty()) json[kFacets] = settings.facets;
  if (!settings.words.empty()) json[kWords] = settings.words;
  if (!settings.synonyms.empty()) json[kSynonyms] = settings.synonyms;
  for (const Pin& pin : settings.pinned) json[kPinned].push_back(to_json(pin));
  if (!settings.dictionary.empty()) json[kDictionary] = settings.dictionary;
  if (!settings.config.empty()) json[kConfig] = settings.config;
  if (settings.unsettled) json[kUnsettled] = true;
  if (!settings.positions) json[kPositions] = false;
  if (settings.weights != kFieldWeights) json[kWeights] = to_json(settings.weights);
  return to_json_text(json);
}

Result<Settings> decode_settings(std::string_view text) {
  Settings settings;
  if (text.empty()) return settings;
  const Result<Json> json = parse_json(text);
  if (!json || !json->is_object()) return damaged_settings();
  const bool read_all =
      read(*json, kFacets, settings.facets) && read(*json, kWords, settings.words) &&
      read(*json, kSynonyms, settings.synonyms) && read(*json, settings.pinned) &&
      read(*json, kDictionary, settings.dictionary) && read(*json, kConfig, settings.config) &&
      read(*json, kUnsettled, settings.unsettled) && read(*json, kPositions, settings.positions) &&
      read(*json, settings.weights);
  if (!read_all) return damaged_settings();
  return settings;
}

}  // namespace geul::index
