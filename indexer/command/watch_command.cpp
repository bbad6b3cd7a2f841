// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/cli/terminal.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/command/console_listener.hpp"
#include "indexer/watch/watch.hpp"

namespace geul::indexer {
namespace {

/// One line an update: the first as of a build, then what changed.
class WatchConsole : public WatchListener {
 public:
  /// `arguments` must outlive it.
  explicit WatchConsole(const Arguments& arguments)
      : builds_(arguments), given_(arguments.given), quiet_(arguments.quiet) {}

  [[nodiscard]] ConsoleListener& builds() noexcept { return builds_; }

  void updated(const BuildReport& report, double seconds) override {
    builds_.ended(ConsoleListener::Ending::whole);
    const bool first = !std::exchange(begun_, true);
    if (quiet_) return;
    print(first ? summary(report, seconds)
                : format("{} indexed, {} removed, {:.2f} seconds\n", report.indexed, report.removed,
                         seconds));
  }
  void failed(const Error& reason) override {
    builds_.ended(ConsoleListener::Ending::cut_short);
    cli::print_error(kProgram, cli::as_given(reason, given_));
    if (!quiet_)
      cli::print_note(kProgram, "the database is as it was; trying again with the next change");
  }
  void watching(std::size_t folders) override {
    if (!quiet_)
      cli::print_note(kProgram, format("watching {} folder{}; Ctrl-C ends it", folders,
                                       folders == 1 ? "" : "s"));
  }
  void polling(const Error& reason, std::size_t seconds) override {
    builds_.clear();
    cli::print_error(kProgram, reason);
    cli::print_note(kProgram, format("looking at all posts every {} seconds meanwhile", seconds));
  }

 private:
  /// A line that is lost is no reason to end; the first one is told.
  void print(const std::string& line) {
    const auto written = cli::write_output(line);
    if (!written && !std::exchange(lost_, true)) cli::print_error(kProgram, written.error());
    if (written) lost_ = false;
  }

  ConsoleListener builds_;
  const std::vector<cli::Given>& given_;
  bool quiet_;
  bool begun_ = false;
  bool lost_ = false;  ///< the line before could not be written
};

std::optional<Error> fault_in(const Arguments& arguments) {
  if (std::ranges::find(arguments.sources, "-") != arguments.sources.end())
    return Error{ErrorCode::usage, "- cannot be watched: the standard input is read only once",
                 "write the records to a .jsonl file and watch that"};
  return fault_of(arguments);
}

}  // namespace

cli::Command watch_table(Arguments& arguments) {
  cli::Command command;
  command.name = "watch";
  command.summary =
      "Do what build does, and again whenever a post, geul.yaml, what it names or the generator's "
      "settings change, until Ctrl-C or SIGTERM. Prints a line for each update. What fails later "
      "than the first build is said and tried again.";
  command.positional = {
      "SOURCE", &arguments.sources,
      "a folder of Markdown files, a file, or a .jsonl file; none: the sources of "
      "--config, else of the nearest geul.yaml upward",
      false};
  command.options = {
      {"--db", "DIR", &arguments.database,
       "the database (default: .geul, beside geul.yaml when its sources are read)"},
      {"--config", "FILE", &arguments.config,
       "settings; else the nearest geul.yaml upward of the first SOURCE"},
      {"--html", "", &arguments.html, "SOURCE is a built site: index its pages, as build does"},
      {"--drafts", "", &arguments.drafts, "index drafts and unpublished posts too"},
      {"--jobs", "N", &arguments.jobs,
       "read and analyse in N threads, 256 at the most; 0, as without it: one a processor"},
      cli::per_call({"--rebuild", "", &arguments.rebuild,
                     "begin anew; the old database answers until it is done"}),
      {"--strict", "", &arguments.strict,
       "at first, read unchanged posts too, for their warnings; warnings end nothing"},
      cli::against("--verbose", {"--quiet", "", &arguments.quiet, "print errors only"}),
      cli::against("--quiet", {"--verbose", "", &arguments.verbose,
                               "name every post that is indexed, removed or hidden"}),
      {"--progress",
       "",
       &arguments.progress,
       "show a progress bar at first",
       {"auto", "always", "never"}},
  };
  command.examples = {"geul-index watch _posts --db .geul"};
  return command;
}

ExitStatus run_watch(const Arguments& arguments) {
  if (const auto fault = fault_in(arguments)) return failed(*fault, arguments);
  auto stop = StopSignals::take();
  if (!stop) return failed(stop.error(), arguments);
  const auto options = options_of(arguments);
  if (!options) return failed(options.error(), arguments);
  WatchConsole console(arguments);
  const auto watched = watch(*options, console.builds(), console, *stop);
  console.builds().clear();
  return watched ? ExitStatus::done : failed(watched.error(), arguments);
}

}  // namespace geul::indexer
