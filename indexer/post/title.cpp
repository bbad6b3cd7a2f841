// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/title.hpp"

#include <algorithm>

#include "indexer/generator/address.hpp"
#include "indexer/post/values.hpp"

namespace geul::indexer {
namespace {

std::string spaced(std::string_view name) {
  std::string text = clean_line(name);
  if (text.find(' ') == text.npos) {
    std::replace(text.begin(), text.end(), '-', ' ');
    std::replace(text.begin(), text.end(), '_', ' ');
  }
  return clean_line(text);
}

bool names_its_folder(std::string_view stem) {
  return stem == "index" || stem == "_index" || stem == "README" || stem == "readme";
}

}  // namespace

std::string first_heading(const std::vector<index::Section>& sections) {
  const auto found = std::find_if(sections.begin(), sections.end(),
                                  [](const index::Section& s) { return !s.heading.empty(); });
  return found == sections.end() ? std::string{} : found->heading;
}

std::string title_of_path(std::string_view path) {
  const PathName name = split_path(path);
  std::string_view stem = name.stem;
  if (names_its_folder(stem) && !name.folder.empty()) {
    const std::size_t slash = name.folder.rfind('/');
    stem = name.folder.substr(slash == name.folder.npos ? 0 : slash + 1);
  }
  const DatedName dated = split_date(stem);
  for (const std::string_view part : {dated.rest, stem})
    if (std::string title = spaced(part); !title.empty()) return title;
  return clean_line(path);  // "-.md"
}

}  // namespace geul::indexer
