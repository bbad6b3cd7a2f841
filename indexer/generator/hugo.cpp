// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <system_error>

#include "common/base/format.hpp"
#include "common/text/letters.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/hugo_settings.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/site_time.hpp"
#include "indexer/generator/slug.hpp"
#include "indexer/post/date_text.hpp"

namespace geul::indexer {
namespace {

namespace fs = std::filesystem;

/// url.QueryUnescape of Go; nothing for what it refuses.
std::optional<std::string> query_unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const auto byte = percent_encoded_byte(text.substr(i));
    if (!byte) return std::nullopt;
    out += *byte;
    i += 2;
  }
  return out;
}

/// One page's place in the tree of content.
struct Place {
  std::string_view content;  ///< the content folder
  std::string_view folder;   ///< below it
  std::string_view stem;     ///< without the language
  std::string_view language;
  [[nodiscard]] bool is_leaf() const { return stem == "index"; }
  [[nodiscard]] bool is_section() const { return stem == "_index"; }
};

class Hugo final : public SiteGenerator {
 public:
  Hugo(std::filesystem::path root, SiteSettings& settings, HugoSettings read)
      : SiteGenerator(std::move(root), digest(settings)), settings_(std::move(read)) {}

  [[nodiscard]] std::string_view name() const noexcept override { return "Hugo"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return settings_.anchors; }
  [[nodiscard]] Publication publication(const AddressInput& input, std::int64_t now) const override;
  [[nodiscard]] std::string address(const AddressInput& input) const override;
  [[nodiscard]] bool excludes(std::string_view path) const override;

 private:
  static std::string digest(const SiteSettings& settings) {
    return settings_digest(
        "Hugo", settings,
        {"baseURL", "contentDir", "uglyURLs", "permalinks", "languages", "markup", "buildDrafts",
         "buildFuture", "buildExpired", "frontmatter", "timeZone", "disableLanguages",
         "removePathAccents", "disablePathToLower", "defaultContentLanguage",
         "defaultContentLanguageInSubdir"});
  }

  [[nodiscard]] std::string_view content_of(std::string_view path) const;
  [[nodiscard]] Place place_of(std::string_view path) const;
  [[nodiscard]] std::optional<LocalTime> date_of(
      const AddressInput& input, std::initializer_list<std::string_view> keys) const;
  [[nodiscard]] std::optional<LocalTime> published_on(const AddressInput& input,
                                                      const Place& place) const;
  [[nodiscard]] bool has_index(std::string_view folder, std::string_view stem) const;
  [[nodiscard]] std::vector<std::string> sections_of(const Place& place) const;
  [[nodiscard]] std::string by_permalink(const AddressInput& input, const Place& place) const;
  [[nodiscard]] std::string by_place(const AddressInput& input, const Place& place) const;
  [[nodiscard]] std::string clean(std::string_view path) const;
  [[nodiscard]] bool is_ugly(const Place& place) const;
  [[nodiscard]] std::string prefix(const Place& place) const;
  [[nodiscard]] bool is_resource(std::string_view path) const;
  [[nodiscard]] bool is_bundle(std::string_view below_content) const;

  HugoSettings settings_;
};

/// The longest of the content folders that holds `path`.
std::string_view Hugo::content_of(std::string_view path) const {
  std::string_view best;
  const auto look = [&](const std::string& folder) {
    if (folder.size() > best.size() && path.size() > folder.size() && path.starts_with(folder) &&
        path[folder.size()] == '/')
      best = folder;
  };
  look(settings_.content);
  for (const HugoLanguage& language : settings_.languages) look(language.content);
  return best;
}

Place Hugo::place_of(std::string_view path) const {
  Place place;
  place.language = settings_.default_language;
  place.content = content_of(path);
  for (const HugoLanguage& language : settings_.languages)
    if (!place.content.empty() && language.content == place.content) place.language = language.code;
  if (!place.content.empty()) path.remove_prefix(place.content.size() + 1);
  const PathName name = split_path(path);
  place.folder = name.folder;
  place.stem = name.stem;
  const PathName inner = split_path(name.stem);
  if (inner.extension.size() > 1 && settings_.language(inner.extension.substr(1)) != nullptr) {
    place.language = inner.extension.substr(1);
    place.stem = inner.stem;
  }
  return place;
}

std::optional<LocalTime> Hugo::date_of(const AddressInput& input,
                                       std::initializer_list<std::string_view> keys) const {
  for (const std::string_view key : keys)
    if (const auto date = parse_date(text_at(*input.front_matter, key))) return date->time;
  return std::nullopt;
}

/// By the keys of the setting frontmatter.date.
std::optional<LocalTime> Hugo::published_on(const AddressInput& input, const Place& place) const {
  for (const std::string& key : settings_.date_keys) {
    if (key == ":filename") {
      const std::string_view name = place.is_leaf() ? last_name(place.folder) : place.stem;
      if (const DatedName dated = split_date(name); dated.day) {
        LocalTime time;
        time.day = *dated.day;
        return time;
      }
    } else if (const auto date = date_of(input, {key})) {
      return date;
    }
  }
  return std::nullopt;
}

Publication Hugo::publication(const AddressInput& input, std::int64_t now) const {
  if (input.front_matter == nullptr) return Publication::as_written;
  const MetaValue& own = *input.front_matter;
  for (const char* key : {"_build.render", "build.render"})
    if (const std::string render = text_at(own, key); render == "never" || render == "false")
      return Publication::hidden;
  if (text_at(own, "headless") == "true") return Publication::hidden;
  auto from = date_of(input, {"publishdate", "pubdate", "published"});
  if (!from) from = published_on(input, place_of(input.path));
  const auto until = date_of(input, {"expirydate", "unpublishdate"});
  if (!settings_.future && from && moment_of(*from, settings_.zone) > now)
    return Publication::hidden;
  if (!settings_.expired && until && moment_of(*until, settings_.zone) < now)
    return Publication::hidden;
  return settings_.drafts ? Publication::shown : Publication::as_written;
}

/// helpers/path.go, MakePathSanitized.
std::string Hugo::clean(std::string_view path) const {
  std::string slug = hugo_slug(path);
  if (settings_.remove_accents) slug = without_accents(slug);
  return settings_.lower ? text::lower_case(slug) : slug;
}

/// Whether a folder of content is a bundle ("index") or a section of its own ("_index").
bool Hugo::has_index(std::string_view folder, std::string_view stem) const {
  const fs::path at = root() / fs::path(folder) / fs::path(stem);
  for (const char* extension : {".md", ".markdown", ".html", ".org", ".adoc"}) {
    if (is_file_at(at.string() + extension)) return true;
    for (const HugoLanguage& language : settings_.languages)
      if (is_file_at(at.string() + '.' + language.code + extension)) return true;
  }
  return false;
}

/// The folders that are sections: the first, and those below it that have an _index.md.
std::vector<std::string> Hugo::sections_of(const Place& place) const {
  std::vector<std::string> sections;
  std::string folder(place.content);
  const std::vector<std::string_view> parts =
      path_parts(place.is_leaf() ? folder_above(place.folder) : place.folder);
  for (const std::string_view part : parts) {
    folder += '/';
    folder += part;
    if (!sections.empty() && !has_index(folder, "_index")) break;
    sections.emplace_back(part);
  }
  return sections;
}

/// By the setting permalinks; empty where it says nothing of the page.
std::string Hugo::by_permalink(const AddressInput& input, const Place& place) const {
  if (place.is_section()) return {};
  const std::string_view section =
      place.is_leaf() ? first_folder(folder_above(place.folder)) : first_folder(place.folder);
  const auto found = std::ranges::find(settings_.permalinks, text::lower_case(section),
                                       [](const auto& row) { return text::lower_case(row.first); });
  if (found == settings_.permalinks.end() || text::lower_case(found->first) != section) return {};
  HugoPage page;
  page.title =
      clean(input.front_matter == nullptr ? input.title : text_at(*input.front_matter, "title"));
  page.slug = clean(input.slug);
  page.name = clean(place.is_leaf() ? last_name(place.folder) : place.stem);
  page.section = section;
  page.sections = sections_of(place);
  page.date = (input.front_matter == nullptr ? input.date : published_on(input, place))
                  .value_or(LocalTime{});
  const auto filled = fill_hugo(found->second, page);
  return filled ? query_unescaped(*filled).value_or("") : "";
}

std::string Hugo::by_place(const AddressInput& input, const Place& place) const {
  if (place.is_section()) return std::string(place.folder);
  std::string path(place.is_leaf() ? folder_above(place.folder) : place.folder);
  path += '/';
  if (!input.slug.empty())
    path += input.slug;
  else
    path += place.is_leaf() ? last_name(place.folder) : place.stem;
  return path;
}

bool Hugo::is_ugly(const Place& place) const {
  return settings_.ugly || std::ranges::find(settings_.ugly_sections, first_folder(place.folder)) !=
                               settings_.ugly_sections.end();
}

/// The base address's path, and the language's folder behind it.
std::string Hugo::prefix(const Place& place) const {
  const HugoLanguage* language = settings_.language(place.language);
  if (settings_.own_hosts && language != nullptr) return language->base;
  const bool in_folder =
      settings_.is_multilingual() &&
      (settings_.default_in_folder || place.language != settings_.default_language);
  return in_folder ? settings_.base + '/' + std::string(place.language) : settings_.base;
}

/// resources/page/page_paths.go.
std::string Hugo::address(const AddressInput& input) const {
  const Place place = place_of(input.path);
  const std::string url =
      input.front_matter == nullptr ? input.permalink : text_at(*input.front_matter, "url");
  if (!url.empty()) {
    const bool file = last_name(url).find('.') != std::string_view::npos;
    const std::string from = url.starts_with('/') ? settings_.base : prefix(place);
    return site_address(from + '/' + url + (file ? "" : "/"));
  }
  std::string path = by_permalink(input, place);
  if (path.empty()) path = by_place(input, place);
  path = clean(path);
  while (path.ends_with('/')) path.pop_back();
  const bool top = path.find_first_not_of('/') == std::string::npos;
  const std::string_view end = is_ugly(place) && !top ? ".html" : "/";
  return site_address(prefix(place) + '/' + path + std::string(end));
}

/// What lies in a bundle beside its index belongs to it and is no page.
bool Hugo::is_resource(std::string_view path) const {
  const std::string_view content = content_of(path);
  const Place place = place_of(path);
  std::string_view folder = folder_above(path);
  if (place.is_leaf()) folder = folder_above(folder);
  for (; folder.size() > content.size(); folder = folder_above(folder))
    if (is_bundle(folder.substr(content.size()))) return true;
  return false;
}

/// Hugo lays the content folders of all languages over each other.
bool Hugo::is_bundle(std::string_view below_content) const {
  const auto in = [&](const std::string& content) {
    return !content.empty() && has_index(content + std::string(below_content), "index");
  };
  return in(settings_.content) ||
         std::ranges::any_of(settings_.languages,
                             [&](const HugoLanguage& l) { return in(l.content); });
}

bool Hugo::excludes(std::string_view path) const {
  if (content_of(path).empty()) {
    const auto leads = [path](std::string_view folder) {
      return !folder.empty() &&
             (folder == path || (folder.size() > path.size() && folder.starts_with(path) &&
                                 folder[path.size()] == '/'));
    };
    return !leads(settings_.content) &&
           std::ranges::none_of(settings_.languages,
                                [&](const HugoLanguage& l) { return leads(l.content); });
  }
  const std::string_view name = last_name(path);
  if (name.starts_with('.') || name.starts_with('#') || name.ends_with('~')) return true;
  const std::string whole = '/' + std::string(path);
  if (std::ranges::any_of(settings_.ignored,
                          [&](const text::Pattern& p) { return p.is_in(whole); }))
    return true;
  const std::string_view extension = split_path(name).extension;
  const bool content = extension == ".md" || extension == ".markdown";
  return (!extension.empty() && !content && is_file_at(root() / fs::path(path))) ||
         (content && is_resource(path));
}

}  // namespace

std::unique_ptr<const Generator> make_hugo(std::filesystem::path root, SiteSettings& settings) {
  HugoSettings read = read_hugo(settings);
  return std::make_unique<Hugo>(std::move(root), settings, std::move(read));
}

}  // namespace geul::indexer
