// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/display.hpp"
#include "indexer/command/shown_settings.hpp"

namespace geul::indexer {
namespace {

using From = SettingOrigin::From;

/// Values wider than this push their origin away on their own line alone.
constexpr std::size_t kWidestValue = 40;

enum class Depth { top, inner };

/// As YAML writes it on one line, without quotes; a list at the top without brackets.
std::string value_text(const Json& value, Depth depth = Depth::top) {
  if (value.is_null()) return "-";
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  if (value.is_string()) return value.get<std::string>().empty() ? "-" : value.get<std::string>();
  if (!value.is_structured()) return to_json_text(value);
  std::string text;
  for (const auto& [key, item] : value.items()) {
    if (!text.empty()) text += ", ";
    if (value.is_object()) text += key + ": ";
    text += value_text(item, Depth::inner);
  }
  if (text.empty()) return "-";
  if (depth == Depth::top) return text;
  return value.is_object() ? '{' + text + '}' : '[' + text + ']';
}

std::string place_text(const Place& place) {
  const std::string file = from_here(place.file);
  return place.line == 0 ? file : format("{}:{}", file, place.line);
}

std::string origin_text(const SettingOrigin& origin) {
  switch (origin.from) {
    case From::argument:
      return "command line";
    case From::flag:
    case From::environment:
      return origin.name;
    case From::file:
    case From::generator:
      return place_text(origin.place);
    case From::machine:
      return "this machine";
    case From::standard:
      break;
  }
  return "default";
}

std::string_view origin_name(From from) {
  constexpr std::string_view kNames[] = {"argument",  "flag",    "environment", "file",
                                         "generator", "default", "machine"};
  return kNames[static_cast<std::size_t>(from)];
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t own = text::display_width(text);
  return text.append(width > own ? width - own : 0, ' ');
}

struct Widths {
  std::size_t name = 0;
  std::size_t value = 0;
};

void widen(Widths& widths, const std::vector<ShownSetting>& settings) {
  for (const ShownSetting& setting : settings) {
    widths.name = std::max(widths.name, setting.name.size());
    const std::size_t value = text::display_width(text::printable(value_text(setting.value)));
    if (value <= kWidestValue) widths.value = std::max(widths.value, value);
  }
}

std::string lines_of(const std::vector<ShownSetting>& settings, const Widths& widths) {
  std::string lines;
  for (const ShownSetting& setting : settings)
    lines += padded(setting.name, widths.name) + "  " +
             padded(text::printable(value_text(setting.value)), widths.value) + "  " +
             text::printable(origin_text(setting.origin)) + '\n';
  return lines;
}

Json json_of(const std::vector<ShownSetting>& settings) {
  Json all = Json::object();
  for (const ShownSetting& setting : settings) {
    Json& json = all[setting.name];
    json["value"] = setting.value;
    json["from"] = origin_name(setting.origin.from);
    if (!setting.origin.name.empty()) json["name"] = setting.origin.name;
    if (setting.origin.place.file.empty()) continue;
    json["file"] = setting.origin.place.file;
    if (setting.origin.place.line > 0) json["line"] = setting.origin.place.line;
  }
  return all;
}

}  // namespace

std::string to_text(const ShownSettings& shown) {
  Widths widths;
  widen(widths, shown.settings);
  for (const ShownSite& site : shown.sites) widen(widths, site.settings);
  std::string text = lines_of(shown.settings, widths);
  for (const ShownSite& site : shown.sites) {
    text += format("\n{}: {}", text::printable(site.source), site.generator);
    if (!site.file.empty()) text += ", " + text::printable(site.file);
    text += '\n' + lines_of(site.settings, widths);
  }
  return text;
}

std::string to_json(const ShownSettings& shown) {
  Json json{{"format", 1}, {"settings", json_of(shown.settings)}, {"sites", Json::array()}};
  for (const ShownSite& site : shown.sites)
    json["sites"].push_back({{"source", site.source},
                             {"generator", site.generator},
                             {"file", site.file.empty() ? Json(nullptr) : Json(site.file)},
                             {"settings", json_of(site.settings)}});
  return to_json_text(json, 2) + '\n';
}

}  // namespace geul::indexer
