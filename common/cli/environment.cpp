// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/environment.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "common/base/format.hpp"
#include "common/cli/option_parser.hpp"

namespace geul::cli {
namespace {

constexpr std::string_view kPrefix = "GEUL_";

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// Whether `name` stands in `text` at `at` and is no part of a longer option.
bool stands_at(std::string_view text, std::size_t at, std::string_view name) {
  const std::size_t end = at + name.size();
  return (at == 0 || !is_name_byte(text[at - 1])) &&
         (end == text.size() || !is_name_byte(text[end]));
}

std::string with_variable(std::string_view text, const Given& given) {
  std::string out;
  for (std::size_t at = 0;;) {
    const std::size_t found = text.find(given.option, at);
    if (found == text.npos) return out.append(text.substr(at));
    out.append(text.substr(at, found - at));
    out += stands_at(text, found, given.option) ? given.variable : given.option;
    at = found + given.option.size();
  }
}

/// The ways in which messages may name a path.
std::vector<std::string> names_of(const std::string& path) {
  std::vector<std::string> names{path};
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error).lexically_normal();
  if (error) return names;
  names.push_back(absolute.string());
  const auto real = std::filesystem::weakly_canonical(absolute, error);
  if (!error) names.push_back(real.string());
  return names;
}

/// Whether `text` names a path, or something in that folder, as a word of its own.
bool names_path(std::string_view text, std::string_view path) {
  constexpr std::string_view kBefore = " \"(";
  constexpr std::string_view kBehind = " \"),:;/";
  for (std::size_t at = text.find(path); at != text.npos; at = text.find(path, at + 1)) {
    const std::size_t end = at + path.size();
    if ((at == 0 || kBefore.find(text[at - 1]) != kBefore.npos) &&
        (end == text.size() || kBehind.find(text[end]) != kBehind.npos))
      return true;
  }
  return false;
}

void tell_of_path(Error& error, const Given& given) {
  const std::vector<std::string> names = names_of(given.path);
  if (std::ranges::find(names, error.place.file) != names.end())
    error.hint.append(error.hint.empty() ? "" : "; ").append(given.variable + " names this file");
  else if (std::ranges::any_of(
               names, [&](const std::string& name) { return names_path(error.message, name); }))
    error.message += format(" ({})", given.variable);
}

Failure refuse(const std::string& variable, std::string message) {
  return fail(
      ErrorCode::usage, std::move(message),
      format("{} is a variable of the environment: unset {} to do without", variable, variable));
}

Result<void> take_flag(bool& target, const std::string& variable, const std::string& value) {
  const auto said = flag_value(variable, value);
  if (!said) return refuse(variable, said.error().message);
  target = *said;
  return {};
}

Result<void> take_value(const Option& option, const Given& given, const std::string& value) {
  if (bool* const* flag = std::get_if<bool*>(&option.target))
    return take_flag(**flag, given.variable, value);
  CLI::App app;
  app.set_help_flag();
  add_option(app, option);
  try {
    app.parse(std::vector<std::string>{format("{}={}", option.name, value)});
  } catch (const CLI::ParseError& error) {
    return refuse(given.variable, with_variable(error.what(), given));
  }
  return {};
}

bool is_given(const std::vector<Given>& given, std::string_view option) {
  return std::ranges::find(given, option, &Given::option) != given.end();
}

/// Whether the command line asks for the opposite of what a flag is for.
bool is_contradicted(const Option& option, const Command& command,
                     const std::vector<Given>& given) {
  const auto other = std::ranges::find(command.options, option.against, &Option::name);
  if (option.against.empty() || other == command.options.end()) return false;
  bool* const* const flag = std::get_if<bool*>(&other->target);
  const auto typed = std::ranges::find(given, option.against, &Given::option);
  return flag != nullptr && **flag && typed != given.end() && typed->variable.empty();
}

}  // namespace

Environment process_environment() {
  return [](const char* name) -> const char* { return std::getenv(name); };
}

Option per_call(Option option) {
  option.per_call = true;
  return option;
}

Option against(std::string_view other, Option option) {
  option.against = other;
  return option;
}

std::string variable_of(const Option& option) {
  if (option.per_call || !option.name.starts_with("--")) return {};
  std::string variable(kPrefix);
  for (const char c : option.name.substr(2))
    variable += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  return variable;
}

Result<void> take_variables(const Command& command, const Environment& environment,
                            std::vector<Given>& given) {
  for (const Option& option : command.options) {
    const std::string variable = variable_of(option);
    if (variable.empty() || is_given(given, option.name) || is_contradicted(option, command, given))
      continue;
    const char* const value = environment(variable.c_str());
    if (value == nullptr || *value == '\0') continue;
    Given own{std::string(option.name), variable};
    if (option.value == "DIR" || option.value == "FILE") own.path = value;
    if (auto taken = take_value(option, own, value); !taken) return taken;
    given.push_back(std::move(own));
  }
  return {};
}

Error as_given(Error error, const std::vector<Given>& given) {
  for (const Given& each : given) {
    if (each.variable.empty()) continue;
    error.message = with_variable(error.message, each);
    if (!each.path.empty()) tell_of_path(error, each);
  }
  return error;
}

}  // namespace geul::cli
