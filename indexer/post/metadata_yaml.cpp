// SPDX-License-Identifier: GPL-2.0-or-later
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <optional>
#include <sstream>

#include "common/text/utf8.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/metadata_limits.hpp"

namespace geul::indexer {
namespace {

/// Thrown through yaml-cpp, which knows no other way to be stopped, and caught in parse_yaml().
struct LimitReached {
  const char* what;
  std::size_t line;
};

/// A scalar as UTF-8: yaml-cpp 0.7 gives \N and \_ of a quoted one (U+0085, U+00A0) as single
/// bytes, and anything for text with NUL, which it takes for UTF-16 or UTF-32.
std::string in_utf8(const std::string& text) {
  if (text::is_utf8(text)) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool escaped = byte == 0x85 || byte == 0xA0;
    const char32_t character = text::next_code_point(text, at);
    text::append_utf8(out, escaped ? char32_t{byte} : character);
  }
  return out;
}

struct Size {
  std::size_t values = 0;
  std::size_t bytes = 0;  ///< of texts and keys
};

void add_size(const MetaValue& value, Size& size) {
  ++size.values;
  size.bytes += value.text.size();
  for (const MetaValue& item : value.items) add_size(item, size);
  for (const auto& [key, member] : value.members) {
    size.bytes += key.size();
    add_size(member, size);
  }
}

std::size_t depth_of(const MetaValue& value) {
  std::size_t depth = 0;
  for (const MetaValue& item : value.items) depth = std::max(depth, depth_of(item));
  for (const auto& [key, member] : value.members) depth = std::max(depth, depth_of(member));
  return depth + 1;
}

/// Builds the tree from yaml-cpp's events: they keep lines, repeated keys and whether a scalar was
/// quoted, and leave it to us how often an alias is copied.
class TreeBuilder final : public YAML::EventHandler {
 public:
  explicit TreeBuilder(std::size_t first_line) : first_line_(first_line) {}

  [[nodiscard]] MetaValue take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(make(MetaValue::Kind::null, mark), anchor);
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& text) override {
    MetaValue value = make(MetaValue::Kind::scalar, mark);
    value.text = in_utf8(text);
    value.quoted = tag != "?";
    add(std::move(value), anchor);
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchored_.find(anchor);
    static const MetaValue kNothing;
    const MetaValue& original = found == anchored_.end() ? kNothing : found->second;
    charge_copy(original, mark);
    if (open_.size() + depth_of(original) > kMaxMetadataDepth) stop("nested too deep", mark);
    MetaValue copy = original;
    copy.line = line_of(mark);
    add(std::move(copy), 0);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    begin(make(MetaValue::Kind::list, mark), anchor, mark);
  }
  void OnSequenceEnd() override { end(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    begin(make(MetaValue::Kind::table, mark), anchor, mark);
  }
  void OnMapEnd() override { end(); }

 private:
  struct Open {
    MetaValue value;
    YAML::anchor_t anchor;
    std::optional<std::string> key;  // of a table: read, its value still to come
  };

  [[nodiscard]] std::size_t line_of(const YAML::Mark& mark) const {
    return first_line_ + static_cast<std::size_t>(std::max(mark.line, 0));
  }
  [[noreturn]] void stop(const char* what, const YAML::Mark& mark) const {
    throw LimitReached{what, line_of(mark)};
  }
  void charge(std::size_t values, const YAML::Mark& mark) {
    values_ += values;
    if (values_ > kMaxMetadataValues) stop("too many values", mark);
  }
  void charge_copy(const MetaValue& value, const YAML::Mark& mark) {
    Size size;
    add_size(value, size);
    charge(size.values, mark);
    copied_bytes_ += size.bytes;
    if (copied_bytes_ > kMaxMetadataBytes) stop("aliases repeat too much text", mark);
  }
  MetaValue make(MetaValue::Kind kind, const YAML::Mark& mark) {
    charge(1, mark);
    MetaValue value;
    value.kind = kind;
    value.line = line_of(mark);
    return value;
  }
  void begin(MetaValue value, YAML::anchor_t anchor, const YAML::Mark& mark) {
    if (open_.size() >= kMaxMetadataDepth) stop("nested too deep", mark);
    open_.push_back({std::move(value), anchor, std::nullopt});
  }
  void end() {
    Open done = std::move(open_.back());
    open_.pop_back();
    add(std::move(done.value), done.anchor);
  }
  void add(MetaValue value, YAML::anchor_t anchor) {
    if (anchor != 0) anchored_[anchor] = value;
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (Open& parent = open_.back(); parent.value.kind == MetaValue::Kind::list) {
      parent.value.items.push_back(std::move(value));
    } else if (!parent.key) {
      parent.key = std::move(value.text);
    } else {
      add_member(parent, std::move(value));
    }
  }
  /// A merge key (yaml.org/type/merge.html) gives the members that the table does not have itself:
  /// they go to the front, since find() takes the last.
  static void add_member(Open& table, MetaValue value) {
    auto& members = table.value.members;
    if (*table.key == "<<" && value.kind == MetaValue::Kind::table) {
      members.insert(members.begin(), std::make_move_iterator(value.members.begin()),
                     std::make_move_iterator(value.members.end()));
    } else {
      members.emplace_back(std::move(*table.key), std::move(value));
    }
    table.key.reset();
  }

  std::size_t first_line_;
  std::size_t values_ = 0;
  std::size_t copied_bytes_ = 0;  ///< by aliases
  MetaValue root_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, MetaValue> anchored_;
};

Result<MetaValue> build(std::string_view text, std::size_t first_line) {
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    TreeBuilder builder(first_line);
    parser.HandleNextDocument(builder);
    // yaml-cpp ends a document at the first line that does not belong to it, and says nothing.
    TreeBuilder rest(first_line);
    parser.HandleNextDocument(rest);
    if (const MetaValue left = rest.take(); left.kind != MetaValue::Kind::null)
      return metadata_failure(ErrorCode::malformed, "a line that belongs to no key", left.line);
    return builder.take();
  } catch (const LimitReached& reached) {
    return metadata_failure(ErrorCode::limit, reached.what, reached.line);
  } catch (const YAML::Exception& error) {
    const auto line = static_cast<std::size_t>(std::max(error.mark.line, 0));
    return metadata_failure(ErrorCode::malformed, error.msg, first_line + line);
  } catch (const std::exception& error) {
    return metadata_failure(ErrorCode::malformed, error.what(), first_line);
  }
}

}  // namespace

Result<MetaValue> parse_yaml(std::string_view text, std::size_t first_line) {
  if (text.size() > kMaxMetadataBytes)
    return metadata_failure(ErrorCode::limit, "larger than 1 MiB", first_line);
  return build(text, first_line);
}

}  // namespace geul::indexer
