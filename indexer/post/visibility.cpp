// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/visibility.hpp"

#include "common/base/format.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/post/dates.hpp"

namespace geul::indexer {
namespace {

std::optional<bool> read_flag(const MetaValue& front_matter, std::string_view key,
                              WarningList& warnings) {
  const MetaValue* value = first_of(front_matter, {key});
  if (value == nullptr) return std::nullopt;
  const auto flag = as_boolean(clean_line(value->text));
  if (!flag && !parse_date(value->text))
    warnings.add(value->line,
                 format("{} {} is neither true nor false; ignored", key, quote(value->text)));
  return flag;
}

bool in_drafts(std::string_view site_path) {
  for (const std::string_view part : path_parts(site_path))
    if (part == "_drafts") return true;
  return false;
}

}  // namespace

Visibility read_visibility(const MetaValue& front_matter, std::string_view site_path,
                           WarningList& warnings) {
  const auto draft = read_flag(front_matter, "draft", warnings);
  const auto is_public = read_flag(front_matter, "public", warnings);
  const auto published = read_flag(front_matter, "published", warnings);
  if (draft.value_or(false) || in_drafts(site_path)) return Visibility::draft;
  const bool shown = is_public.value_or(true) && published.value_or(true);
  return shown ? Visibility::shown : Visibility::unpublished;
}

}  // namespace geul::indexer
