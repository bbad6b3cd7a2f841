// SPDX-License-Identifier: GPL-2.0-or-later
#include <iostream>

#include "common/base/format.hpp"
#include "common/base/json.hpp"
#include "common/cli/report.hpp"
#include "common/cli/terminal.hpp"
#include "common/index/maintenance.hpp"
#include "common/index/reader.hpp"
#include "common/text/display.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/settings_review.hpp"

namespace geul::indexer {
namespace {

ExitStatus print(const std::string& text) {
  const auto written = cli::write_output(text);
  return written ? ExitStatus::done : failed(written.error());
}

std::string to_text(const index::DatabaseStats& stats) {
  return format(
      "documents       {}\n"
      "distinct terms  {}\n"
      "average length  {:.1f} terms\n"
      "size            {} bytes\n"
      "schema          {}\n"
      "analyser        {}\n",
      stats.documents, stats.terms, stats.average_length, stats.bytes, stats.schema,
      text::printable(stats.fingerprint));
}

std::string to_json(const index::DatabaseStats& stats) {
  const Json json{{"format", 1},
                  {"documents", stats.documents},
                  {"terms", stats.terms},
                  {"average_length", stats.average_length},
                  {"bytes", stats.bytes},
                  {"schema", stats.schema},
                  {"analyser", stats.fingerprint}};
  return to_json_text(json, 2) + "\n";
}

}  // namespace

cli::Command check_table(Arguments& arguments) {
  cli::Command command;
  command.name = "check";
  command.summary =
      "Verify a database; name what is wrong and what to do, and which lines of its dictionary, "
      "its "
      "synonyms and its pinned posts have no effect.";
  command.options = {read_database_option(arguments)};
  return command;
}

ExitStatus run_check(const Arguments& arguments) {
  const auto database = database_to_read(arguments);
  if (!database) return failed(database.error(), arguments);
  const auto report = index::check(*database);
  if (!report) return failed(report.error(), arguments);
  for (const std::string& note : report->notes) cli::print_note(kProgram, note);
  for (const index::Finding& finding : report->findings)
    cli::print_error(kProgram, {ErrorCode::corrupt, finding.message, finding.hint});
  if (!report->findings.empty()) return ExitStatus::failed;
  auto reader = index::Reader::open({*database});
  if (!reader) return failed(reader.error(), arguments);
  const auto notes = review_settings(*reader);
  if (!notes) return failed(notes.error(), arguments);
  for (const Warning& note : *notes) cli::print_note(note);
  return print(format("{} documents, nothing wrong\n", report->documents));
}

cli::Command stats_table(Arguments& arguments) {
  cli::Command command;
  command.name = "stats";
  command.summary = "Say how much a database holds and how it was made.";
  command.options = {
      read_database_option(arguments),
      cli::per_call({"--format", "", &arguments.format, "how to say it", {"text", "json"}})};
  return command;
}

ExitStatus run_stats(const Arguments& arguments) {
  const auto database = database_to_read(arguments);
  if (!database) return failed(database.error(), arguments);
  auto reader = index::Reader::open({*database});
  if (!reader) return failed(reader.error(), arguments);
  const auto stats = reader->stats();
  if (!stats) return failed(stats.error(), arguments);
  return print(arguments.format == "json" ? to_json(*stats) : to_text(*stats));
}

cli::Command compact_table(Arguments& arguments) {
  cli::Command command;
  command.name = "compact";
  command.summary = "Write a smaller copy of a database.";
  command.options = {read_database_option(arguments),
                     cli::per_call({"--out", "DIR", &arguments.out,
                                    "the new database, a folder that is not there yet"})};
  return command;
}

ExitStatus run_compact(const Arguments& arguments) {
  if (arguments.out.empty())
    return failed({ErrorCode::usage, "no --out given", "name the folder to write to"});
  const auto database = database_to_read(arguments);
  if (!database) return failed(database.error(), arguments);
  const auto compacted = index::compact(*database, arguments.out);
  return compacted ? ExitStatus::done : failed(compacted.error(), arguments);
}

}  // namespace geul::indexer
