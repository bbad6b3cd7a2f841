// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

#include "common/text/letters.hpp"
#include "common/text/utf8.hpp"
#include "indexer/html/formatting.hpp"
#include "indexer/html/page_memory.hpp"

namespace geul::indexer {
namespace {

/// A page for gumbo, and as it was written: where they differ, it is the name of a formatting tag.
class PageBytes {
 public:
  PageBytes(std::string_view given, std::string_view written) : given_(given), written_(written) {}

  /// What was written of a piece of what gumbo was given; empty for what is none.
  [[nodiscard]] std::string_view written_of(const GumboStringPiece& piece) const {
    return part(written_, piece);
  }
  /// Whether a formatting tag was seen where gumbo sees `value`.
  [[nodiscard]] bool is_misread(std::string_view value, const GumboStringPiece& piece) const {
    return holds_renamed(value) && part(given_, piece) != part(written_, piece);
  }

 private:
  [[nodiscard]] std::string_view part(std::string_view page, const GumboStringPiece& piece) const {
    const bool within = std::greater_equal<>()(piece.data, given_.data()) &&
                        std::less_equal<>()(piece.data, given_.data() + given_.size());
    return within ? page.substr(static_cast<std::size_t>(piece.data - given_.data()), piece.length)
                  : std::string_view();
  }

  std::string_view given_;
  std::string_view written_;  ///< as long
};

/// gumbo makes U+FFFD of them.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r');
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool is_matter(std::string_view name) {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading || name == "main" || name == "article";
}

template <typename Test>
bool has_one(std::string_view list, Test&& passes) {
  constexpr std::string_view kSpaces = " \t\n\f\r";
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(kSpaces), list.size());
    if (passes(list.substr(0, end))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

/// Lays gumbo's tree out in one row, with a stack of its own.
class Flattening {
 public:
  /// `mended` keeps what gumbo gives otherwise than it should be.
  Flattening(PageBytes bytes, std::vector<PageNode>& nodes, std::vector<PageAttribute>& attributes,
             std::deque<std::string>& mended)
      : bytes_(bytes), nodes_(nodes), attributes_(attributes), mended_(mended) {}

  /// Returns  false where names of tags were changed in what is none.
  bool run(const GumboNode& root) {
    add(root);
    while (!open_.empty() && !misread_) {
      Open& last = open_.back();
      if (last.next < last.element->children.length) {
        add(*static_cast<const GumboNode*>(last.element->children.data[last.next++]));
      } else {
        nodes_[last.number].end = size();
        nodes_[last.number].holds_matter = last_matter_ > last.number;
        open_.pop_back();
      }
    }
    return !misread_;
  }

 private:
  struct Open {
    const GumboElement* element;
    std::uint32_t number;  ///< of its node
    unsigned next = 0;     ///< the child at turn
  };

  /// The element that is open; the root, which is its own parent, before there is one.
  [[nodiscard]] std::uint32_t innermost() const { return open_.empty() ? 0 : open_.back().number; }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  /// A number that does not fit (&#xFFFFFFFF80;) becomes any byte.
  std::string_view valid(std::string_view text) {
    return text::is_utf8(text) ? text : mended_.emplace_back(text::to_utf8(text));
  }

  std::string_view name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return ::gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    ::gumbo_tag_from_original_text(&piece);
    const std::string_view typed = bytes_.written_of(piece);
    if (typed.empty()) return "?";
    if (const auto formatting = formatting_name(typed); !formatting.empty()) return formatting;
    const bool lower = std::none_of(typed.begin(), typed.end(), is_upper);
    return lower ? std::string_view(piece.data, piece.length)
                 : mended_.emplace_back(text::lower_case(typed));
  }

  void add(const GumboNode& node) {
    if (is_text(node)) add_text(node.v.text);
    if (is_element(node)) add_element(node.v.element);
  }
  void add_text(const GumboText& text) {
    PageNode& node = nodes_.emplace_back();
    node.text = valid(text.text);
    misread_ = misread_ || bytes_.is_misread(node.text, text.original_text);
    node.parent = innermost();
    node.end = size();
    node.offset = text.start_pos.offset;
    node.line = text.start_pos.line;
  }
  void add_element(const GumboElement& element) {
    const std::uint32_t number = size();
    PageNode& node = nodes_.emplace_back();
    node.name = name_of(element);
    node.parent = innermost();
    node.offset = element.start_pos.offset;
    node.line = element.start_pos.line;
    node.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    node.attribute_count = element.attributes.length;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* const attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      attributes_.push_back({attribute->name, valid(attribute->value)});
      misread_ = misread_ || bytes_.is_misread(attribute->value, attribute->original_value);
    }
    if (is_matter(node.name)) last_matter_ = number;
    open_.push_back({&element, number});
  }

  PageBytes bytes_;
  std::vector<PageNode>& nodes_;
  std::vector<PageAttribute>& attributes_;
  std::deque<std::string>& mended_;
  std::vector<Open> open_;
  std::uint32_t last_matter_ = 0;
  bool misread_ = false;
};

}  // namespace

struct PageTree::Source {
  Source(std::string page, double last_moment)
      : html(std::move(page)), memory(html.size(), last_moment) {}

  std::string html;
  PageMemory memory;
  std::deque<std::string> mended;
};

Result<PageTree> PageTree::parse(std::string html) {
  constexpr double kBytesASecond = 4 << 20;
  const double last_moment =
      thread_seconds() + kMaxSeconds + static_cast<double>(html.size()) / kBytesASecond;
  std::replace_if(html.begin(), html.end(), is_control, ' ');
  PageTree tree;
  std::string renamed = html;
  rename_formatting(renamed);
  auto read = tree.read(std::move(renamed), html, last_moment);
  if (read && !*read) {
    tree = PageTree();
    read = tree.read(std::string(html), html, last_moment);
  }
  if (!read) return fail(read.error());
  return tree;
}

Result<bool> PageTree::read(std::string given, std::string_view written, double last_moment) {
  const auto source = std::make_shared<Source>(std::move(given), last_moment);
  const GumboOutput* const output = source->memory.parse(source->html);
  if (output == nullptr)
    return fail(ErrorCode::limit,
                "its elements are too many or nested too deep, or carry too many attributes",
                "exclude the page in geul.yaml, or mend what wrote it");
  source_ = source;
  return Flattening({source->html, written}, nodes_, attributes_, source->mended)
      .run(*output->root);
}

std::optional<std::string_view> PageTree::attribute(std::size_t node,
                                                    std::string_view name) const noexcept {
  const auto begin = attributes_.begin() + nodes_[node].first_attribute;
  const auto end = begin + nodes_[node].attribute_count;
  const auto found =
      std::find_if(begin, end, [name](const PageAttribute& a) { return a.name == name; });
  return found == end ? std::nullopt : std::optional(found->value);
}

bool PageTree::has_word(std::size_t node, std::string_view attribute_name,
                        std::string_view word) const noexcept {
  const std::string_view list = attribute(node, attribute_name).value_or(std::string_view());
  return has_one(list, [word](std::string_view each) { return each == word; });
}

bool PageTree::has_word_in_any_case(std::size_t node, std::string_view attribute_name,
                                    std::string_view word) const noexcept {
  const std::string_view list = attribute(node, attribute_name).value_or(std::string_view());
  return has_one(list, [word](std::string_view each) {
    return std::equal(each.begin(), each.end(), word.begin(), word.end(),
                      [](char a, char b) { return (is_upper(a) ? a + ('a' - 'A') : a) == b; });
  });
}

}  // namespace geul::indexer
