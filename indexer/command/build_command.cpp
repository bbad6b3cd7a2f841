// SPDX-License-Identifier: GPL-2.0-or-later
#include <chrono>
#include <filesystem>
#include <thread>

#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/cli/terminal.hpp"
#include "common/index/shards.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/command/console_listener.hpp"
#include "indexer/config.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

/// What was asked for is done before this can fail.
Result<void> write_summary(const BuildReport& report, double seconds) {
  auto written = cli::write_output(summary(report, seconds));
  if (!written) written.error().hint = "the build is done all the same; --quiet prints no summary";
  return written;
}

ExitStatus status_of(const Arguments& arguments, const BuildReport& report) {
  if (arguments.strict && report.warnings + report.skipped > 0) {
    return failed({ErrorCode::malformed, "there were warnings, and --strict is given",
                   "mend the posts named above; the rest is indexed"});
  }
  return ExitStatus::done;
}

/// geul.yaml whose sources are read, and `.geul` beside it.
Result<void> take_sources_of_config(const Arguments& arguments, BuildOptions& options) {
  const std::filesystem::path file =
      arguments.config.empty() ? find_config(".") : absolute_path(arguments.config);
  if (file.empty())
    return fail(ErrorCode::usage, "no SOURCE given, and no geul.yaml here or above names sources",
                "name a folder of posts, or write sources: [_posts] in a geul.yaml");
  if (arguments.config.empty()) options.config = file.string();
  if (!is_given(arguments, "--db")) options.database = from_here(file.parent_path() / ".geul");
  return {};
}

}  // namespace

BuildOptions typed_options(const Arguments& arguments) {
  BuildOptions options;
  options.sources = arguments.sources;
  options.database = arguments.database;
  options.config = arguments.config;
  options.jobs = arguments.jobs != 0 ? arguments.jobs : std::thread::hardware_concurrency();
  if (is_given(arguments, "--html"))
    options.files = arguments.html ? PostFiles::html : PostFiles::markdown;
  options.drafts = arguments.drafts ? Drafts::include : Drafts::leave_out;
  options.effect = arguments.dry_run ? Effect::pretend : Effect::write;
  options.mode = arguments.rebuild ? index::OpenMode::replace : index::OpenMode::update;
  options.positions = arguments.no_positions ? index::Positions::leave_out : index::Positions::keep;
  options.shards = arguments.shards;
  options.recheck = arguments.strict;
  return options;
}

Result<BuildOptions> options_of(const Arguments& arguments) {
  BuildOptions options = typed_options(arguments);
  if (arguments.sources.empty())
    if (auto found = take_sources_of_config(arguments, options); !found) return fail(found.error());
  return options;
}

std::optional<Error> fault_of(const Arguments& arguments) {
  constexpr std::size_t kMostJobs = 256;
  if (arguments.jobs > kMostJobs)
    return Error{ErrorCode::usage, format("--jobs {} is more than {}", arguments.jobs, kMostJobs),
                 "more threads than processors are of no use"};
  if (arguments.shards > index::kMostShards)
    return Error{ErrorCode::usage,
                 format("--shards {} is more than {}", arguments.shards, index::kMostShards),
                 "a shard of a million posts is no large one"};
  if (arguments.database.empty())
    return Error{ErrorCode::usage, "--db names no folder", "leave it out for .geul"};
  return std::nullopt;
}

std::string summary(const BuildReport& report, double seconds) {
  return format(
      "{} indexed, {} unchanged, {} removed, {} hidden, {} skipped, {} warning{}, {:.2f} seconds\n",
      report.indexed, report.unchanged, report.removed, report.hidden, report.skipped,
      report.warnings, report.warnings == 1 ? "" : "s", seconds);
}

cli::Command build_table(Arguments& arguments) {
  cli::Command command;
  command.name = "build";
  command.summary =
      "Index posts, or bring the index up to date: only new, changed and removed posts are "
      "touched. The sources given are the whole of it: what is in none of them any more is "
      "removed.";
  command.positional = {
      "SOURCE", &arguments.sources,
      "a folder of Markdown files (with --html, of pages), a file, a .jsonl file, or - for "
      "JSON Lines on "
      "the standard input; files and records of more than 16 MiB are skipped; "
      "none: the sources of --config, else of the nearest geul.yaml upward",
      false};
  command.options = {
      {"--db", "DIR", &arguments.database,
       "the database (default: .geul, beside geul.yaml when its sources are read)"},
      {"--config", "FILE", &arguments.config,
       "settings (addresses, dictionary, exclude, facets, html, pinned, site, sources, synonyms, "
       "timezone, "
       "weights); else the nearest geul.yaml upward of the first SOURCE"},
      {"--html", "", &arguments.html,
       "SOURCE is a built site: index its .html, .htm and .xhtml pages, whatever built them; "
       "data-geul-* and data-pagefind-* attributes say what of them"},
      {"--drafts", "", &arguments.drafts, "index drafts and unpublished posts too"},
      {"--jobs", "N", &arguments.jobs,
       "read, analyse and, in a new single database, write in N threads, 256 at the most; 0, as "
       "without it: one a processor"},
      {"--shards", "N", &arguments.shards,
       "spread a new database over N parts, 256 at the most, which any number of machines may "
       "hold; "
       "an update keeps the number there is"},
      cli::per_call({"--rebuild", "", &arguments.rebuild,
                     "begin anew; the old database answers until it is done"}),
      {"--no-positions", "", &arguments.no_positions,
       "leave out where words stand: a smaller database, in which \"phrases\" are not exact"},
      cli::per_call({"--dry-run", "", &arguments.dry_run, "say what would change, change nothing"}),
      {"--strict", "", &arguments.strict,
       "leave with status 2 when there were warnings or skipped posts"},
      cli::against("--verbose", {"--quiet", "", &arguments.quiet, "print errors only"}),
      cli::against("--quiet", {"--verbose", "", &arguments.verbose,
                               "name every post that is indexed, removed or hidden"}),
      {"--progress", "", &arguments.progress, "show a progress bar", {"auto", "always", "never"}},
  };
  command.examples = {
      "geul-index build _posts --db .geul",
      "geul-index build content notes --drafts --dry-run",
      "geul-index build",
      "geul-index build _site --html",
      "export-posts | geul-index build - --db /srv/search/blog",
  };
  return command;
}

ExitStatus run_build(const Arguments& arguments) {
  if (const auto fault = fault_of(arguments)) return failed(*fault, arguments);
  const auto start = std::chrono::steady_clock::now();
  ConsoleListener listener(arguments);
  const auto options = options_of(arguments);
  if (!options) return failed(options.error(), arguments);
  const auto report = build(*options, listener);
  listener.clear();
  if (!report) {
    return failed(report.error(), arguments);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  if (!arguments.quiet && report->found() == 0)
    cli::print_note(kProgram, report->files == PostFiles::html
                                  ? "no pages found: a page is a .html, .htm or .xhtml file"
                                  : "no posts found: a post is a .md, .markdown or .mdx file, or "
                                    "a record; with --html, a page");
  const auto written = arguments.quiet ? Result<void>() : write_summary(*report, seconds.count());
  const ExitStatus status = status_of(arguments, *report);
  return written ? status : failed(written.error());
}

}  // namespace geul::indexer
