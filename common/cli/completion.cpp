// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion.hpp"

#include <algorithm>

#include "common/base/format.hpp"

namespace geul::cli {
namespace {

/// What a value is, as its name in the table says.
enum class ValueKind { none, choice, folder, file, text };

ValueKind kind_of(const Option& option) {
  if (!option.choices.empty()) return ValueKind::choice;
  if (option.value.empty()) return ValueKind::none;
  if (option.value == "DIR") return ValueKind::folder;
  return option.value == "FILE" ? ValueKind::file : ValueKind::text;
}

std::string spaced(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

/// In single quotes, for any of the shells but fish (which has \' in them).
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::vector<std::string_view> names_of(const Command& command) {
  std::vector<std::string_view> names{"--help", "--version"};
  for (const Option& option : command.options) names.push_back(option.name);
  return names;
}

std::vector<std::string_view> names_of(const Program& program) {
  std::vector<std::string_view> names;
  for (const Command& command : program.commands) names.push_back(command.name);
  return names;
}

/// A shell's function for the program: _geul_index.
std::string function_of(const Program& program) {
  std::string name = "_" + std::string(program.name);
  std::ranges::replace(name, '-', '_');
  return name;
}

bool is_single(const Program& program) {
  return program.commands.size() == 1;
}

// bash

std::string bash_value(const Option& option) {
  switch (kind_of(option)) {
    case ValueKind::none:
      return {};
    case ValueKind::choice:
      return format("      {}) COMPREPLY=($(compgen -W {} -- \"$cur\")); return ;;\n", option.name,
                    quoted(spaced(option.choices)));
    case ValueKind::folder:
      return format("      {}) COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n", option.name);
    case ValueKind::file:
      return format("      {}) COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n", option.name);
    case ValueKind::text:
      break;
  }
  // --facets[=LIST] takes no word of its own.
  return option.implied.empty() ? format("      {}) return ;;\n", option.name) : std::string();
}

std::string bash_command(const Command& command) {
  std::string text = "    case \"$prev\" in\n";
  for (const Option& option : command.options) text += bash_value(option);
  text += "    esac\n";
  text +=
      format("    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W {} -- \"$cur\")); return; fi\n",
             quoted(spaced(names_of(command))));
  if (!command.positional) return text;
  const auto& choices = command.positional->choices;
  return text + format("    COMPREPLY=($(compgen {} -- \"$cur\"))\n",
                       choices.empty() ? "-f" : "-W " + quoted(spaced(choices)));
}

std::string bash(const Program& program) {
  const std::string function = function_of(program);
  std::string text = format(
      "# bash completion of {}\n{}() {{\n"
      "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}}\n"
      "  # bash parts words at '=': --db=DIR is three of them.\n"
      "  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then "
      "prev=${{COMP_WORDS[COMP_CWORD-2]}}; fi\n"
      "  COMPREPLY=()\n",
      program.name, function);
  if (is_single(program)) {
    text += bash_command(program.commands.front());
  } else {
    text += format(
        "  if [[ $COMP_CWORD -eq 1 ]]; then COMPREPLY=($(compgen -W {} -- \"$cur\")); return; fi\n"
        "  case ${{COMP_WORDS[1]}} in\n",
        quoted(spaced(names_of(program)) + " --help --version"));
    for (const Command& command : program.commands)
      text += format("  {})\n{}    ;;\n", command.name, bash_command(command));
    text += "  esac\n";
  }
  return text + format("}}\ncomplete -o filenames -F {} {}\n", function, program.name);
}

// zsh

/// What _arguments would read as its own syntax.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_value(const Option& option) {
  const std::string name(option.value.empty() ? "value" : option.value);
  switch (kind_of(option)) {
    case ValueKind::none:
      return {};
    case ValueKind::choice:
      return format(":value:({})", spaced(option.choices));
    case ValueKind::folder:
      return format(":{}:_files -/", name);
    case ValueKind::file:
      return format(":{}:_files", name);
    case ValueKind::text:
      break;
  }
  return format(":{}: ", name);
}

std::string zsh_option(const Option& option) {
  const bool has_value = kind_of(option) != ValueKind::none;
  // '=-': the value follows the sign alone; '=': that, or as the next word.
  const std::string_view sign = !has_value ? "" : option.implied.empty() ? "=" : "=-";
  const std::string value = option.implied.empty() ? zsh_value(option) : ":" + zsh_value(option);
  return quoted(format("{}{}{}[{}]{}", is_repeatable(option) ? "*" : "", option.name, sign,
                       zsh_text(option.help), value));
}

std::string zsh_command(const Command& command) {
  std::string text = "_arguments -S '--help[print the options]' '--version[print the versions]'";
  for (const Option& option : command.options) text += " \\\n      " + zsh_option(option);
  if (!command.positional) return text + "\n";
  const auto& choices = command.positional->choices;
  const std::string values = choices.empty() ? "_files" : format("({})", spaced(choices));
  return text + " \\\n      " + quoted(format("*:{}:{}", command.positional->name, values)) + "\n";
}

std::string zsh(const Program& program) {
  std::string text = format("#compdef {}\n", program.name);
  if (is_single(program)) return text + zsh_command(program.commands.front());
  text += "local -a commands=(\n";
  for (const Command& command : program.commands)
    text += format("  {}\n", quoted(format("{}:{}", command.name, zsh_text(command.summary))));
  text +=
      ")\nif (( CURRENT == 2 )); then _describe command commands; return; fi\n"
      "local command=$words[2]\nshift words; (( CURRENT-- ))\ncase $command in\n";
  for (const Command& command : program.commands)
    text += format("  {})\n    {}    ;;\n", command.name, zsh_command(command));
  return text + "esac\n";
}

// fish

std::string fish_option(const std::string& head, const Option& option) {
  const bool is_long = option.name.starts_with("--");
  std::string line =
      format("{} -{} {}", head, is_long ? 'l' : 's', option.name.substr(is_long ? 2 : 1));
  switch (kind_of(option)) {
    case ValueKind::none:
      break;
    case ValueKind::choice:
      line += " -x -a " + fish_quoted(spaced(option.choices));
      break;
    case ValueKind::folder:
      line += " -x -a '(__fish_complete_directories)'";
      break;
    case ValueKind::file:
      line += " -r -F";
      break;
    case ValueKind::text:
      line += option.implied.empty() ? " -x" : "";
  }
  return line + " -d " + fish_quoted(option.help) + '\n';
}

std::string fish_command(const Program& program, const Command& command) {
  std::string head = "complete -c " + std::string(program.name);
  if (!is_single(program)) head += format(" -n '__fish_seen_subcommand_from {}'", command.name);
  std::string text;
  if (command.positional && !command.positional->choices.empty())
    text += format("{} -f -a {}\n", head, fish_quoted(spaced(command.positional->choices)));
  for (const Option& option : command.options) text += fish_option(head, option);
  return text;
}

std::string fish(const Program& program) {
  const std::string head = "complete -c " + std::string(program.name);
  std::string text = "# fish completion of " + std::string(program.name) + '\n';
  if (!is_single(program))
    for (const Command& command : program.commands)
      text += format("{} -n __fish_use_subcommand -f -a {} -d {}\n", head, command.name,
                     fish_quoted(command.summary));
  text +=
      head + " -l help -d 'print the options'\n" + head + " -l version -d 'print the versions'\n";
  for (const Command& command : program.commands) text += fish_command(program, command);
  return text;
}

}  // namespace

std::optional<Shell> shell_named(std::string_view word) {
  if (word == "bash") return Shell::bash;
  if (word == "zsh") return Shell::zsh;
  if (word == "fish") return Shell::fish;
  return std::nullopt;
}

std::string completion(const Program& program, Shell shell) {
  switch (shell) {
    case Shell::bash:
      return bash(program);
    case Shell::zsh:
      return zsh(program);
    case Shell::fish:
      break;
  }
  return fish(program);
}

}  // namespace geul::cli
