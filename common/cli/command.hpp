// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.hpp"

namespace geul::cli {

/// One row of a command's table of options: what the parser accepts and --help shows.
struct Option {
  /// Where the value goes. What an option is follows from its target: a flag, one value, a value
  /// that may be left out (--facets[=LIST]), or one that may be given several times.
  using Target = std::variant<bool*, std::string*, std::optional<std::string>*, std::size_t*,
                              std::vector<std::string>*>;

  std::string_view name;   ///< "--limit"
  std::string_view value;  ///< how help calls its value: "N"; empty for a flag
  Target target;
  std::string_view help;
  std::vector<std::string_view> choices = {};  ///< when not empty, the only values there are
  std::string_view implied = {};               ///< the value of --facets without one
  bool per_call = false;                       ///< no variable of the environment sets it
  std::string_view against = {};               ///< the flag that asks for the opposite
};

/// An option that says what is asked this once and not how geul works, so that a variable left in
/// the environment does not ask it again and again.
[[nodiscard]] Option per_call(Option option);

/// A flag that contradicts another: with that one on the command line, this one's variable says
/// nothing.
[[nodiscard]] Option against(std::string_view other, Option option);

/// The variable of the environment that sets an option where the command line does not:
/// "GEUL_FACET_LIMIT" for "--facet-limit". Empty for options of one letter and those per_call().
[[nodiscard]] std::string variable_of(const Option& option);

/// The arguments that are no options.
struct Positional {
  std::string_view name;  ///< "SOURCE"
  std::vector<std::string>* target = nullptr;
  std::string_view help;
  bool required = false;
  std::vector<std::string_view> choices = {};  ///< when not empty, the only values there are
};

/// One command with its table, to be parsed, explained, and turned into man pages and completions.
/// The targets must outlive it.
struct Command {
  std::string_view name;  ///< "build"; the program's own name for a program without commands
  std::string_view summary;
  std::vector<Option> options;
  std::optional<Positional> positional;
  std::vector<std::string_view> examples = {};
  /// Arguments that begin with '-' and are words all the same (-컬리). Null: none are.
  std::function<bool(std::string_view)> is_word = nullptr;
};

/// A program: one unnamed command, or several with names.
struct Program {
  std::string_view name;
  std::string_view summary;
  std::vector<Command> commands;
  std::string_view version;                     ///< the text behind --version, several lines
  std::vector<std::string_view> see_also = {};  ///< manual pages: "geul-query(1)"
};

/// An option that has a value, and where from.
struct Given {
  std::string option;     ///< "--limit"
  std::string variable;   ///< "GEUL_LIMIT"; empty: on the command line
  std::string path = {};  ///< the variable's value, where that is a file or folder
};

/// What the command line asks for: a command to run, or a text (help, versions, a manual page,
/// completions) to print and leave.
struct Parsed {
  const Command* command = nullptr;  ///< points into the program; null when `text` is the answer
  std::string text;
  std::vector<Given> given = {};
};

/// Looks up a variable; null where it is not set.
using Environment = std::function<const char*(const char* name)>;
[[nodiscard]] Environment process_environment();

/// Reads the arguments into the targets of the chosen command. "--name value" and "--name=value"
/// are the same; a flag is set by "--name", and set or taken back by "--name=" and 1, true, yes, on
/// or 0, false, no, off, the last one counting; "--" ends the options. What the command line does
/// not give is taken from the option's variable, if that is set and not empty: one value, of a flag
/// one of those eight.
/// Errors  usage: an unknown option (the hint names the nearest), a missing or impossible value,
///         each named as it was given, by option or by variable.
[[nodiscard]] Result<Parsed> parse(const Program& program, int argc, const char* const* argv,
                                   const Environment& environment = process_environment());

/// An error about options, or about the files and folders that they name, that speaks of a variable
/// where the value came from there:
///
///     --limit x is …            ->  GEUL_LIMIT x is …
///     no database at /srv/db    ->  no database at /srv/db (GEUL_DB)
///
/// A path counts as it was given, as an absolute one, and with links followed. Of a file that is at
/// fault in one of its lines, the hint says which variable names it.
[[nodiscard]] Error as_given(Error error, const std::vector<Given>& given);

/// Whether an option may be given several times.
[[nodiscard]] bool is_repeatable(const Option& option);
/// Its help, and that it is repeatable: what --help and the manual page say.
[[nodiscard]] std::string description(const Option& option);

/// The text of --help for the whole program, or for one of its commands.
[[nodiscard]] std::string help(const Program& program);
[[nodiscard]] std::string help(const Program& program, const Command& command);

}  // namespace geul::cli
