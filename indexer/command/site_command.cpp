// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/index/reader.hpp"
#include "common/index/synonyms.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/site/site_writer.hpp"

namespace geul::indexer {
namespace {

/// Those that the database was built with. They may be gone where the search is written: it works
/// without, and says so.
index::SynonymTable synonyms_of(const index::Settings& settings) {
  if (settings.synonyms.empty()) return {};
  auto table = index::load_synonyms(settings.synonyms);
  if (table) return *std::move(table);
  cli::print_note(kProgram, format("the search has no synonyms: {}", table.error().message));
  return {};
}

std::string summary_of(const site::SiteSummary& summary, const std::string& out) {
  constexpr double kMega = 1e6;
  return format(
      "{} pages, {} files, {:.2f} MB in {}; to try it: "
      "python3 -m http.server -d {} and open http://localhost:8000/demo.html",
      summary.pages, summary.files, static_cast<double>(summary.bytes) / kMega, out, out);
}

}  // namespace

cli::Command site_table(Arguments& arguments) {
  cli::Command command;
  command.name = "site";
  command.summary =
      "Write a search for a static site: the index, the client that answers in the browser, and "
      "demo.html to try it.";
  command.options = {read_database_option(arguments),
                     cli::per_call({"--out", "DIR", &arguments.out,
                                    "the search's own folder, written anew as a whole"}),
                     {"--quiet", "", &arguments.quiet, "say nothing but errors"}};
  command.examples = {"geul-index site --db .geul --out static/geul"};
  return command;
}

ExitStatus run_site(const Arguments& arguments) {
  if (arguments.out.empty())
    return failed(
        {ErrorCode::usage, "no --out given", "name the folder to write to, such as static/geul"});
  const auto database = database_to_read(arguments);
  if (!database) return failed(database.error(), arguments);
  auto reader = index::Reader::open({*database});
  if (!reader) return failed(reader.error(), arguments);
  const auto written = site::write_site(*reader, synonyms_of(reader->settings()), arguments.out);
  if (!written) return failed(written.error(), arguments);
  if (!arguments.quiet) cli::print_note(kProgram, summary_of(*written, arguments.out));
  return ExitStatus::done;
}

}  // namespace geul::indexer
