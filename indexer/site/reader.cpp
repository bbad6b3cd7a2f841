// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/reader.hpp"

#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "indexer/site/deflate.hpp"
#include "indexer/site/output.hpp"
#include "indexer/site/payload.hpp"

namespace geul::indexer::site {
namespace {

Result<std::string> read_payload(const std::filesystem::path& file) {
  auto stream = read_file(file, kMaxFile);
  if (!stream) return fail(stream.error());
  auto payload = inflate(*stream, kMaxFile);
  if (!payload) payload.error().place.file = file.string();
  return payload;
}

std::string in_folder(std::string_view folder, std::uint32_t name) {
  return format("{}/{}.bin", folder, to_hex_name(name));
}

/// `decode` of what `payload` has, or its error.
template <class Decode>
auto decoded(const Result<std::string>& payload, const Decode& decode)
    -> decltype(decode(*payload)) {
  if (!payload) return fail(payload.error());
  return decode(*payload);
}

}  // namespace

SiteReader::SiteReader(std::filesystem::path folder, Entry entry, Directory directory)
    : folder_(std::move(folder)), entry_(std::move(entry)), directory_(std::move(directory)) {}

Result<SiteReader> SiteReader::open(const std::filesystem::path& folder) {
  const auto payload = read_payload(folder / "geul.bin");
  if (!payload) return fail(payload.error());
  auto entry = decode_entry(*payload);
  if (!entry) return fail(entry.error());
  if (entry->directory == 0) return SiteReader(folder, *std::move(entry), {});
  auto directory =
      decoded(read_payload(folder / in_folder("x", entry->directory)), decode_directory);
  if (!directory) return fail(directory.error());
  return SiteReader(folder, *std::move(entry), *std::move(directory));
}

Result<std::string> SiteReader::payload(const std::string& file) const {
  return read_payload(folder_ / file);
}

Result<std::vector<TermRow>> SiteReader::terms(std::size_t file) const {
  return decoded(payload(in_folder("t", directory_.terms.names.at(file))), decode_terms);
}

Result<std::vector<InitialsRow>> SiteReader::initials(std::size_t file) const {
  return decoded(payload(in_folder("v", directory_.initials.names.at(file))), decode_initials);
}

Result<Fragment> SiteReader::fragment(std::size_t page, std::size_t unit) const {
  const std::string hash = to_hex_name(entry_.hashes.at(page / kGroupPages));
  return decoded(payload(format("f/{}-{}.{}.bin", page, hash, unit)), decode_fragment);
}

Result<std::vector<SiteFacet>> SiteReader::facets() const {
  if (entry_.facets == 0) return std::vector<SiteFacet>();
  return decoded(payload(in_folder("x", entry_.facets)), decode_facets);
}

Result<std::vector<std::string>> SiteReader::titles() const {
  if (entry_.titles == 0) return std::vector<std::string>();
  return decoded(payload(in_folder("x", entry_.titles)),
                 [this](const std::string& bytes) { return decode_titles(bytes, entry_.pages()); });
}

Result<std::string> SiteReader::synonyms() const {
  if (entry_.synonyms == 0) return std::string();
  return payload(in_folder("x", entry_.synonyms));
}

Result<std::vector<std::string>> decode_titles(std::string_view payload, std::size_t pages) {
  PayloadReader in(payload);
  in.expect(pages <= in.left());
  std::vector<std::string> titles;
  titles.reserve(in.good() ? pages : 0);
  for (std::size_t i = 0; i < pages && in.good(); ++i) titles.push_back(in.text());
  if (Result<void> whole = in.finish("the titles"); !whole) return fail(whole.error());
  return titles;
}

}  // namespace geul::indexer::site
