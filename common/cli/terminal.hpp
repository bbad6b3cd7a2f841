// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/base/result.hpp"

namespace geul::cli {

enum class Stream { output, error };

/// Puts /dev/null where a standard stream is closed (>&-): the next file that is opened would take
/// its number, and what is printed would be written to a database. Reading a closed standard input
/// still fails. To be called first of all.
void fill_closed_streams();

[[nodiscard]] bool is_terminal(Stream stream);
/// Columns of the terminal, 80 where there is none or it does not say.
[[nodiscard]] std::size_t terminal_columns(Stream stream);

/// A choice that can be left to the situation: --color, --progress.
enum class When { automatic, always, never };
/// "auto", "always", "never"; nothing for other words.
[[nodiscard]] std::optional<When> when_named(std::string_view word);

/// Whether to write colours: as told, else on a terminal that is not dumb and where NO_COLOR
/// (no-color.org) is not set.
[[nodiscard]] bool use_color(When when, Stream stream);

/// Writes all bytes to the standard output, unbuffered by us.
/// Errors  io: the disk is full, the reader is gone.
[[nodiscard]] Result<void> write_output(std::string_view bytes);

}  // namespace geul::cli
