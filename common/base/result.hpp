// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace geul {

/// What kind of thing went wrong. Decides nothing but the wording around it; every error ends a
/// program with exit status 2.
enum class ErrorCode {
  usage,         ///< the command line or a setting asks for something impossible
  not_found,     ///< a file, folder or database is not there
  io,            ///< the operating system refused to read or write
  unreachable,   ///< another machine does not answer, or not in time
  malformed,     ///< bytes that do not follow their format (JSON, YAML, record)
  conflict,      ///< somebody else holds it: a second writer, a folder that is not ours
  incompatible,  ///< another schema, another analyser
  corrupt,       ///< a database that contradicts itself
  limit,         ///< larger than a stated limit
  internal,      ///< a library failed in a way that it does not document
};

/// A place in a file. `line` counts from 1; 0 means the file as a whole.
struct Place {
  std::string file;
  std::size_t line = 0;
};

/// A failure as a value. `message` says what happened, `hint` the next step to take (may be
/// empty). Both are plain text without a final full stop or line feed; they may quote untrusted
/// text, so whoever prints them escapes it (cli/report.hpp does).
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string hint = {};
  Place place = {};
};

/// Something that was understood badly and cost one value, never the post.
struct Warning {
  Place place;
  std::string message;
};

/// A value or the reason why there is none.
template <class T>
using Result = tl::expected<T, Error>;

/// An error on its way into a Result of any type.
using Failure = tl::unexpected<Error>;

/// The failure to return from a function with a Result.
///
///     return fail(ErrorCode::not_found, "no database at " + path, "build one");
[[nodiscard]] inline Failure fail(Error error) {
  return Failure(std::move(error));
}
[[nodiscard]] inline Failure fail(ErrorCode code, std::string message, std::string hint = {},
                                  Place place = {}) {
  return fail(Error{code, std::move(message), std::move(hint), std::move(place)});
}

}  // namespace geul
