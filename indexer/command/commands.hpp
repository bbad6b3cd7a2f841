// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.hpp"
#include "common/cli/command.hpp"

namespace geul::indexer {

/// The programs' exit statuses, part of the command line's contract.
enum class ExitStatus { done = 0, nothing = 1, failed = 2 };

/// As messages name it.
inline constexpr std::string_view kProgram = "geul-index";

/// Prints the error. Returns  ExitStatus::failed.
[[nodiscard]] ExitStatus failed(const Error& error);

/// The values of all options of geul-index, where the command line puts them.
struct Arguments {
  std::vector<std::string> sources;
  std::vector<std::string> topics;  ///< of help
  std::string database = ".geul";
  std::string config;
  std::string out;
  std::string format = "text";
  std::string related_format = "jsonl";
  std::size_t limit = 5;
  std::string progress = "auto";
  std::size_t jobs = 0;    ///< 0: as many as the machine has processors
  std::size_t shards = 0;  ///< 0: as the database is
  bool rebuild = false;
  bool no_positions = false;
  bool dry_run = false;
  bool drafts = false;
  bool html = false;
  bool strict = false;
  bool quiet = false;
  bool verbose = false;
  bool show = false;
  bool schema = false;
  std::vector<cli::Given> given = {};  ///< options that have a value, and where from
};

/// Prints an error that may be about what the environment gave, which it then says.
/// Returns  ExitStatus::failed.
[[nodiscard]] ExitStatus failed(const Error& error, const Arguments& arguments);

/// Whether the command line or the environment gives an option: "--db".
[[nodiscard]] bool is_given(const Arguments& arguments, std::string_view option);
/// --db of the commands that read one.
[[nodiscard]] cli::Option read_database_option(Arguments& arguments);
/// The database that such a command reads: the one named, else the nearest `.geul` from the working
/// folder on, as geul-query does. Errors  not_found: there is none.
[[nodiscard]] Result<std::string> database_to_read(const Arguments& arguments);

/// Each command's table of options, and what it does once they are read.
[[nodiscard]] cli::Command build_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_build(const Arguments& arguments);

[[nodiscard]] cli::Command watch_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_watch(const Arguments& arguments);

[[nodiscard]] cli::Command check_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_check(const Arguments& arguments);

[[nodiscard]] cli::Command stats_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_stats(const Arguments& arguments);

[[nodiscard]] cli::Command compact_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_compact(const Arguments& arguments);

[[nodiscard]] cli::Command config_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_config(const Arguments& arguments);

[[nodiscard]] cli::Command related_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_related(const Arguments& arguments);

[[nodiscard]] cli::Command site_table(Arguments& arguments);
[[nodiscard]] ExitStatus run_site(const Arguments& arguments);

/// `commands` are those that it can explain.
[[nodiscard]] cli::Command help_table(Arguments& arguments, std::span<const cli::Command> commands);
[[nodiscard]] ExitStatus run_help(const Arguments& arguments, const cli::Program& program);

}  // namespace geul::indexer
