// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/base/format.hpp"
#include "common/cli/terminal.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/command/topics.hpp"

namespace geul::indexer {
namespace {

std::string list_of_topics() {
  std::string text = "topics, for geul-index help TOPIC:\n\n";
  for (const EmbeddedFile& topic : topics())
    text += format("  {:16}  {}\n", name_of(topic), title_of(topic));
  return text;
}

std::string page(const cli::Program& program, std::string_view name) {
  const auto command = std::ranges::find(program.commands, name, &cli::Command::name);
  if (command != program.commands.end()) return cli::help(program, *command);
  return std::string(std::ranges::find(topics(), name, name_of)->bytes);
}

}  // namespace

std::string_view name_of(const EmbeddedFile& topic) {
  return topic.path.substr(0, topic.path.rfind('.'));
}

std::string_view title_of(const EmbeddedFile& topic) {
  constexpr std::string_view kSign = "# ";
  return topic.bytes.substr(kSign.size(), topic.bytes.find('\n') - kSign.size());
}

cli::Command help_table(Arguments& arguments, std::span<const cli::Command> commands) {
  cli::Command command;
  command.name = "help";
  command.summary =
      "Print a page of the manual (configuration, query language and others), or a command's "
      "options. "
      "Without a TOPIC: list both.";
  command.positional = {"TOPIC", &arguments.topics, "a topic or a command"};
  for (const EmbeddedFile& topic : topics()) command.positional->choices.push_back(name_of(topic));
  for (const cli::Command& other : commands) command.positional->choices.push_back(other.name);
  command.examples = {"geul-index help facets", "geul-index help query-language | less"};
  return command;
}

ExitStatus run_help(const Arguments& arguments, const cli::Program& program) {
  std::string text;
  if (arguments.topics.empty()) text = cli::help(program) + '\n' + list_of_topics();
  for (const std::string& name : arguments.topics)
    text.append(text.empty() ? "" : "\n").append(page(program, name));
  const auto written = cli::write_output(text);
  return written ? ExitStatus::done : failed(written.error());
}

}  // namespace geul::indexer
