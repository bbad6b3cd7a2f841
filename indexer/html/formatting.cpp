// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/formatting.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace geul::indexer {
namespace {

struct Renamed {
  std::string_view name;
  std::string_view other;
};

constexpr std::array<Renamed, 14> kNames{{{"a", "z"},
                                          {"b", "y"},
                                          {"big", "xig"},
                                          {"code", "xode"},
                                          {"em", "xm"},
                                          {"font", "xont"},
                                          {"i", "x"},
                                          {"nobr", "xobr"},
                                          {"s", "w"},
                                          {"small", "xmall"},
                                          {"strike", "xtrike"},
                                          {"strong", "xtrong"},
                                          {"tt", "xt"},
                                          {"u", "v"}}};
constexpr std::size_t kLongest = 6;

/// Elements whose content is text until their own end.
constexpr std::array<std::string_view, 8> kTextAlone{"iframe", "noembed",  "noframes", "script",
                                                     "style",  "textarea", "title",    "xmp"};

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

bool ends_name(char c) {
  return c == '>' || c == '/' || is_space(c);
}

bool is_name(std::string_view typed, std::string_view name) {
  return std::equal(typed.begin(), typed.end(), name.begin(), name.end(),
                    [](char a, char b) { return lower(a) == b; });
}

constexpr std::size_t kLongestTextAlone = 9;  ///< plaintext

/// The states of HTML's tokenizer that say which '<' begins a tag (section 13.2.5).
class Renaming {
 public:
  explicit Renaming(std::string& html) : html_(html) {}

  void run() {
    while (find("<")) {
      ++at_;
      if (has("!--")) {
        skip_comment();
      } else if (has("![CDATA[")) {
        skip_behind(drawings_ > 0 ? "]]>" : ">");
      } else if (has("!") || has("?")) {
        skip_behind(">");
      } else if (has("/")) {
        ++at_;
        at_name() ? end_tag() : skip_behind(">");
      } else if (at_name()) {
        begin_tag();
      }
    }
  }

 private:
  [[nodiscard]] bool has(std::string_view next) const {
    return std::string_view(html_).substr(at_).starts_with(next);
  }
  [[nodiscard]] bool at_name() const {
    return at_ < html_.size() && lower(html_[at_]) >= 'a' && lower(html_[at_]) <= 'z';
  }
  bool find(std::string_view text) {
    at_ = std::min(html_.find(text, at_), html_.size());
    return at_ < html_.size();
  }
  void skip_behind(std::string_view text) {
    if (find(text)) at_ += text.size();
  }

  /// Its own dashes are the end's, too: "<!-->", "<!--->".
  void skip_comment() {
    const std::size_t text = at_ + 3;
    for (++at_; find("--"); ++at_) {
      const std::string_view behind = std::string_view(html_).substr(at_ + 2);
      if (behind.starts_with('>') || (at_ >= text && behind.starts_with("!>"))) break;
    }
    skip_behind(">");
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !ends_name(html_[at_])) ++at_;
    return std::string_view(html_).substr(begin, at_ - begin);
  }

  void rename(std::string_view typed) {
    if (typed.size() > kLongest || at_ == html_.size()) return;
    for (const Renamed& row : kNames)
      if (is_name(typed, row.name)) html_.replace(at_ - typed.size(), row.other.size(), row.other);
  }

  void end_tag() {
    const std::string_view name = read_name();
    if (drawings_ > 0 && is_drawing(name)) --drawings_;
    rename(name);
    skip_attributes();
  }

  void begin_tag() {
    const std::string name(read_name().substr(0, kLongestTextAlone + 1));
    rename(name);
    const bool closes = skip_attributes();
    if (is_drawing(name) && !closes) ++drawings_;
    if (drawings_ > 0 && closes) return;
    if (is_name(name, "plaintext")) at_ = html_.size();
    for (const std::string_view known : kTextAlone)
      if (is_name(name, known)) return skip_text_alone(known);
  }

  static bool is_drawing(std::string_view name) {
    return is_name(name, "svg") || is_name(name, "math");
  }

  void skip_text_alone(std::string_view name) {
    for (; find("</"); at_ += 2) {
      const std::string_view typed = std::string_view(html_).substr(at_ + 2, name.size());
      const std::size_t end = at_ + 2 + name.size();
      if (is_name(typed, name) && end < html_.size() && ends_name(html_[end])) return;
    }
  }

  /// Returns  whether the tag closes itself ("/>").
  bool skip_attributes() {
    bool closes = false;
    while (at_ < html_.size() && html_[at_] != '>') {
      closes = html_[at_] == '/';
      if (closes || is_space(html_[at_])) {
        ++at_;
      } else {
        skip_attribute();
      }
    }
    at_ = std::min(at_ + 1, html_.size());
    return closes;
  }

  void skip_attribute() {
    ++at_;  // a name may begin with '='
    while (at_ < html_.size() && html_[at_] != '=' && !ends_name(html_[at_])) ++at_;
    skip_spaces();
    if (!has("=")) return;
    ++at_;
    skip_spaces();
    for (const std::string_view quote : {"\"", "'"})
      if (has(quote)) {
        ++at_;
        return skip_behind(quote);
      }
    while (at_ < html_.size() && html_[at_] != '>' && !is_space(html_[at_])) ++at_;
  }
  void skip_spaces() {
    while (at_ < html_.size() && is_space(html_[at_])) ++at_;
  }

  std::string& html_;
  std::size_t at_ = 0;
  std::size_t drawings_ = 0;  ///< svg and math that are open
};

}  // namespace

void rename_formatting(std::string& html) {
  Renaming(html).run();
}

bool holds_renamed(std::string_view text) noexcept {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    ++at;
    if (at < text.size() && text[at] == '/') ++at;
    const std::string_view rest = text.substr(at);
    for (const Renamed& row : kNames)
      if (rest.starts_with(row.other) && rest.size() > row.other.size() &&
          ends_name(rest[row.other.size()]))
        return true;
  }
  return false;
}

std::string_view formatting_name(std::string_view typed) noexcept {
  for (const Renamed& row : kNames)
    if (is_name(typed, row.name)) return row.name;
  return {};
}

}  // namespace geul::indexer
