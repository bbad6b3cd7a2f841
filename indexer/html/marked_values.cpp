// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/marked_values.hpp"

#include <algorithm>

#include "indexer/html/page_marks.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t kMaxValues = 2000;
constexpr std::size_t kMaxKeys = 200;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

}  // namespace

void MarkedValues::visit(const PageTree& page, std::size_t node) {
  for (std::size_t kind = 0; kind < kKinds.size(); ++kind) {
    const auto list = mark_of(page, node, kKinds.at(kind));
    if (!list || count_ >= kMaxValues) continue;
    for (Capture& capture : read_captures(page, node, *list))
      add(kind, lower(std::move(capture.key)), std::move(capture.value));
  }
}

void MarkedValues::add(std::size_t kind, std::string key, std::string value) {
  if (kKinds.at(kind) == "sort" && key != "date") return;
  if (++count_ > kMaxValues) return;
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
