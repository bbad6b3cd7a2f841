// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/base/strong_id.hpp"
#include "common/index/profile.hpp"

namespace geul::index {

/// Posts that stand before all others for one query.
struct Pin {
  std::string query;  ///< as written; queries that fold alike are one
  std::vector<DocumentId> posts;

  friend bool operator==(const Pin&, const Pin&) = default;
};

/// What the configuration says of a database beside its posts. It is kept in the database's
/// metadata, so that whoever asks a database needs no configuration and no YAML.
struct Settings {
  std::vector<std::string> facets;  ///< keys of the front matter to count and filter by
  std::vector<std::string> words;   ///< the user dictionary: ascending, each once
  std::string synonyms;             ///< the file of synonyms, absolute; empty without
  std::vector<Pin> pinned;
  std::string dictionary = {};  ///< the file that `words` were read from, absolute
  std::string config = {};      ///< the file that all of this was read from, absolute
  /// Not every post is analysed with `words` yet: a build that changes them is at work, or was
  /// stopped. The next build looks at all posts again.
  bool unsettled = false;
  /// Whether words have positions. Without them a phrase finds what has all of its words.
  bool positions = true;
  /// Of all posts, once a build that changes them is done; those of fields that are not searched
  /// by plain words stay 0.
  FieldWeights weights = {};

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// As JSON, the same bytes for the same settings; empty for settings that say nothing.
[[nodiscard]] std::string encode_settings(const Settings& settings);

/// What is said of settings that are not those that were written.
[[nodiscard]] Failure damaged_settings();

/// Errors  malformed: none of encode_settings()'s. Members it does not know are passed over.
[[nodiscard]] Result<Settings> decode_settings(std::string_view text);

}  // namespace geul::index
