// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/command.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "common/base/format.hpp"
#include "common/base/nearest.hpp"
#include "common/cli/completion.hpp"
#include "common/cli/environment.hpp"
#include "common/cli/manual.hpp"
#include "common/cli/option_parser.hpp"

namespace geul::cli {
namespace {

std::string help_hint(const Program& program, const Command& command) {
  if (program.commands.size() == 1) return format("see {} --help", program.name);
  return format("see {} {} --help", program.name, command.name);
}

std::vector<std::string_view> option_names(const Command& command) {
  std::vector<std::string_view> names{"--help", "--version"};
  for (const Option& option : command.options) names.push_back(option.name);
  return names;
}

/// "--drafts=no" in CLI11's words; other arguments as they are.
Result<std::string> plain_flag(const Command& command, const std::string& argument) {
  const std::size_t equals = argument.find('=');
  const std::string_view name = std::string_view(argument).substr(0, equals);
  const auto option = std::ranges::find(command.options, name, &Option::name);
  if (equals == argument.npos || option == command.options.end() ||
      !std::holds_alternative<bool*>(option->target))
    return argument;
  return flag_value(name, std::string_view(argument).substr(equals + 1)).map([name](bool said) {
    return format("{}={}", name, said);
  });
}

/// Readies the arguments: values that may be left out are filled in, words that look like options
/// are marked, everything behind "--" is a word.
Result<std::vector<std::string>> prepare(const Command& command,
                                         const std::vector<std::string>& arguments) {
  std::vector<std::string> prepared;
  bool options = true;
  for (const std::string& argument : arguments) {
    if (options && argument == "--") {
      options = false;
      continue;
    }
    const auto implied =
        std::find_if(command.options.begin(), command.options.end(), [&](const Option& option) {
          return options && !option.implied.empty() && option.name == argument;
        });
    if (implied != command.options.end()) {
      prepared.push_back(format("{}={}", argument, implied->implied));
    } else if (!options ||
               (command.is_word && argument.starts_with('-') && command.is_word(argument))) {
      prepared.push_back(kWordMark + argument);
    } else {
      auto plain = plain_flag(command, argument);
      if (!plain) return fail(plain.error());
      prepared.push_back(*std::move(plain));
    }
  }
  return prepared;
}

Error unknown_option(const Program& program, const Command& command, const std::string& argument) {
  const std::string typed = argument.substr(0, argument.find('='));
  const std::string_view known = nearest(typed, option_names(command));
  return {ErrorCode::usage, format("unknown option {}", typed),
          known.empty() ? help_hint(program, command) : format("did you mean {}?", known)};
}

/// CLI11 says what is wrong in words of its own ("--limit: …"); we keep them.
Error usage_error(const Program& program, const Command& command, const CLI::ParseError& error) {
  return {ErrorCode::usage, error.what(), help_hint(program, command)};
}

bool is_choice(const Positional& positional, std::string_view argument) {
  const auto& choices = positional.choices;
  return choices.empty() || std::find(choices.begin(), choices.end(), argument) != choices.end();
}

Error unknown_choice(const Positional& positional, const std::string& argument) {
  const std::string_view meant = nearest(argument, positional.choices);
  std::string known;
  for (const std::string_view choice : positional.choices)
    known.append(known.empty() ? "known are " : ", ").append(choice);
  return {ErrorCode::usage, format("unknown {} {}", positional.name, argument),
          meant.empty() ? known : format("did you mean {}?", meant)};
}

Result<void> take_words(const Program& program, const Command& command,
                        const std::vector<std::string>& rest) {
  for (const std::string& argument : rest) {
    const bool marked = argument.starts_with(kWordMark);
    if (!marked && argument.size() > 1 && argument.front() == '-')
      return fail(unknown_option(program, command, argument));
    if (!command.positional)
      return fail(ErrorCode::usage, format("unexpected argument {}", argument),
                  help_hint(program, command));
    if (!is_choice(*command.positional, argument))
      return fail(unknown_choice(*command.positional, argument));
    command.positional->target->push_back(unmarked(argument));
  }
  if (command.positional && command.positional->required && command.positional->target->empty())
    return fail(ErrorCode::usage, format("no {} given", command.positional->name),
                help_hint(program, command));
  return {};
}

Result<std::vector<Given>> parse_options(const Program& program, const Command& command,
                                         const std::vector<std::string>& arguments) {
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<Given> given;
  for (const Option& option : command.options) add_option(app, option);
  auto prepared = prepare(command, arguments);
  if (!prepared) {
    prepared.error().hint = help_hint(program, command);
    return fail(prepared.error());
  }
  std::reverse(prepared->begin(), prepared->end());  // as CLI11 wants it
  try {
    app.parse(*std::move(prepared));
  } catch (const CLI::ParseError& error) {
    return fail(usage_error(program, command, error));
  }
  for (const Option& option : command.options)
    if (app.count(std::string(option.name)) > 0) given.push_back({std::string(option.name), {}});
  auto taken = take_words(program, command, app.remaining());
  if (!taken) return fail(taken.error());
  return given;
}

bool asks_for(const std::vector<std::string>& arguments, std::string_view name) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::find(arguments.begin(), end, name) != end;
}

/// What packagers ask for; nothing for other arguments.
Result<std::optional<std::string>> packaging_text(const Program& program,
                                                  const std::vector<std::string>& arguments) {
  if (arguments.empty()) return std::nullopt;
  if (arguments.front() == "--manual") return manual(program);
  if (arguments.front() != "--completion") return std::nullopt;
  const auto shell = arguments.size() == 2 ? shell_named(arguments[1]) : std::nullopt;
  if (shell) return completion(program, *shell);
  return fail(ErrorCode::usage, "--completion names no shell that is known",
              "shells are bash, zsh and fish: --completion bash");
}

Result<const Command*> choose(const Program& program, std::vector<std::string>& arguments) {
  if (program.commands.size() == 1) return &program.commands.front();
  std::vector<std::string_view> names;
  for (const Command& command : program.commands) {
    if (!arguments.empty() && command.name == arguments.front()) {
      arguments.erase(arguments.begin());
      return &command;
    }
    names.push_back(command.name);
  }
  const std::string hint = format("see {} --help", program.name);
  if (arguments.empty()) return fail(ErrorCode::usage, "no command given", hint);
  const std::string_view known = nearest(arguments.front(), names);
  return fail(ErrorCode::usage, format("unknown command {}", arguments.front()),
              known.empty() ? hint : format("did you mean {} {}?", program.name, known));
}

}  // namespace

Result<Parsed> parse(const Program& program, int argc, const char* const* argv,
                     const Environment& environment) {
  std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
  if (asks_for(arguments, "--version")) return Parsed{nullptr, std::string(program.version)};
  const auto text = packaging_text(program, arguments);
  if (!text) return fail(text.error());
  if (*text) return Parsed{nullptr, **text};
  const auto chosen = choose(program, arguments);
  if (asks_for(arguments, "--help") || asks_for(arguments, "-h"))
    return Parsed{nullptr, chosen ? help(program, **chosen) : help(program)};
  if (!chosen) return fail(chosen.error());
  auto given = parse_options(program, **chosen, arguments);
  if (!given) return fail(given.error());
  auto completed = take_variables(**chosen, environment, *given);
  if (!completed) return fail(completed.error());
  return Parsed{*chosen, {}, *std::move(given)};
}

}  // namespace geul::cli
