// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "tests/scenario/blog.hpp"
#include "tests/support/server.hpp"

namespace geul::test {

/// A way in which a database is spread: what is given to geul-query.
struct Layout {
  std::string name;
  std::vector<std::string> databases;  ///< for --db
};

/// The sample posts and made-up records, some of them twice, indexed as one database and as shards,
/// and the servers of these.
class Spread {
 public:
  static constexpr std::size_t kShards = 3;

  explicit Spread(std::uint64_t seed);

  /// Changes, removes and adds records, and brings both databases up to date.
  void change();
  /// A single database, the same in shards, and every way to reach these.
  [[nodiscard]] const std::vector<Layout>& layouts() const { return layouts_; }
  [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }
  [[nodiscard]] std::string shard(std::size_t number) const;
  /// The numbers of the records that are there.
  [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }

 private:
  void write_records();
  void build(const std::string& database, const std::vector<std::string>& more = {}) const;
  void add_layouts();

  TemporaryFolder folder_;
  std::uint64_t seed_;
  std::size_t first_ = 0;  ///< record
  std::vector<std::string> ids_;
  std::vector<Server> servers_;
  std::vector<Layout> layouts_;
};

/// geul-query in a layout.
[[nodiscard]] RunResult ask(const Layout& layout, std::vector<std::string> arguments,
                            const RunOptions& options = {});

}  // namespace geul::test
