// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gumbo.h>

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace geul::indexer {

/// Processor time of this thread, in seconds.
[[nodiscard]] double thread_seconds() noexcept;

/// Everything that gumbo asks for while it parses one page, given back at once: its own way back
/// calls itself for each level of depth. Where a page costs more than it may, parsing is left.
class PageMemory {
 public:
  /// `last_moment`: when the page's time ends, in thread_seconds().
  PageMemory(std::size_t page_bytes, double last_moment);

  /// The root of the tree; null where it was left. Expects  the first call.
  GumboOutput* parse(std::string_view html);

 private:
  GumboOutput* parse_or_leave(const GumboOptions& options, std::string_view html);
  void* allocate(std::size_t bytes);
  void add_chunk(std::size_t bytes);
  [[noreturn]] void leave();

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

}  // namespace geul::indexer
