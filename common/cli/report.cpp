// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/report.hpp"

#include <iostream>

#include "common/base/format.hpp"
#include "common/text/display.hpp"

namespace geul::cli {
namespace {

std::string describe(const Place& place) {
  if (place.file.empty()) return {};
  const std::string file = text::printable(place.file);
  return place.line == 0 ? file + ": " : format("{}:{}: ", file, place.line);
}

}  // namespace

std::string describe(std::string_view program, const Error& error) {
  return format("{}: {}{}\n{}", program, describe(error.place), text::printable(error.message),
                describe_hint(error));
}

std::string describe(const Warning& warning) {
  return format("{}warning: {}\n", describe(warning.place), text::printable(warning.message));
}

std::string describe_skipped(const Place& place, const Error& reason) {
  return format("{}skipped: {}\n", describe(place), text::printable(reason.message));
}

std::string describe_hint(const Error& error) {
  return error.hint.empty() ? std::string() : format("  hint: {}\n", text::printable(error.hint));
}

void print_error(std::string_view program, const Error& error) {
  std::cerr << describe(program, error);
}

void print_warning(const Warning& warning) {
  std::cerr << describe(warning);
}

void print_note(const Warning& note) {
  std::cerr << format("{}note: {}\n", describe(note.place), text::printable(note.message));
}

void print_note(std::string_view program, std::string_view note) {
  std::cerr << program << ": " << text::printable(note) << '\n';
}

}  // namespace geul::cli
