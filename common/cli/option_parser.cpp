// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/option_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "common/base/format.hpp"

namespace geul::cli {
namespace {

constexpr std::array<std::string_view, 4> kYes{"1", "true", "yes", "on"};
constexpr std::array<std::string_view, 4> kNo{"0", "false", "no", "off"};
constexpr std::size_t kLargestNumber = 1'000'000'000;

class OptionAdder {
 public:
  OptionAdder(CLI::App& app, const Option& option) : app_(app), option_(option) {}

  CLI::Option* operator()(bool* target) const { return app_.add_flag(name(), *target); }
  CLI::Option* operator()(std::string* target) const { return app_.add_option(name(), *target); }
  CLI::Option* operator()(std::size_t* target) const {
    return app_.add_option_function<std::string>(
        name(),
        [target, name = name()](const std::string& text) { *target = number_of(name, text); });
  }
  CLI::Option* operator()(std::vector<std::string>* target) const {
    return app_.add_option(name(), *target)->allow_extra_args(false)->take_all();
  }
  CLI::Option* operator()(std::optional<std::string>* target) const {
    return app_.add_option_function<std::string>(
        name(), [target](const std::string& value) { *target = value; });
  }

 private:
  [[nodiscard]] std::string name() const { return std::string(option_.name); }

  /// CLI11 itself reads -1 as the largest number there is.
  static std::size_t number_of(const std::string& name, const std::string& text) {
    std::size_t number = 0;
    const char* const end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end || number > kLargestNumber)
      throw CLI::ConversionError(
          format("{}: {} is no whole number from 0 to {}", name, text, kLargestNumber));
    return number;
  }

  CLI::App& app_;
  const Option& option_;
};

}  // namespace

std::string unmarked(std::string text) {
  if (text.starts_with(kWordMark)) text.erase(0, 1);
  return text;
}

Result<bool> flag_value(std::string_view given, std::string_view value) {
  if (std::ranges::find(kYes, value) != kYes.end()) return true;
  if (std::ranges::find(kNo, value) != kNo.end()) return false;
  return fail(ErrorCode::usage, format("{}: {} is neither true nor false", given, value));
}

void add_option(CLI::App& app, const Option& option) {
  CLI::Option* const added = std::visit(OptionAdder(app, option), option.target);
  if (!option.value.empty() || !option.choices.empty()) added->transform(unmarked);
  if (option.choices.empty()) return;
  added->check(
      CLI::IsMember(std::vector<std::string>(option.choices.begin(), option.choices.end())));
}

}  // namespace geul::cli
