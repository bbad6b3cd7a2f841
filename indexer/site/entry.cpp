// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/entry.hpp"

#include "common/base/format.hpp"
#include "common/base/hash.hpp"
#include "indexer/site/payload.hpp"

namespace geul::indexer::site {
namespace {

constexpr std::string_view kMagic = "geul";
constexpr unsigned kLowBits = 28;
constexpr unsigned kBuildShift = 32;

std::uint32_t build_of(std::string_view rest) {
  return static_cast<std::uint32_t>(hash64(rest) >> kBuildShift);
}

void put_pages(PayloadWriter& out, const Entry& entry) {
  out.count(entry.pages());
  out.integer(static_cast<std::uint32_t>(entry.total_length & ((1U << kLowBits) - 1)));
  out.integer(static_cast<std::uint32_t>(entry.total_length >> kLowBits));
  for (const std::uint8_t length : entry.lengths) out.u8(length);
  out.count(entry.undated);
  std::uint32_t before = 0;
  for (const std::uint32_t day : entry.days) {
    out.integer(day - before);
    before = day;
  }
  out.names(entry.hashes);
}

void take_pages(PayloadReader& in, Entry& entry) {
  constexpr std::uint32_t kMaxDay = 3'652'058;  // 9999-12-31
  const std::size_t pages = in.count();
  entry.total_length = in.integer();
  entry.total_length += std::uint64_t{in.integer()} << kLowBits;
  for (const char c : in.raw(pages)) entry.lengths.push_back(static_cast<std::uint8_t>(c));
  entry.undated = in.integer();
  in.expect(entry.undated <= pages);
  if (!in.good()) return;
  std::uint64_t day = 0;
  for (const std::uint32_t delta : in.integers(pages - entry.undated)) {
    day += delta;
    in.expect(day <= kMaxDay);
    entry.days.push_back(static_cast<std::uint32_t>(day));
  }
  entry.hashes = in.names(groups_of(pages));
}

}  // namespace

std::string encode_entry(const Entry& entry) {
  PayloadWriter rest;
  rest.text(entry.analysis);
  rest.text(entry.settings);
  put_pages(rest, entry);
  rest.names({entry.directory, entry.facets, entry.titles, entry.synonyms});
  PayloadWriter out;
  out.raw(kMagic);
  out.integer(kSiteFormat);
  out.u32(build_of(rest.bytes()));
  out.raw(rest.bytes());
  return std::move(out).bytes();
}

Result<Entry> decode_entry(std::string_view payload) {
  PayloadReader in(payload);
  in.expect(in.raw(kMagic.size()) == kMagic);
  const std::uint32_t version = in.integer();
  if (in.good() && version != kSiteFormat)
    return fail(ErrorCode::incompatible, format("a search of format {}", version),
                "write it again with geul-index site");
  Entry entry;
  entry.build = in.u32();
  in.expect(in.good() && entry.build == build_of(payload.substr(payload.size() - in.left())));
  entry.analysis = in.text();
  entry.settings = in.text();
  take_pages(in, entry);
  entry.directory = in.u24();
  entry.facets = in.u24();
  entry.titles = in.u24();
  entry.synonyms = in.u24();
  if (Result<void> whole = in.finish("geul.bin"); !whole) return fail(whole.error());
  return entry;
}

}  // namespace geul::indexer::site
