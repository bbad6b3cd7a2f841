// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/marked_values.hpp"

#include <algorithm>
#include <optional>

#include "common/text/letters.hpp"
#include "indexer/html/page_limits.hpp"
#include "indexer/html/page_marks.hpp"
#include "indexer/html/page_text.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t kMaxKeys = 200;

}  // namespace

void MarkedValues::visit(const PageTree& page, std::size_t node) {
  std::optional<std::string> text;
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    const auto list = mark_of(page, node, kKinds.at(kind));
    if (!list) continue;
    for (Capture& capture : read_captures(page, node, *list)) {
      std::string key = text::lower_case(capture.key);
      if (kKinds.at(kind) == "sort" && key != "date") continue;
      if (count_ == kMaxValues) return;
      ++count_;
      if (!capture.value) {
        if (!text) text = text_within(page, node);
        capture.value = *text;
      }
      if (!capture.value->empty()) add(kind, std::move(key), *std::move(capture.value));
    }
  }
}

void MarkedValues::add(std::size_t kind, std::string key, std::string value) {
  Texts* values = values_of(kind, key);
  if (values == nullptr) {
    if (values_.at(kind).size() == kMaxKeys) return;
    values = &values_.at(kind).emplace_back(std::move(key), Texts{}).second;
  }
  if (kKinds.at(kind) != "filter") values->clear();
  values->push_back(std::move(value));
}

MarkedValues::Texts* MarkedValues::values_of(std::size_t kind, std::string_view key) {
  std::vector<Named>& all = values_.at(kind);
  const auto found =
      std::ranges::find_if(all, [key](const Named& named) { return named.first == key; });
  return found == all.end() ? nullptr : &found->second;
}

MarkedValues::Texts MarkedValues::take(std::initializer_list<std::string_view> keys) {
  Texts taken;
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    for (const std::string_view key : keys) {
      Texts* const values = values_of(kind, key);
      if (values == nullptr) continue;
      if (taken.empty()) taken = std::move(*values);
      values->clear();
    }
  }
  return taken;
}

std::vector<MarkedValues::Named> MarkedValues::take_rest() {
  std::vector<Named> rest;
  for (std::vector<Named>& all : values_) {
    for (Named& named : all) {
      const bool known = std::ranges::any_of(
          rest, [&named](const Named& other) { return other.first == named.first; });
      if (!known && !named.second.empty()) rest.push_back(std::move(named));
    }
  }
  return rest;
}

}  // namespace geul::indexer
