// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "common/index/document.hpp"
#include "common/index/settings.hpp"
#include "common/index/synonyms.hpp"

namespace geul::indexer::site {

/// What the settings of a search need to know of its pages.
class PageNotes {
 public:
  explicit PageNotes(const index::Settings& settings);
  void add(std::uint32_t page, const index::Document& document);

  /// The entry's settings: members that say nothing are left out, pins without a page too.
  [[nodiscard]] std::string settings_json() const;

 private:
  [[nodiscard]] std::string language() const;

  const index::Settings& settings_;
  std::map<DocumentId, std::uint32_t> pinned_;  ///< pages of pinned posts
  std::map<std::string, std::size_t> languages_;
};

/// The file of synonyms; empty without any.
[[nodiscard]] std::string synonyms_json(const index::SynonymTable& synonyms);

}  // namespace geul::indexer::site
