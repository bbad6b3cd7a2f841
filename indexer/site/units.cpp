// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/units.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "common/text/utf8.hpp"

namespace geul::indexer::site {
namespace {

/// Where the first of two parts of a text that is longer than `room` ends: behind the last line,
/// else sentence, else space in the second half of what fits, else behind the last character.
std::size_t cut_of(std::string_view text, std::size_t room) {
  constexpr std::array<std::string_view, 7> kEnds{"\n", ". ", "? ", "! ", "。", "？", "！"};
  const std::string_view fits = text::clip(text, room);
  const auto behind = [&fits](std::string_view end) {
    const std::size_t at = fits.rfind(end);
    return at == std::string_view::npos ? 0 : at + end.size();
  };
  if (const std::size_t line = behind(kEnds.front()); line > fits.size() / 2) return line;
  std::size_t sentence = 0;
  for (const std::string_view end : kEnds) sentence = std::max(sentence, behind(end));
  if (sentence > fits.size() / 2) return sentence;
  if (const std::size_t word = behind(" "); word > fits.size() / 2) return word;
  if (!fits.empty()) return fits.size();
  std::size_t one = 0;
  std::ignore = text::next_code_point(text, one);
  return one;
}

}  // namespace

Units::Units(const index::Document& document, std::size_t unit_bytes) : unit_bytes_(unit_bytes) {
  next_unit();
  if (!document.summary.empty() && !repeats_beginning(document)) {
    const std::size_t bytes = document.summary.size();
    put({0, PartKind::summary, {0, bytes}}, bytes);
  }
  begins_.clear();
  for (std::size_t i = 0; i < document.sections.size(); ++i) put_section(document.sections[i], i);
}

void Units::put_section(const index::Section& section, std::size_t number) {
  const std::size_t name = section.heading.size() + section.anchor.size();
  const bool both = !section.text.empty() && !section.code.empty();
  const std::size_t bytes = section.text.size() + section.code.size() + name * (both ? 2 : 1);
  if (!fits(bytes) && (bytes <= unit_bytes_ + slack() || room() < unit_bytes_ / 2)) next_unit();
  if (!section.text.empty() || section.code.empty())
    put_pieces(section.text, number, PartKind::prose, name);
  if (!section.code.empty()) put_pieces(section.code, number, PartKind::code, name);
}

/// The text in as many parts as it takes.
void Units::put_pieces(std::string_view text, std::size_t section, PartKind kind,
                       std::size_t overhead) {
  constexpr std::size_t kLeastRoom = 256;
  std::size_t begin = 0;
  do {
    const std::string_view rest = text.substr(begin);
    if (!fits(rest.size() + overhead) && room() < overhead + kLeastRoom) next_unit();
    const std::size_t most = std::max(kLeastRoom, room() - std::min(room(), overhead));
    const std::size_t size = fits(rest.size() + overhead) ? rest.size() : cut_of(rest, most);
    put({section, kind, {begin, begin + size}}, size + overhead);
    begin += size;
    if (begin < text.size()) next_unit();
  } while (begin < text.size());
}

void Units::put(const UnitPart& part, std::size_t bytes) {
  begins_.push_back(
      {part.section, part.kind, part.span.begin, static_cast<std::uint32_t>(units_.size() - 1)});
  units_.back().push_back(part);
  used_ += bytes;
}

void Units::next_unit() {
  if (!units_.empty() && units_.back().empty()) return;
  units_.emplace_back();
  used_ = 0;
}

std::size_t Units::room() const noexcept {
  return unit_bytes_ - std::min(unit_bytes_, used_);
}

std::size_t Units::slack() const noexcept {
  return unit_bytes_ / 8;
}

bool Units::fits(std::size_t bytes) const noexcept {
  return used_ + bytes <= unit_bytes_ + slack();
}

std::uint32_t Units::unit_of(std::size_t section, PartKind kind, std::size_t offset) const {
  const auto place = std::tuple(section, kind, offset);
  const auto behind = std::ranges::upper_bound(begins_, place, {}, [](const Begin& begin) {
    return std::tuple(begin.section, begin.kind, begin.offset);
  });
  return behind == begins_.begin() ? 0 : (behind - 1)->unit;
}

std::uint32_t Units::unit_of_heading(std::size_t section) const {
  const auto first = std::ranges::lower_bound(begins_, section, {}, &Begin::section);
  return first == begins_.end() ? 0 : first->unit;
}

bool repeats_beginning(const index::Document& document) {
  std::string_view summary = document.summary;
  for (const std::string_view end : {"…", "..."})
    if (summary.ends_with(end)) summary.remove_suffix(end.size());
  const auto first = std::ranges::find_if(
      document.sections, [](const index::Section& section) { return !section.text.empty(); });
  return first != document.sections.end() && first->text.starts_with(summary);
}

std::vector<Fragment> make_fragments(const index::Document& document, const Units& units) {
  Fragment name{document.title,
                document.url.empty() ? document.id.str() : document.url,
                document.date ? to_iso(*document.date) : std::string(),
                document.tags,
                document.categories,
                document.authors,
                static_cast<std::uint32_t>(units.units().size()),
                {}};
  std::vector<Fragment> fragments(units.units().size(), name);
  for (std::size_t unit = 0; unit < fragments.size(); ++unit) {
    for (const UnitPart& part : units.units()[unit]) {
      if (part.kind == PartKind::summary) {
        fragments[unit].parts.push_back({0, {}, {}, part.kind, document.summary});
        continue;
      }
      const index::Section& section = document.sections[part.section];
      const std::string& text = part.kind == PartKind::code ? section.code : section.text;
      fragments[unit].parts.push_back({static_cast<std::uint32_t>(section.level), section.heading,
                                       section.anchor, part.kind,
                                       text.substr(part.span.begin, part.span.size())});
    }
  }
  return fragments;
}

}  // namespace geul::indexer::site
