// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/index/places.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/config.hpp"

namespace geul::indexer {

bool is_given(const Arguments& arguments, std::string_view option) {
  return std::ranges::find(arguments.given, option, &cli::Given::option) != arguments.given.end();
}

cli::Option read_database_option(Arguments& arguments) {
  return {"--db", "DIR", &arguments.database,
          "the database (default: the nearest .geul upward from the working folder)"};
}

Result<std::string> database_to_read(const Arguments& arguments) {
  if (is_given(arguments, "--db")) return arguments.database;
  return index::default_database().map(from_here);
}

}  // namespace geul::indexer
