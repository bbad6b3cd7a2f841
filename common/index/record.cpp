// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/record.hpp"

#include <algorithm>
#include <exception>
#include <limits>

#include "common/base/hash.hpp"
#include "common/base/json.hpp"
#include "common/index/facets.hpp"
#include "common/text/utf8.hpp"

namespace geul::index {
namespace {

constexpr std::size_t kChecksumBytes = 8;
constexpr std::size_t kHeaderBytes = 1 + kChecksumBytes;
constexpr std::size_t kLengthBytes = 4;

/// The map's length, its low byte first.
std::string length_of(std::string_view map) {
  std::string bytes;
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    bytes += static_cast<char>(map.size() >> (8 * i) & 0xFFU);
  return bytes;
}

std::size_t length_from(std::string_view payload) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i)
    length |= static_cast<std::size_t>(static_cast<unsigned char>(payload[i])) << (8 * i);
  return length;
}

std::string checksum(std::string_view payload) {
  return hash128(payload).substr(0, kChecksumBytes);
}

/// Well-formed and at most `max_bytes` long.
std::string bounded(const std::string& text, std::size_t max_bytes) {
  if (text::is_utf8(text)) return std::string(text::clip(text, max_bytes));
  const std::string repaired = text::to_utf8(text);
  return std::string(text::clip(repaired, max_bytes));
}

void put_text(Json& map, const char* key, const std::string& text) {
  if (!text.empty()) map[key] = bounded(text, kMaxRecordString);
}

/// File names are bytes. Those that are no text stand as they are, or the file could not be opened.
void put_path(Json& map, const char* key, const std::string& path) {
  if (text::is_utf8(path)) return put_text(map, key, path);
  const std::string kept = path.substr(0, kMaxRecordString);
  map[key] = Json::binary({kept.begin(), kept.end()});
}

void put_time(Json& map, const char* key, const std::optional<LocalTime>& time) {
  if (time) map[key] = to_iso(*time);
}

void put_names(Json& map, const char* key, const std::vector<std::string>& names) {
  if (const std::vector<std::string> kept = kept_names(names); !kept.empty()) map[key] = kept;
}

void put_facets(Json& map, const char* key, const std::vector<FacetValues>& facets) {
  for (const FacetValues& facet : facets)
    if (const std::vector<std::string> kept = kept_names(facet.values); !kept.empty())
      map[key][facet.key.str()] = kept;
}

/// The texts of the sections in a row, and what tells them apart.
struct PackedSections {
  Json list = Json::array();
  std::string texts;
};

class SectionPacker {
 public:
  PackedSections run(const std::vector<Section>& sections) {
    for (const Section& section : sections) {
      if (budget_ <= kSectionOverhead) break;
      budget_ -= kSectionOverhead;
      packed_.list.push_back(
          Json::array({take(section.heading), section.level, take(section.anchor),
                       section.file_offset, take(section.text), take(section.code)}));
    }
    return std::move(packed_);
  }

 private:
  /// The bytes taken.
  std::size_t take(const std::string& text) {
    const std::string taken = bounded(text, budget_);
    budget_ -= taken.size();
    packed_.texts += taken;
    return taken.size();
  }

  std::size_t budget_ = kMaxRecordText;
  PackedSections packed_;
};

/// Takes values out of a CBOR map; false for good once one is not what it should be.
class MapReader {
 public:
  MapReader(const Json& map, std::string_view texts) : map_(map), texts_(texts) {}

  void text(const char* key, std::string& out) {
    if (const auto found = map_.find(key); found != map_.end()) out = string_of(*found);
  }
  void path(const char* key, std::string& out) {
    const auto found = map_.find(key);
    if (found == map_.end()) return;
    if (!found->is_binary()) return text(key, out);
    const Json::binary_t& bytes = found->get_binary();
    out.assign(bytes.begin(), bytes.end());
  }
  void time(const char* key, std::optional<LocalTime>& out) {
    const auto found = map_.find(key);
    if (found == map_.end()) return;
    out = from_iso(string_of(*found));
    good_ = good_ && out.has_value();
  }
  void names(const char* key, std::vector<std::string>& out) {
    if (const auto found = map_.find(key); found != map_.end()) out = names_of(*found);
  }
  void facets(const char* key, std::vector<FacetValues>& out) {
    const auto found = map_.find(key);
    if (found == map_.end()) return;
    good_ = good_ && found->is_object();
    if (!good_) return;
    for (const auto& [name, values] : found->items())
      out.push_back({FacetKey(name), names_of(values)});
  }
  void sections(const char* key, std::vector<Section>& out) {
    const auto found = map_.find(key);
    good_ = good_ && found != map_.end() && found->is_array();
    if (!good_) return;
    for (const Json& section : *found) out.push_back(section_of(section));
    good_ = good_ && texts_.empty();
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  std::string string_of(const Json& value) {
    const auto* const text = value.get_ptr<const Json::string_t*>();
    good_ = good_ && text != nullptr && text::is_utf8(*text);
    return good_ ? *text : std::string();
  }
  std::vector<std::string> names_of(const Json& list) {
    std::vector<std::string> names;
    good_ = good_ && list.is_array();
    if (!good_) return names;
    for (const Json& name : list) names.push_back(string_of(name));
    return names;
  }
  std::size_t size_of(const Json& value, std::size_t maximum) {
    const auto* const number = value.get_ptr<const Json::number_unsigned_t*>();
    good_ = good_ && number != nullptr && *number <= maximum;
    return good_ ? static_cast<std::size_t>(*number) : 0;
  }
  Section section_of(const Json& value) {
    good_ = good_ && value.is_array() && value.size() == 6;
    if (!good_) return {};
    Section section;
    section.heading = next_text(value[0]);
    section.level = static_cast<int>(size_of(value[1], 6));
    section.anchor = next_text(value[2]);
    section.file_offset = size_of(value[3], std::numeric_limits<std::size_t>::max());
    section.text = next_text(value[4]);
    section.code = next_text(value[5]);
    return section;
  }
  /// So many bytes of the texts.
  std::string next_text(const Json& bytes) {
    const std::string_view text = texts_.substr(0, size_of(bytes, texts_.size()));
    good_ = good_ && text::is_utf8(text);
    if (!good_) return {};
    texts_.remove_prefix(text.size());
    return std::string(text);
  }

  const Json& map_;
  std::string_view texts_;  ///< that no section has taken
  bool good_ = true;
};

Failure damaged(std::string why) {
  return fail(ErrorCode::malformed, "a stored record is damaged: " + std::move(why));
}

Result<Document> read_map(const Json& map, std::string_view texts) {
  if (!map.is_object()) return damaged("it holds no map");
  MapReader reader(map, texts);
  Document document;
  std::string id;
  reader.text("id", id);
  document.id = DocumentId(std::move(id));
  reader.path("path", document.path);
  reader.text("url", document.url);
  reader.text("title", document.title);
  reader.text("summary", document.summary);
  reader.text("language", document.language);
  reader.text("series", document.series);
  reader.names("tags", document.tags);
  reader.names("categories", document.categories);
  reader.names("authors", document.authors);
  reader.facets("facets", document.facets);
  reader.time("date", document.date);
  reader.time("updated", document.updated);
  reader.sections("sections", document.sections);
  if (!reader.good() || document.id.empty()) return damaged("a member is not what it should be");
  return document;
}

}  // namespace

std::string encode_record(const Document& document) {
  Json map = Json::object();
  put_text(map, "id", document.id.str());
  put_path(map, "path", document.path);
  put_text(map, "url", document.url);
  put_text(map, "title", document.title);
  put_text(map, "summary", document.summary);
  put_text(map, "language", document.language);
  put_text(map, "series", document.series);
  put_names(map, "tags", document.tags);
  put_names(map, "categories", document.categories);
  put_names(map, "authors", document.authors);
  put_facets(map, "facets", document.facets);
  put_time(map, "date", document.date);
  put_time(map, "updated", document.updated);
  PackedSections sections = SectionPacker().run(document.sections);
  map["sections"] = std::move(sections.list);
  const std::string packed = to_cbor(map);
  const std::string payload = length_of(packed) + packed + sections.texts;
  return std::string(1, kRecordVersion) + checksum(payload) + payload;
}

Result<Document> decode_record(std::string_view record) {
  if (record.size() <= kHeaderBytes) return damaged("it is too short");
  if (record.front() != kRecordVersion) return damaged("it has another version");
  const std::string_view payload = record.substr(kHeaderBytes);
  if (record.substr(1, kChecksumBytes) != checksum(payload)) return damaged("its checksum differs");
  if (payload.size() < kLengthBytes) return damaged("it is too short");
  const std::string_view content = payload.substr(kLengthBytes);
  const std::size_t length = length_from(payload);
  if (length > content.size()) return damaged("it is too short");
  try {
    const Result<Json> map = from_cbor(content.substr(0, length));
    if (!map) return damaged(map.error().message);
    return read_map(*map, content.substr(length));
  } catch (const std::exception& error) {  // lengths that no container can have
    return damaged(error.what());
  }
}

}  // namespace geul::index
