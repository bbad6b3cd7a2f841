// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/html_text.hpp"

#include <algorithm>
#include <array>

#include "indexer/post/html_tag.hpp"
#include "indexer/post/markdown_copy.hpp"
#include "indexer/post/markdown_tree.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

// HTML Living Standard, "Flow content" that begins a line of its own.
constexpr std::array<std::string_view, 39> kBlocks{
    "address", "article", "aside",   "blockquote", "body", "br",         "caption", "center",
    "dd",      "details", "div",     "dl",         "dt",   "figcaption", "figure",  "footer",
    "form",    "h1",      "h2",      "h3",         "h4",   "h5",         "h6",      "header",
    "hr",      "iframe",  "li",      "main",       "nav",  "ol",         "p",       "picture",
    "pre",     "section", "summary", "table",      "tr",   "ul",         "video"};

bool is_block(std::string_view name) {
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}
bool is_cell(std::string_view name) {
  return name == "td" || name == "th";
}
bool is_skipped(std::string_view name) {
  return name == "script" || name == "style" || name == "template" || name == "noscript";
}

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html), tags_(html) {}

  HtmlText read() {
    std::size_t begin = 0;
    for (std::size_t at = html_.find('<'); at != npos; at = html_.find('<', at)) {
      const std::size_t end = markup_end(at);
      if (end == 0) {
        ++at;
        continue;
      }
      append(html_.substr(begin, at - begin));
      apply();
      begin = at = end;
    }
    append(html_.substr(begin));
    return {decode_entities(prose_), decode_entities(code_)};
  }

 private:
  static constexpr std::size_t npos = std::string_view::npos;

  /// Behind the comment, declaration or tag at `at`; 0 where there is none.
  std::size_t markup_end(std::size_t at) {
    tag_ = {};
    const std::string_view rest = html_.substr(at);
    if (starts_with(rest, "<!--")) return behind("-->", at + 4);
    if (starts_with(rest, "<!") || starts_with(rest, "<?")) return behind(">", at + 2);
    tag_ = tags_.read(at);
    if (!tag_) return 0;
    if (tag_.closing || !is_skipped(tag_name(tag_))) return tag_.end;
    return behind("</" + std::string(tag_.name), tag_.end);
  }
  /// What is never closed goes to the end, as in a browser.
  std::size_t behind(std::string_view needle, std::size_t from) const {
    const std::size_t found = html_.find(needle, from);
    return found == npos ? html_.size() : found + needle.size();
  }

  void append(std::string_view text) { (in_pre_ ? code_ : prose_) += text; }

  void apply() {
    if (!tag_) return;
    const std::string name = tag_name(tag_);
    if (name == "pre") {
      in_pre_ = !tag_.closing;
      if (in_pre_ && !code_.empty()) code_ += '\n';
    }
    if (in_pre_) return;
    if (is_block(name)) prose_ += '\n';
    if (is_cell(name) && !tag_.closing) prose_ += kCell;
    if (name == "img") prose_ += attribute_of(tag_.attributes, "alt");
  }

  std::string_view html_;
  TagReader tags_;
  HtmlTag tag_;
  bool in_pre_ = false;
  std::string prose_;
  std::string code_;
};

}  // namespace

HtmlText read_html(std::string_view html) {
  return Reader(html).read();
}

std::string read_inline_html(std::string_view html) {
  TagReader tags(html);
  const HtmlTag tag = tags.read(0);
  if (!tag) return {};
  const std::string name = tag_name(tag);
  if (name == "img") return decode_entities(attribute_of(tag.attributes, "alt"));
  if (is_cell(name)) return tag.closing ? std::string{} : std::string(1, kCell);
  return is_block(name) ? " " : "";
}

}  // namespace geul::indexer
