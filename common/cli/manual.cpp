// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/manual.hpp"

#include <algorithm>
#include <set>

#include "common/base/format.hpp"

namespace geul::cli {
namespace {

/// Text without meaning for roff: a dash as it is typed, no control line, no escape.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out.append("\\&") += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) {
  return "\\fB" + plain(text) + "\\fR";
}

std::string italic(std::string_view text) {
  return "\\fI" + plain(text) + "\\fR";
}

std::string tagged(const std::string& tag, std::string_view text) {
  return format(".TP\n{}\n{}\n", tag, plain(text));
}

std::string upper(std::string_view name) {
  std::string out(name);
  std::ranges::transform(out, out.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  });
  return out;
}

std::string first_sentence(std::string_view text) {
  const std::size_t end = text.find(". ");
  std::string sentence(text.substr(0, end));
  if (sentence.ends_with('.')) sentence.pop_back();
  return sentence;
}

std::string choices_of(const Option& option) {
  std::string text;
  for (const std::string_view choice : option.choices)
    text.append(text.empty() ? "" : "|").append(bold(choice));
  return text;
}

std::string tag_of(const Option& option) {
  const std::string value = option.choices.empty() ? italic(option.value) : choices_of(option);
  if (option.value.empty() && option.choices.empty()) return bold(option.name);
  if (!option.implied.empty()) return format("{}[={}]", bold(option.name), value);
  return format("{} {}", bold(option.name), value);
}

std::string synopsis(const std::string& name, const Command& command) {
  std::string line = ".PP\n" + bold(name);
  if (command.positional) {
    const std::string words = italic(command.positional->name) + "...";
    line += command.positional->required ? " " + words : " [" + words + "]";
  }
  return line + (command.options.empty() ? "\n" : " [" + italic("OPTION") + "]...\n");
}

std::string options_of(const Command& command) {
  std::string text;
  if (command.positional)
    text += tagged(italic(command.positional->name), command.positional->help);
  for (const Option& option : command.options) text += tagged(tag_of(option), description(option));
  return text;
}

std::string examples_of(const Command& command) {
  if (command.examples.empty()) return {};
  std::string text = ".PP\nExamples:\n.PP\n.EX\n";
  for (const std::string_view example : command.examples) text += plain(example) + '\n';
  return text + ".EE\n";
}

std::string see_also(const Program& program) {
  std::string pages;
  for (const std::string_view page : program.see_also) {
    const std::size_t section = std::min(page.find('('), page.size());
    if (!pages.empty()) pages += ",\n";
    pages += bold(page.substr(0, section)) + std::string(page.substr(section));
  }
  return pages.empty() ? pages : ".SH SEE ALSO\n" + pages + '\n';
}

/// The variables of all commands' options, each once.
std::string environment_of(const Program& program) {
  std::set<std::string> variables;
  for (const Command& command : program.commands)
    for (const Option& option : command.options) variables.insert(variable_of(option));
  variables.erase("");
  if (variables.empty()) return {};
  std::string names;
  for (const std::string& variable : variables) {
    if (!names.empty()) names += ",\n";
    names += bold(variable);
  }
  return ".SH ENVIRONMENT\n" + names + "\n.br\n" +
         plain(
             "Each is an option's value where the command line gives none; of options without a "
             "value, 1 or 0. An empty one says nothing.\n");
}

std::string common_part(const Program& program) {
  std::string text = ".SH OPTIONS OF EVERY COMMAND\n";
  text += tagged(bold("--help"), "print the options and leave");
  text += tagged(bold("--version"), "print the versions and leave");
  text +=
      tagged(bold("--completion") + " bash|zsh|fish", "print the completions of a shell and leave");
  text += tagged(bold("--manual"), "print this page as roff and leave");
  text += ".SH EXIT STATUS\n";
  text += tagged("0", "found, or done");
  text += tagged("1", "nothing found");
  text += tagged("2", "an error, which standard error names with what to do");
  text += environment_of(program);
  text += ".SH FILES\n";
  text += tagged(italic(".geul"), "the database where --db names none: the nearest upward");
  text += tagged(italic("geul.yaml"), "settings of a blog, in the folder of its posts or above");
  return text + see_also(program);
}

/// "geul-index 0.1.0", the first line of the versions.
std::string version_of(const Program& program) {
  return std::string(program.version.substr(0, program.version.find('\n')));
}

}  // namespace

std::string manual(const Program& program) {
  const bool is_single = program.commands.size() == 1;
  const std::string name(program.name);
  const std::string_view summary = is_single ? program.commands.front().summary : program.summary;
  std::string text = format(".TH {} 1 \"\" \"{}\" \"geul\"\n.SH NAME\n{} \\- {}\n.SH SYNOPSIS\n",
                            plain(upper(name)), plain(version_of(program)), plain(name),
                            plain(first_sentence(summary)));
  for (const Command& command : program.commands)
    text += synopsis(is_single ? name : name + ' ' + std::string(command.name), command);
  text += ".SH DESCRIPTION\n" + plain(summary) + '\n';
  if (is_single)
    return text + ".SH OPTIONS\n" + options_of(program.commands.front()) +
           examples_of(program.commands.front()) + common_part(program);
  text += ".SH COMMANDS\n";
  for (const Command& command : program.commands)
    text += format(".SS {}\n{}\n", plain(command.name), plain(command.summary)) +
            options_of(command) + examples_of(command);
  return text + common_part(program);
}

}  // namespace geul::cli
