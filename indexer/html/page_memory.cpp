// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_memory.hpp"

#include <algorithm>
#include <ctime>
#include <new>
#include <utility>

namespace geul::indexer {
namespace {

constexpr std::size_t kBytesEach = 100;
constexpr std::size_t kMostBytes = std::size_t{512} << 20U;
constexpr std::size_t kLeastBytes = std::size_t{1} << 20U;
constexpr std::size_t kChunk = std::size_t{64} << 10U;
constexpr std::size_t kLargestChunk = std::size_t{1} << 20U;

}  // namespace

double thread_seconds() noexcept {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

PageMemory::PageMemory(std::size_t page_bytes, double last_moment)
    : most_bytes_(std::min(kBytesEach * page_bytes, kMostBytes) + kLeastBytes),
      last_moment_(last_moment) {
  // Enough for all, since nothing may be thrown where gumbo's C is among the callers.
  chunks_.reserve(most_bytes_ / kLargestChunk + 64);
}

GumboOutput* PageMemory::parse(std::string_view html) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* self, std::size_t bytes) {
    return static_cast<PageMemory*>(self)->allocate(bytes);
  };
  options.deallocator = [](void* /*self*/, void* /*bytes*/) {};
  options.userdata = this;
  options.max_errors = 0;
  return parse_or_leave(options, html);
}

/// No object with a destructor lives here or in gumbo's C, which longjmp() passes over.
GumboOutput* PageMemory::parse_or_leave(const GumboOptions& options, std::string_view html) {
  // NOLINTNEXTLINE(cert-err52-cpp): gumbo has no other way out, and C no exceptions
  if (setjmp(exit_) != 0) return nullptr;
  return ::gumbo_parse_with_options(&options, html.data(), html.size());
}

void* PageMemory::allocate(std::size_t bytes) {
  constexpr std::size_t kAlignment = alignof(std::max_align_t);
  bytes = (bytes + kAlignment - 1) / kAlignment * kAlignment;
  if (bytes > left_) add_chunk(bytes);
  if (++calls_ % 256 == 0 && thread_seconds() > last_moment_) leave();
  left_ -= bytes;
  return next_ + std::exchange(used_, used_ + bytes);
}

void PageMemory::add_chunk(std::size_t bytes) {
  const std::size_t size = std::max(bytes, std::min(kChunk + taken_ / 4, kLargestChunk));
  if (size > most_bytes_ - taken_ || chunks_.size() == chunks_.capacity()) leave();
  chunks_.emplace_back(new (std::nothrow) std::byte[size]);
  if (!chunks_.back()) leave();
  taken_ += size;
  next_ = chunks_.back().get();
  used_ = 0;
  left_ = size;
}

void PageMemory::leave() {
  // NOLINTNEXTLINE(cert-err52-cpp)
  std::longjmp(exit_, 1);
}

}  // namespace geul::indexer
