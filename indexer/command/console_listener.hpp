// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>

#include "common/cli/progress.hpp"
#include "indexer/build.hpp"
#include "indexer/command/commands.hpp"

namespace geul::indexer {

/// Tells a person on the standard error stream what happens in builds, as far as they want to hear
/// it. A warning that stood in the build before is not said again.
class ConsoleListener : public BuildListener {
 public:
  explicit ConsoleListener(const Arguments& arguments);

  void changed(Change change, std::string_view id) override;
  void warned(const Warning& warning) override;
  void skipped(const Place& place, const Error& reason) override;
  void progressed(std::size_t done, std::size_t total) override;

  /// Takes the progress bar away.
  void clear();
  /// A build has ended and another may follow, without a bar.
  enum class Ending { whole, cut_short };
  void ended(Ending ending);

 private:
  void say_once(std::string text);

  bool quiet_;
  bool verbose_;
  cli::When progress_;
  std::optional<cli::Progress> bar_;
  std::set<std::string> said_;    ///< in this build
  std::set<std::string> before_;  ///< in the one before
};

/// What the command line and the environment ask of a build.
[[nodiscard]] BuildOptions typed_options(const Arguments& arguments);
/// The same, and what is wrong with it. Without a SOURCE it is about --config, else
/// geul.yaml in the working folder or the nearest above, and the database .geul beside that, where
/// the command line and the environment name none.
/// Errors  usage: no SOURCE, and no such file.
[[nodiscard]] Result<BuildOptions> options_of(const Arguments& arguments);
[[nodiscard]] std::optional<Error> fault_of(const Arguments& arguments);
/// "3 indexed, 0 unchanged, …": what a build has done, as a line.
[[nodiscard]] std::string summary(const BuildReport& report, double seconds);

}  // namespace geul::indexer
