// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <string>

#include "common/base/format.hpp"
#include "common/cli/report.hpp"
#include "common/cli/terminal.hpp"
#include "common/text/display.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/command/config_schema.hpp"
#include "indexer/command/console_listener.hpp"
#include "indexer/command/shown_settings.hpp"

namespace geul::indexer {
namespace {

ExitStatus print(const std::string& text) {
  const auto written = cli::write_output(text);
  return written ? ExitStatus::done : failed(written.error());
}

/// What a build would read, or what there would be to read without sources.
Result<BuildOptions> options_or_none(const Arguments& arguments) {
  auto options = options_of(arguments);
  if (options || options.error().code != ErrorCode::usage) return options;
  return typed_options(arguments);
}

ExitStatus say_whether_right(const Config& config) {
  if (config.file.empty()) {
    cli::print_note(kProgram, "no geul.yaml here or above: all settings are as they are anyway");
    return ExitStatus::nothing;
  }
  return print(format("{}: {} key{}, nothing wrong\n", text::printable(from_here(config.file)),
                      config.given.size(), config.given.size() == 1 ? "" : "s"));
}

}  // namespace

cli::Command config_table(Arguments& arguments) {
  cli::Command command;
  command.name = "config";
  command.summary =
      "Check geul.yaml, and show which settings hold for the sources and where each is from: the "
      "command line, the environment, geul.yaml, the site's generator, or what holds anyway.";
  command.positional = {"SOURCE", &arguments.sources,
                        "what build would be given; none: the sources of geul.yaml", false};
  command.options = {
      cli::per_call({"--show", "", &arguments.show, "list the settings"}),
      cli::per_call({"--schema", "", &arguments.schema,
                     "print the JSON Schema of geul.yaml, by which editors complete and check it"}),
      cli::per_call({"--format", "", &arguments.format, "how to list them", {"text", "json"}}),
      {"--config", "FILE", &arguments.config, "in place of the nearest geul.yaml upward"},
      {"--db", "DIR", &arguments.database, "as build has it"},
      {"--html", "", &arguments.html, "as build has it"},
      {"--drafts", "", &arguments.drafts, "as build has it"},
      {"--jobs", "N", &arguments.jobs, "as build has it"},
  };
  command.examples = {"geul-index config", "geul-index config --show _posts",
                      "geul-index config --schema > geul.schema.json"};
  return command;
}

ExitStatus run_config(const Arguments& arguments) {
  if (arguments.schema) return print(std::string(config_schema_files().front().bytes));
  if (const auto fault = fault_of(arguments)) return failed(*fault, arguments);
  const auto options = options_or_none(arguments);
  if (!options) return failed(options.error(), arguments);
  const auto config = config_for(options->config, options->sources);
  if (!config) return failed(config.error(), arguments);
  const ShownSettings shown = show_settings(arguments, *options, *config);
  for (const Warning& warning : config->warnings) cli::print_note(warning);
  for (const Warning& warning : shown.warnings) cli::print_note(warning);
  for (const Error& error : shown.errors)
    cli::print_error(kProgram, cli::as_given(error, arguments.given));
  if (!arguments.show)
    return shown.errors.empty() ? say_whether_right(*config) : ExitStatus::failed;
  const ExitStatus printed = print(arguments.format == "json" ? to_json(shown) : to_text(shown));
  return shown.errors.empty() ? printed : ExitStatus::failed;
}

}  // namespace geul::indexer
