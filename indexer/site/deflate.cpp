// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <memory>
#include <new>

namespace geul::indexer::site {
namespace {

constexpr int kBestLevel = 12;

struct Free {
  void operator()(libdeflate_compressor* tool) const noexcept { libdeflate_free_compressor(tool); }
  void operator()(libdeflate_decompressor* tool) const noexcept {
    libdeflate_free_decompressor(tool);
  }
};

/// Its tables take a megabyte: made once a thread.
libdeflate_compressor* compressor() {
  thread_local const std::unique_ptr<libdeflate_compressor, Free> tool(
      libdeflate_alloc_compressor(kBestLevel));
  if (!tool) throw std::bad_alloc();
  return tool.get();
}

}  // namespace

std::string deflate(std::string_view bytes) {
  libdeflate_compressor* const tool = compressor();
  std::string stream(libdeflate_deflate_compress_bound(tool, bytes.size()), '\0');
  stream.resize(
      libdeflate_deflate_compress(tool, bytes.data(), bytes.size(), stream.data(), stream.size()));
  return stream;
}

Result<std::string> inflate(std::string_view stream, std::size_t max_bytes) {
  constexpr std::size_t kFirstGuess = 8;
  const std::unique_ptr<libdeflate_decompressor, Free> tool(libdeflate_alloc_decompressor());
  if (!tool) throw std::bad_alloc();
  std::size_t room = std::min(max_bytes, stream.size() * kFirstGuess);
  for (;; room = std::min(max_bytes, room * 2 + 1)) {
    std::string bytes(room, '\0');
    std::size_t read = 0;
    std::size_t written = 0;
    const auto done = libdeflate_deflate_decompress_ex(tool.get(), stream.data(), stream.size(),
                                                       bytes.data(), room, &read, &written);
    if (done == LIBDEFLATE_SUCCESS && read == stream.size()) {
      bytes.resize(written);
      return bytes;
    }
    if (done != LIBDEFLATE_INSUFFICIENT_SPACE || room == max_bytes)
      return fail(ErrorCode::malformed, "no DEFLATE stream of a search");
  }
}

}  // namespace geul::indexer::site
