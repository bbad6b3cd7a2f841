// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.hpp"
#include "indexer/site/directory.hpp"
#include "indexer/site/entry.hpp"
#include "indexer/site/facets_file.hpp"
#include "indexer/site/fragment.hpp"
#include "indexer/site/initials_file.hpp"
#include "indexer/site/term_file.hpp"

namespace geul::indexer::site {

/// Reads a search from its folder, file by file, as FORMAT.md has it. The files are untrusted.
/// Errors  of all: not_found; io; malformed; incompatible; limit: over kMaxFile bytes.
class SiteReader {
 public:
  [[nodiscard]] static Result<SiteReader> open(const std::filesystem::path& folder);

  [[nodiscard]] const Entry& entry() const noexcept { return entry_; }
  [[nodiscard]] const Directory& directory() const noexcept { return directory_; }
  /// Expects a file of the directory's.
  [[nodiscard]] Result<std::vector<TermRow>> terms(std::size_t file) const;
  [[nodiscard]] Result<std::vector<InitialsRow>> initials(std::size_t file) const;
  [[nodiscard]] Result<Fragment> fragment(std::size_t page, std::size_t unit) const;
  [[nodiscard]] Result<std::vector<SiteFacet>> facets() const;
  [[nodiscard]] Result<std::vector<std::string>> titles() const;
  /// JSON; empty without any.
  [[nodiscard]] Result<std::string> synonyms() const;

 private:
  SiteReader(std::filesystem::path folder, Entry entry, Directory directory);
  [[nodiscard]] Result<std::string> payload(const std::string& file) const;

  std::filesystem::path folder_;
  Entry entry_;
  Directory directory_;
};

inline constexpr std::size_t kMaxFile = std::size_t{64} << 20U;

/// The payload of the titles' file. Errors: malformed.
[[nodiscard]] Result<std::vector<std::string>> decode_titles(std::string_view payload,
                                                             std::size_t pages);

}  // namespace geul::indexer::site
