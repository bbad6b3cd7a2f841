// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/index/writer.hpp"
#include "indexer/source/chunk_reader.hpp"
#include "indexer/source/scan.hpp"

namespace geul::indexer {

enum class Drafts { leave_out, include };
enum class Effect { write, pretend };

struct BuildOptions {
  std::vector<std::string> sources;  ///< empty: those that `config` names
  std::string database;
  std::string config;  ///< the file; empty: geul.yaml near the first source, if there is one
  std::size_t jobs = 1;
  ChunkLimits chunks = {};  ///< of a new database, with several jobs
  /// With html, folders hold pages that are built, and no generator's settings count. Nothing: as
  /// geul.yaml says.
  std::optional<PostFiles> files = {};
  Drafts drafts = Drafts::leave_out;
  Effect effect = Effect::write;
  index::OpenMode mode = index::OpenMode::update;
  /// Of a new database; an update follows the database.
  index::Positions positions = index::Positions::keep;
  std::size_t shards = 0;  ///< 0: as many as the database has, or one
  /// Read unchanged posts as well, so that their warnings are heard again (--strict).
  bool recheck = false;
  /// Hears of each folder before posts are looked for in it.
  std::function<void(const std::filesystem::path& folder)> entering = nullptr;
  /// Asked before each post is taken over, and now and then: true ends the build at the last batch
  /// committed.
  std::function<bool()> stopped = nullptr;
};

struct BuildReport {
  std::size_t indexed = 0;  ///< new or changed
  std::size_t unchanged = 0;
  std::size_t removed = 0;  ///< in the database, but no longer in the sources, or hidden now
  std::size_t hidden = 0;   ///< drafts and unpublished posts
  std::size_t skipped = 0;  ///< nothing in them could be indexed
  std::size_t warnings = 0;
  std::uintmax_t bytes = 0;               ///< read
  PostFiles files = PostFiles::markdown;  ///< which were looked for

  /// Posts that were there, whatever became of them.
  [[nodiscard]] std::size_t found() const { return indexed + unchanged + hidden + skipped; }
};

/// Hears what happens during a build, in the order of the posts, in the thread that builds.
class BuildListener {
 public:
  enum class Change { indexed, removed, hidden };

  BuildListener() = default;
  virtual ~BuildListener() = default;
  BuildListener(const BuildListener&) = delete;
  BuildListener& operator=(const BuildListener&) = delete;
  BuildListener(BuildListener&&) = delete;
  BuildListener& operator=(BuildListener&&) = delete;

  virtual void changed(Change change, std::string_view id) = 0;
  virtual void warned(const Warning& warning) = 0;
  virtual void skipped(const Place& place, const Error& reason) = 0;
  /// Of posts that were worked on, some of them perhaps to be heard of later. `total` may grow
  /// while records of JSON Lines come in.
  virtual void progressed(std::size_t done, std::size_t total) = 0;
};

/// Brings the database up to date with the sources: new and changed posts are indexed, posts that
/// are gone or hidden now are removed, the rest is left alone. A post that cannot be read this time
/// keeps its indexed version, and so do all posts not found when a folder cannot be listed.
///
/// Cost    each post is read once. With html, a source's pages are read once before, one behind
///         another, until one is found that marks its matter: where none does, all of them.
/// Errors  those of scan(), load_config() and Writer; usage: no sources, in the options or in
///         `config`; conflict: the sources hold no post at all
///         while the database does, or a source of records holds none while the database has
///         records that are in no source now (a wrong path, or a program that wrote nothing); io:
///         it was stopped. The database then is as it was, or at the last batch committed.
/// Throws  std::exception where the libraries cannot work at all (ICU without its data, no memory
///         for what all posts share); the database then is as after an error. A post at which one
///         fails is skipped.
[[nodiscard]] Result<BuildReport> build(const BuildOptions& options, BuildListener& listener);

}  // namespace geul::indexer
