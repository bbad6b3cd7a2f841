// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "common/analysis/analyzer.hpp"
#include "common/analysis/dictionary.hpp"
#include "common/index/facet_key.hpp"
#include "common/index/settings.hpp"
#include "common/index/writer.hpp"
#include "indexer/build.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/post/post.hpp"
#include "indexer/source/changes.hpp"
#include "indexer/source/feed.hpp"

namespace geul::indexer {

/// What became of one post.
struct PostOutcome {
  enum class Kind {
    unchanged,
    prepared,  ///< `document` is ready to be written, or has been
    repeated,  ///< another post has its key
    hidden,
    skipped,      ///< nothing to index, for `reason`
    unreadable,   ///< not read this time, for `reason`
    lost_source,  ///< a file of many records is unreadable: which posts it held is unknown
  };
  Kind kind = Kind::skipped;
  DocumentId id;
  index::DocumentKey key =
      {};  ///< of an unchanged record that was not read; `id` then is its place
  Error reason = {};
  std::vector<Warning> warnings = {};
  std::uintmax_t bytes = 0;
  std::optional<index::PreparedDocument> document = {};

  [[nodiscard]] index::DocumentKey key_or_own() const {
    return key.empty() ? index::key_of(id) : key;
  }
};

/// The user's words in a build.
struct UserWords {
  std::shared_ptr<const analysis::Dictionary> dictionary;  ///< null without
  bool settled = false;  ///< each indexed post is analysed with them already
};

/// Does all of a build's work on one post that needs no database: reads, compares, parses,
/// analyses.
/// Threads  one object for one thread; several may share the generators and the change set, and
///          share `large_pages`: pages of built HTML of more than kLargePage are parsed one at a
///          time, since one may take 1.2 GB.
class PostPreparer {
 public:
  using Generators = std::vector<std::unique_ptr<const Generator>>;  ///< by number of SOURCE

  PostPreparer(const BuildOptions& options, const index::Settings& settings,
               const Generators& generators, const ChangeSet& changes, const UserWords& words,
               std::mutex& large_pages)
      : options_(options),
        generators_(generators),
        changes_(changes),
        facets_(index::keys_of(settings.facets)),
        positions_(settings.positions ? index::Positions::keep : index::Positions::leave_out),
        weights_(settings.weights),
        words_(words),
        large_pages_(large_pages),
        now_(seconds_now()),
        analyzer_(words.dictionary) {
    std::sort(facets_.begin(), facets_.end());
  }

  /// What is thrown on the way (std::bad_alloc, a library that fails) ends here: the post counts as
  /// unreadable, and the others go on.
  [[nodiscard]] PostOutcome prepare(FeedItem item);

  /// Larger files are skipped: no post is that large, and each is held in memory whole, with up to
  /// a hundred bytes for each of its own where somebody made it so (./dev pathological).
  static constexpr std::uintmax_t kMaxPostBytes = std::uintmax_t{16} << 20U;
  static constexpr std::size_t kLargePage = std::size_t{1} << 20U;

 private:
  PostOutcome prepare_item(const FeedItem& item);
  PostOutcome prepare_file(const SourceFile& file);
  PostOutcome prepare_record(const SourceFile& file, const RecordReader::Record& record);
  [[nodiscard]] Result<Post> read_post(const SourceFile& file, std::string_view bytes) const;
  PostOutcome finish(PostOutcome outcome, Result<Post> post, const std::string& settings,
                     std::string_view bytes);
  [[nodiscard]] static std::int64_t seconds_now();
  [[nodiscard]] std::string settings_of(const Generator& generator, std::string_view path) const;
  /// The dictionary's words that are a key in the post, as a part of its hash: a word that came or
  /// went touches the posts that it is a key in, and no other. They are looked for in what is
  /// analysed, since markup, escapes and decomposed letters may part a word in the file's bytes.
  [[nodiscard]] std::string words_in(const index::Document& document) const;
  /// Whether a post's words decide whether it is unchanged.
  [[nodiscard]] bool compares_words() const noexcept {
    return words_.dictionary != nullptr && !words_.settled;
  }
  /// The key of the indexed post that a record is, byte for byte.
  [[nodiscard]] std::optional<index::DocumentKey> unchanged_record(
      std::string_view bytes, const std::string& settings) const;
  [[nodiscard]] bool is_unchanged(const DocumentId& id, std::string_view bytes,
                                  const std::string& settings, const std::string& words) const;

  const BuildOptions& options_;
  const Generators& generators_;
  const ChangeSet& changes_;
  std::vector<index::FacetKey> facets_;  ///< sorted: their order in the configuration is nothing
  index::Positions positions_;
  index::FieldWeights weights_;
  UserWords words_;
  std::mutex& large_pages_;
  std::int64_t now_;  ///< when the build began
  analysis::Analyzer analyzer_;
};

}  // namespace geul::indexer
