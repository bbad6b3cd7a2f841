// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis/number.hpp"

#include <algorithm>
#include <array>

#include "common/analysis/core/josa.hpp"

namespace geul::analysis {
namespace {

struct Unit {
  std::u16string_view name;
  unsigned zeros;
};
/// Longer ones before their beginnings.
constexpr std::array kUnits{
    Unit{u"천만", 7}, Unit{u"백만", 6}, Unit{u"십만", 5}, Unit{u"천억", 11}, Unit{u"백억", 10},
    Unit{u"십억", 9}, Unit{u"억", 8},   Unit{u"만", 4},   Unit{u"천", 3},    Unit{u"백", 2}};

/// What is counted, directly behind the unit.
constexpr std::array<std::u16string_view, 22> kCounters{
    u"원", u"명", u"개", u"건", u"달러", u"번",   u"회", u"년", u"줄", u"대", u"권",
    u"장", u"톤", u"평", u"여", u"가지", u"마리", u"배", u"자", u"행", u"곳", u"점"};

/// Whether what stands behind the unit leaves it one.
bool may_follow(std::u16string_view run, std::size_t unit) {
  const std::u16string_view rest = run.substr(unit);
  if (rest.empty() || core::are_particles({run.data(), run.size()}, unit)) return true;
  return std::any_of(kCounters.begin(), kCounters.end(),
                     [rest](std::u16string_view counter) { return rest.starts_with(counter); });
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

NumberUnit number_unit(std::u16string_view syllables) noexcept {
  for (const Unit& unit : kUnits)
    if (syllables.starts_with(unit.name) && may_follow(syllables, unit.name.size()))
      return {unit.zeros, unit.name.size()};
  return {};
}

std::string write_out(std::string_view digits, unsigned zeros) {
  const std::size_t point = std::min(digits.find('.'), digits.size());
  const std::string_view whole = digits.substr(0, point);
  const std::string_view fraction = digits.substr(std::min(point + 1, digits.size()));
  if (whole.empty() || (point < digits.size() && fraction.empty())) return {};
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return {};
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return {};
  if (fraction.size() > zeros) return {};
  std::string number(whole);
  number.append(fraction).append(zeros - fraction.size(), '0');
  number.erase(0, std::min(number.find_first_not_of('0'), number.size() - 1));
  return number;
}

}  // namespace geul::analysis
