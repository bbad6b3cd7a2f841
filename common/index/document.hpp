// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/base/calendar.hpp"
#include "common/base/strong_id.hpp"
#include "common/index/facet_key.hpp"

namespace geul::index {

/// A stretch of a post under one heading.
struct Section {
  std::string heading;          ///< plain text; empty for what stands before the first heading
  int level = 0;                ///< 1 to 6; 0 without a heading
  std::string anchor;           ///< what follows '#' in the address; empty without
  std::size_t file_offset = 0;  ///< byte in the file at which it begins
  std::string text;             ///< prose without markup; blocks parted by LF
  std::string code;             ///< code blocks, parted by LF
};

/// What a post has under a configured key of its front matter.
struct FacetValues {
  FacetKey key;
  std::vector<std::string> values;

  friend bool operator==(const FacetValues&, const FacetValues&) = default;
};

/// A post as the index takes it, keeps it (without the hash) and gives it back. All strings are
/// valid UTF-8 in NFC without NUL.
struct Document {
  DocumentId id;
  std::string path;  ///< of the file it was read from, absolute, in the bytes that the file system
                     ///< has (they need not be UTF-8); empty for records
  std::string url;   ///< address on the site; may be empty
  std::string title;
  std::string summary;
  std::string language;
  std::string series;
  std::vector<std::string> tags;
  std::vector<std::string> categories;
  std::vector<std::string> authors;
  std::vector<FacetValues> facets;  ///< each key once; of configured keys alone
  std::optional<LocalTime> date;
  std::optional<LocalTime> updated;
  std::vector<Section> sections;
};

}  // namespace geul::index
