// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>
#include <string_view>

#include "common/base/format.hpp"
#include "common/cli/command.hpp"
#include "common/cli/crash.hpp"
#include "common/cli/terminal.hpp"
#include "common/index/version.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/site/entry.hpp"

namespace geul::indexer {
namespace {

ExitStatus print(const std::string& text) {
  const auto written = cli::write_output(text);
  return written ? ExitStatus::done : failed(written.error());
}

std::vector<cli::Command> tables_of(Arguments& arguments) {
  std::vector<cli::Command> tables{build_table(arguments),   watch_table(arguments),
                                   check_table(arguments),   stats_table(arguments),
                                   config_table(arguments),  compact_table(arguments),
                                   related_table(arguments), site_table(arguments)};
  tables.push_back(help_table(arguments, tables));
  return tables;
}

ExitStatus run(const cli::Program& program, std::string_view command, const Arguments& arguments) {
  if (command == "build") return run_build(arguments);
  if (command == "help") return run_help(arguments, program);
  if (command == "check") return run_check(arguments);
  if (command == "stats") return run_stats(arguments);
  if (command == "config") return run_config(arguments);
  if (command == "related") return run_related(arguments);
  if (command == "site") return run_site(arguments);
  if (command == "watch") return run_watch(arguments);
  return run_compact(arguments);
}

ExitStatus run(int argc, const char* const* argv) {
  Arguments arguments;
  const std::string version =
      index::version_text(kProgram, format("site format {}\n", site::kSiteFormat));
  const cli::Program program{
      kProgram,
      "Indexes Korean posts (Markdown with front matter, JSON Lines) for geul-query.",
      tables_of(arguments),
      version,
      {"geul-query(1)", "geul-configuration(7)", "geul-facets(7)", "geul-query-language(7)",
       "geul-ko(7)", "geul-ranking(7)", "geul-static-site(7)"}};
  const auto parsed = cli::parse(program, argc, argv);
  if (!parsed) {
    return failed(parsed.error());
  }
  if (parsed->command == nullptr) return print(parsed->text);
  arguments.given = parsed->given;
  cli::say_full_disk(std::string(kProgram),
                     arguments.out.empty() ? arguments.database : arguments.out);
  return run(program, parsed->command->name, arguments);
}

}  // namespace
}  // namespace geul::indexer

int main(int argc, char** argv) {
  geul::cli::fill_closed_streams();
  geul::cli::say_crashes("geul-index",
                         "build the database again with geul-index build --rebuild; where that "
                         "fails alike, delete it before");
  return geul::cli::contained("geul-index",
                              [&] { return static_cast<int>(geul::indexer::run(argc, argv)); });
}
