// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/directory.hpp"

#include <algorithm>

#include "indexer/site/payload.hpp"

namespace geul::indexer::site {
namespace {

void put_range(PayloadWriter& out, const FileRange& range) {
  out.count(range.firsts.size());
  out.words(range.firsts);
  out.names(range.names);
}

FileRange take_range(PayloadReader& in) {
  FileRange range;
  const std::size_t files = in.count();
  range.firsts = in.words(files);
  range.names = in.names(files);
  in.expect(std::ranges::is_sorted(range.firsts) &&
            (range.firsts.empty() || range.firsts.front().empty()));
  return range;
}

}  // namespace

std::string encode_directory(const Directory& directory) {
  PayloadWriter out;
  put_range(out, directory.terms);
  put_range(out, directory.initials);
  return std::move(out).bytes();
}

Result<Directory> decode_directory(std::string_view payload) {
  PayloadReader in(payload);
  Directory directory;
  directory.terms = take_range(in);
  directory.initials = take_range(in);
  if (Result<void> whole = in.finish("the directory"); !whole) return fail(whole.error());
  return directory;
}

}  // namespace geul::indexer::site
