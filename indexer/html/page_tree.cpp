// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <csetjmp>
#include <ctime>
#include <deque>
#include <new>
#include <utility>

#include "common/text/utf8.hpp"
#include "indexer/html/formatting.hpp"

namespace geul::indexer {
namespace {

double thread_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

std::string_view name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN) return ::gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  ::gumbo_tag_from_original_text(&piece);
  const std::string_view typed =
      piece.data == nullptr ? std::string_view("?") : std::string_view(piece.data, piece.length);
  const std::string_view formatting = formatting_name(typed);
  if (!formatting.empty()) return formatting;
  return typed.empty() ? "?" : typed;
}

/// gumbo makes U+FFFD of them.
bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte == 0x7F || (byte < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r');
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

/// Lays gumbo's tree out in one row, with a stack of its own.
class Flattening {
 public:
  /// `mended` keeps what gumbo gives otherwise than it should be.
  Flattening(std::vector<PageNode>& nodes, std::vector<PageAttribute>& attributes,
             std::deque<std::string>& mended)
      : nodes_(nodes), attributes_(attributes), mended_(mended) {}

  void run(const GumboNode& root) {
    add(root);
    while (!open_.empty()) {
      Open& last = open_.back();
      if (last.next < last.element->children.length) {
        add(*static_cast<const GumboNode*>(last.element->children.data[last.next++]));
      } else {
        nodes_[last.number].end = size();
        open_.pop_back();
      }
    }
  }

 private:
  struct Open {
    const GumboElement* element;
    std::uint32_t number;  ///< of its node
    unsigned next = 0;     ///< the child at turn
  };

  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodes_.size()); }

  /// A number that does not fit (&#xFFFFFFFF80;) becomes any byte.
  std::string_view valid(std::string_view text) {
    return text::is_utf8(text) ? text : mended_.emplace_back(text::to_utf8(text));
  }

  void add(const GumboNode& node) {
    if (is_text(node)) add_text(node.v.text);
    if (is_element(node)) add_element(node.v.element);
  }
  void add_text(const GumboText& text) {
    PageNode& node = nodes_.emplace_back();
    node.text = valid(text.text);
    node.parent = open_.back().number;
    node.end = size();
    node.offset = text.start_pos.offset;
    node.line = text.start_pos.line;
  }
  void add_element(const GumboElement& element) {
    const std::uint32_t number = size();
    PageNode& node = nodes_.emplace_back();
    node.name = name_of(element);
    node.parent = open_.empty() ? 0 : open_.back().number;
    node.offset = element.start_pos.offset;
    node.line = element.start_pos.line;
    node.first_attribute = static_cast<std::uint32_t>(attributes_.size());
    node.attribute_count = element.attributes.length;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* const attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      attributes_.push_back({attribute->name, valid(attribute->value)});
    }
    open_.push_back({&element, number});
  }

  std::vector<PageNode>& nodes_;
  std::vector<PageAttribute>& attributes_;
  std::deque<std::string>& mended_;
  std::vector<Open> open_;
};

/// Everything that gumbo asks for while it parses one page, given back at once: its own way back
/// calls itself for each level of depth. Where a page costs more than it may, parsing is left.
class Memory {
 public:
  explicit Memory(std::size_t page_bytes)
      : most_bytes_(kBytesEach * page_bytes + kLeastBytes),
        last_moment_(thread_seconds() + PageTree::kMaxSeconds +
                     static_cast<double>(page_bytes) / kBytesASecond) {
    // Enough for all, since nothing may be thrown where gumbo's C is among the callers.
    chunks_.reserve(most_bytes_ / kLargestChunk + 64);
  }

  /// The root of the tree; null where it was left.
  GumboOutput* parse(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* self, std::size_t bytes) {
      return static_cast<Memory*>(self)->allocate(bytes);
    };
    options.deallocator = [](void* /*self*/, void* /*bytes*/) {};
    options.userdata = this;
    options.max_errors = 0;
    return parse_or_leave(options, html);
  }

 private:
  static constexpr std::size_t kBytesEach = 100;
  static constexpr std::size_t kLeastBytes = std::size_t{1} << 20U;
  static constexpr double kBytesASecond = 4 << 20;
  static constexpr std::size_t kChunk = std::size_t{64} << 10U;
  static constexpr std::size_t kLargestChunk = std::size_t{1} << 20U;

  /// No object with a destructor lives here or in gumbo's C, which longjmp() passes over.
  GumboOutput* parse_or_leave(const GumboOptions& options, std::string_view html) {
    // NOLINTNEXTLINE(cert-err52-cpp): gumbo has no other way out, and C no exceptions
    if (setjmp(exit_) != 0) return nullptr;
    return ::gumbo_parse_with_options(&options, html.data(), html.size());
  }

  void* allocate(std::size_t bytes) {
    constexpr std::size_t kAlignment = alignof(std::max_align_t);
    bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
    if (bytes > left_) add_chunk(bytes);
    if (++calls_ % 256 == 0 && thread_seconds() > last_moment_) leave();
    left_ -= bytes;
    return next_ + std::exchange(used_, used_ + bytes);
  }

  void add_chunk(std::size_t bytes) {
    const std::size_t size = std::max(bytes, std::min(kChunk + taken_ / 4, kLargestChunk));
    if (size > most_bytes_ - taken_ || chunks_.size() == chunks_.capacity()) leave();
    chunks_.emplace_back(new (std::nothrow) std::byte[size]);
    if (!chunks_.back()) leave();
    taken_ += size;
    next_ = chunks_.back().get();
    used_ = 0;
    left_ = size;
  }

  // NOLINTNEXTLINE(cert-err52-cpp)
  [[noreturn]] void leave() { std::longjmp(exit_, 1); }

  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::byte* next_ = nullptr;
  std::size_t used_ = 0;
  std::size_t left_ = 0;
  std::size_t taken_ = 0;
  std::size_t calls_ = 0;
  std::size_t most_bytes_;
  double last_moment_;
  std::jmp_buf exit_ = {};
};

}  // namespace

struct PageTree::Source {
  explicit Source(std::string page) : html(std::move(page)), memory(html.size()) {}

  std::string html;
  Memory memory;
  std::deque<std::string> mended;
};

Result<PageTree> PageTree::parse(std::string html) {
  std::replace_if(html.begin(), html.end(), is_control, ' ');
  rename_formatting(html);
  const auto source = std::make_shared<Source>(std::move(html));
  const GumboOutput* const output = source->memory.parse(source->html);
  if (output == nullptr)
    return fail(ErrorCode::limit, "its elements are nested too deep, or carry too many attributes",
                "exclude the page in geul.yaml, or mend what wrote it");
  PageTree tree;
  tree.source_ = source;
  Flattening(tree.nodes_, tree.attributes_, source->mended).run(*output->root);
  return tree;
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
  constexpr std::string_view kSpaces = " \t\n\f\r";
  std::string_view list = attribute(node, attribute_name).value_or(std::string_view());
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(kSpaces), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace geul::indexer
