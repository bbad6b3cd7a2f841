// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/settings.hpp"

#include <algorithm>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/base/hash.hpp"
#include "common/text/source_text.hpp"

namespace geul::indexer {
namespace {

/// Of one list: each pattern of some is compared with each path.
constexpr std::size_t kMaxTexts = 1000;
constexpr std::uintmax_t kMaxSettingsBytes = 1U << 20U;

Result<MetaValue> parse(const std::filesystem::path& file, std::string_view text) {
  if (file.extension() == ".toml") return parse_toml(text);
  if (file.extension() == ".json") return parse_json_metadata(text, 1);
  return parse_yaml(text);
}

/// Every value with its kind and length, so that no two trees are written alike.
void append_canonical(const MetaValue& value, std::string& out) {
  out += format("{}:{}:{}:{}:", static_cast<int>(value.kind), value.text.size(), value.items.size(),
                value.members.size());
  out += value.text;
  for (const MetaValue& item : value.items) append_canonical(item, out);
  for (const auto& [key, member] : value.members) {
    out += format("{}:{}", key.size(), key);
    append_canonical(member, out);
  }
}

}  // namespace

MetaValue read_settings(const std::filesystem::path& file, std::vector<Warning>& warnings) {
  MetaValue none;
  none.kind = MetaValue::Kind::table;
  const Result<std::string> bytes = read_file(file, kMaxSettingsBytes);
  if (!bytes) {
    warnings.push_back({{file.string(), 0}, bytes.error().message});
    return none;
  }
  Result<MetaValue> settings = parse(file, text::read_source_text(*bytes).text);
  if (settings && settings->kind == MetaValue::Kind::table) return std::move(*settings);
  if (!settings)
    warnings.push_back({{file.string(), settings.error().place.line},
                        "the site's settings are not understood: " + settings.error().message});
  return none;
}

const MetaValue* find_at(const MetaValue& settings, std::string_view dotted) noexcept {
  const MetaValue* value = &settings;
  while (value != nullptr && !dotted.empty()) {
    const std::size_t end = std::min(dotted.find('.'), dotted.size());
    value = value->find(dotted.substr(0, end));
    dotted.remove_prefix(std::min(end + 1, dotted.size()));
  }
  return value;
}

std::string text_at(const MetaValue& settings, std::string_view dotted) {
  const MetaValue* value = find_at(settings, dotted);
  return value == nullptr ? std::string{} : value->text;
}

std::vector<std::string> texts_at(const MetaValue& settings, std::string_view dotted) {
  const MetaValue* value = find_at(settings, dotted);
  if (value == nullptr) return {};
  if (value->kind == MetaValue::Kind::scalar) return {value->text};
  std::vector<std::string> texts;
  for (const MetaValue& item : value->items)
    if (item.kind == MetaValue::Kind::scalar && texts.size() < kMaxTexts)
      texts.push_back(item.text);
  return texts;
}

const MetaValue* SiteSettings::find(std::string_view dotted) const noexcept {
  return find_at(values_, dotted);
}

void SiteSettings::note(std::string_view dotted, std::string message) {
  const MetaValue* value = find(dotted);
  warnings_->push_back({{file_.string(), value == nullptr ? 0 : value->line},
                        format("{}: {}", dotted, std::move(message))});
}

const MetaValue* SiteSettings::of_kind(std::string_view dotted, MetaValue::Kind kind,
                                       std::string_view wanted) {
  const MetaValue* value = find(dotted);
  if (value == nullptr || value->kind == MetaValue::Kind::null) return nullptr;
  if (value->kind == kind) return value;
  note(dotted, format("{}; left out", wanted));
  return nullptr;
}

const MetaValue* SiteSettings::table(std::string_view dotted) {
  return of_kind(dotted, MetaValue::Kind::table, "no table of keys");
}

const MetaValue* SiteSettings::list(std::string_view dotted) {
  return of_kind(dotted, MetaValue::Kind::list, "no list");
}

std::string SiteSettings::text(std::string_view dotted, std::string_view otherwise) {
  const MetaValue* value = of_kind(dotted, MetaValue::Kind::scalar, "no text");
  return value == nullptr ? std::string(otherwise) : value->text;
}

std::vector<std::string> SiteSettings::texts(std::string_view dotted) {
  const MetaValue* value = find(dotted);
  if (value != nullptr && value->kind == MetaValue::Kind::table) {
    note(dotted, "no list of texts; left out");
    return {};
  }
  return texts_at(values_, dotted);
}

bool SiteSettings::flag(std::string_view dotted, bool otherwise) {
  const std::string typed = text(dotted);
  if (typed.empty()) return otherwise;
  const bool yes = typed == "true" || typed == "yes" || typed == "on";
  if (!yes && typed != "false" && typed != "no" && typed != "off") {
    note(dotted, "neither true nor false; left out");
    return otherwise;
  }
  return yes;
}

MetaValue merged(MetaValue under, const MetaValue& over) {
  if (over.kind == MetaValue::Kind::null) return under;
  if (under.kind != MetaValue::Kind::table || over.kind != MetaValue::Kind::table) return over;
  for (const MetaMember& member : over.members) {
    const auto same = std::find_if(under.members.begin(), under.members.end(),
                                   [&](const MetaMember& own) { return own.key == member.key; });
    if (same == under.members.end())
      under.members.push_back(member);
    else
      same->value = merged(std::move(same->value), member.value);
  }
  return under;
}

std::string SiteSettings::base(std::string_view dotted, std::string own) {
  if (choice_.base) {
    tell({"base path", *choice_.base, SiteFact::From::chosen});
    return *choice_.base;
  }
  tell("base path", own, dotted);
  return own;
}

void SiteSettings::tell(std::string name, std::string value, std::string_view dotted) {
  const MetaValue* const said = dotted.empty() ? nullptr : find(dotted);
  SiteFact fact{std::move(name), std::move(value)};
  if (said != nullptr && said->kind != MetaValue::Kind::null) {
    fact.from = SiteFact::From::setting;
    fact.place = {file_.string(), said->line};
  }
  facts_.push_back(std::move(fact));
}

std::string settings_digest(std::string_view generator, const SiteSettings& settings,
                            std::initializer_list<std::string_view> keys) {
  std::string all(generator);
  for (const std::string_view key : keys) {
    all += '\n';
    if (const MetaValue* value = settings.find(key)) append_canonical(*value, all);
  }
  const SiteChoice& choice = settings.choice();
  if (choice.base) all += "\nbase " + *choice.base;
  if (choice.zone) all += "\nzone " + choice.zone->name();
  return to_hex(hash128(all));
}

}  // namespace geul::indexer
