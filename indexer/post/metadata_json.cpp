// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/json.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/metadata_limits.hpp"

namespace geul::indexer {
namespace {

class Converter {
 public:
  explicit Converter(std::size_t line) : line_(line) {}

  [[nodiscard]] bool over_limit() const noexcept { return over_limit_; }

  MetaValue convert(const Json& json, std::size_t depth) {
    MetaValue value;
    value.line = line_;
    over_limit_ = over_limit_ || depth > kMaxMetadataDepth || ++values_ > kMaxMetadataValues;
    if (over_limit_ || json.is_null()) return value;
    if (json.is_object()) {
      value.kind = MetaValue::Kind::table;
      for (const auto& [key, member] : json.items())
        value.members.emplace_back(key, convert(member, depth + 1));
    } else if (json.is_array()) {
      value.kind = MetaValue::Kind::list;
      for (const Json& item : json) value.items.push_back(convert(item, depth + 1));
    } else {
      value.kind = MetaValue::Kind::scalar;
      value.quoted = json.is_string();
      value.text = json.is_string() ? json.get<std::string>() : to_json_text(json);
    }
    return value;
  }

 private:
  std::size_t line_;
  std::size_t values_ = 0;
  bool over_limit_ = false;
};

}  // namespace

Result<MetaValue> parse_json_metadata(std::string_view text, std::size_t line) {
  Result<Json> json = parse_json(text, kMaxMetadataValues);
  if (!json) return metadata_failure(json.error().code, json.error().message, line);
  Converter converter(line);
  MetaValue value = converter.convert(*json, 0);
  if (converter.over_limit())
    return metadata_failure(ErrorCode::limit, "too many values, or nested too deep", line);
  return value;
}

}  // namespace geul::indexer
