// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/base/format.hpp"
#include "common/cli/command.hpp"

namespace geul::cli {
namespace {

constexpr std::size_t kWidestLeft = 28;
constexpr std::size_t kPageWidth = 96;

struct Row {
  std::string left;
  std::string right;
};

std::string joined(const std::vector<std::string_view>& words, std::string_view glue) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += glue;
    text += word;
  }
  return text;
}

std::string left_of(const Option& option) {
  const std::string value =
      option.choices.empty() ? std::string(option.value) : joined(option.choices, "|");
  if (value.empty()) return std::string(option.name);
  if (!option.implied.empty()) return format("{}[={}]", option.name, value);
  return format("{} {}", option.name, value);
}

/// The words of `text` in lines of at most `width` columns (help is ASCII), each but the first
/// behind `indent` spaces.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (column > 0 && column + 1 + word.size() > width) {
      out += '\n' + std::string(indent, ' ');
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += word.size();
  }
  return out;
}

std::string table(const std::vector<Row>& rows) {
  std::size_t left = 0;
  for (const Row& row : rows)
    if (row.left.size() <= kWidestLeft) left = std::max(left, row.left.size());
  const std::size_t indent = left + 4;
  std::string text;
  for (const Row& row : rows) {
    text += "  " + row.left;
    text += row.left.size() > left ? '\n' + std::string(indent, ' ')
                                   : std::string(indent - 2 - row.left.size(), ' ');
    text += wrapped(row.right, kPageWidth - indent, indent) + '\n';
  }
  return text;
}

std::string full_name(const Program& program, const Command& command) {
  if (program.commands.size() == 1) return std::string(program.name);
  return format("{} {}", program.name, command.name);
}

std::string usage(const Program& program, const Command& command) {
  std::string line = "usage: " + full_name(program, command);
  if (command.positional)
    line += command.positional->required ? format(" {}...", command.positional->name)
                                         : format(" [{}...]", command.positional->name);
  return line + (command.options.empty() ? "\n" : " [OPTION]...\n");
}

}  // namespace

bool is_repeatable(const Option& option) {
  return std::holds_alternative<std::vector<std::string>*>(option.target);
}

std::string description(const Option& option) {
  return std::string(option.help) + (is_repeatable(option) ? " (repeatable)" : "");
}

/// What is said once of variables: the first that a command has is the example.
std::string note_of_variables(const Command& command) {
  const auto first = std::ranges::find_if(
      command.options, [](const Option& option) { return !variable_of(option).empty(); });
  if (first == command.options.end()) return {};
  return '\n' +
         wrapped(format("Options that are not for one call alone may stand in the environment: {} "
                        "for {}. The command line goes before it.",
                        variable_of(*first), first->name),
                 kPageWidth, 0) +
         '\n';
}

std::string help(const Program& program, const Command& command) {
  std::vector<Row> rows;
  if (command.positional)
    rows.push_back({std::string(command.positional->name), std::string(command.positional->help)});
  for (const Option& option : command.options)
    rows.push_back({left_of(option), description(option)});
  rows.push_back({"--help", "print this and leave"});
  rows.push_back({"--version", "print the versions and leave"});
  if (program.commands.size() == 1)
    rows.push_back({"--completion SHELL", "print completions for bash, zsh or fish and leave"});
  std::string text = format("{}\n{}\n\n{}", usage(program, command),
                            wrapped(command.summary, kPageWidth, 0), table(rows)) +
                     note_of_variables(command);
  if (!command.examples.empty()) text += "\nexamples:\n";
  for (const std::string_view example : command.examples) text += format("  {}\n", example);
  return text;
}

std::string help(const Program& program) {
  if (program.commands.size() == 1) return help(program, program.commands.front());
  std::vector<Row> rows;
  for (const Command& command : program.commands)
    rows.push_back({std::string(command.name), std::string(command.summary)});
  return format(
      "usage: {0} COMMAND [ARGUMENT]...\n\n{1}\n\n{2}\nSee {0} COMMAND --help for one of them; "
      "{0} --completion bash|zsh|fish prints completions.\n",
      program.name, wrapped(program.summary, kPageWidth, 0), table(rows));
}

}  // namespace geul::cli
