// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/report.hpp"
#include "indexer/command/commands.hpp"

namespace geul::indexer {

ExitStatus failed(const Error& error) {
  cli::print_error(kProgram, error);
  return ExitStatus::failed;
}

ExitStatus failed(const Error& error, const Arguments& arguments) {
  return failed(cli::as_given(error, arguments.given));
}

}  // namespace geul::indexer
