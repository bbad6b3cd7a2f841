// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "common/base/json.hpp"
#include "common/base/result.hpp"
#include "indexer/build.hpp"
#include "indexer/command/commands.hpp"
#include "indexer/config.hpp"

namespace geul::indexer {

/// What said so.
struct SettingOrigin {
  enum class From { argument, flag, environment, file, generator, standard, machine };
  From from = From::standard;
  std::string name = {};  ///< of the option or variable
  Place place = {};       ///< of the line, in geul.yaml or the generator's settings
};

/// A setting as it holds in the end.
struct ShownSetting {
  std::string name;
  Json value;  ///< null: there is none
  SettingOrigin origin;
};

/// A SOURCE with what its site's generator makes of it.
struct ShownSite {
  std::string source;
  std::string generator;  ///< its name
  std::string file;       ///< of its settings; empty for none
  std::vector<ShownSetting> settings;
};

/// All that shapes a build, and where each part is from.
struct ShownSettings {
  std::vector<ShownSetting> settings;
  std::vector<ShownSite> sites;
  /// Of the generators' settings, and of sources on the command line that are not there.
  std::vector<Warning> warnings;
  /// Sources of geul.yaml that are not there, when they are read, each with its line.
  std::vector<Error> errors;
};

/// Looks as build() would, but at no post. `config` is empty where there is none.
[[nodiscard]] ShownSettings show_settings(const Arguments& arguments, const BuildOptions& options,
                                          const Config& config);

/// A line for each, in columns, safe for a terminal.
[[nodiscard]] std::string to_text(const ShownSettings& shown);
/// {"format": 1, "settings": {NAME: {"value", "from", "name"?, "file"?, "line"?}}, "sites":
/// [{"source", "generator", "file", "settings"}]}, with "from" one of argument, flag, environment,
/// file, generator, default and machine.
[[nodiscard]] std::string to_json(const ShownSettings& shown);

}  // namespace geul::indexer
