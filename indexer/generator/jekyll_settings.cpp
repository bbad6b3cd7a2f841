// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/jekyll_settings.hpp"

#include <algorithm>
#include <array>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/site_time.hpp"

namespace geul::indexer {
namespace {

// Jekyll's own list (lib/jekyll/configuration.rb), which `exclude` adds to.
constexpr std::array<std::string_view, 10> kAlwaysExcluded{
    ".sass-cache",  ".jekyll-cache",  "gemfiles",      "Gemfile",      "Gemfile.lock",
    "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"};

constexpr std::array<std::string_view, 9> kPlaceTokens{
    "title",      "slug", "categories", "slugified_categories", "collection", "path",
    "output_ext", "name", "basename"};

std::vector<JekyllDefault> read_defaults(SiteSettings& settings) {
  std::vector<JekyllDefault> defaults;
  const MetaValue* list = settings.list("defaults");
  if (list == nullptr) return defaults;
  for (const MetaValue& item : list->items) {
    const MetaValue* values = find_at(item, "values");
    if (values == nullptr || values->kind != MetaValue::Kind::table) {
      settings.note("defaults", "an entry without values; left out");
      continue;
    }
    std::string type = text_at(item, "scope.type");
    if (type == "page" || type == "post") type += 's';
    defaults.push_back({text_at(item, "scope.path"), std::move(type), *values});
  }
  return defaults;
}

std::vector<JekyllCollection> read_collections(SiteSettings& settings) {
  std::vector<JekyllCollection> collections;
  const MetaValue* value = settings.find("collections");
  if (value == nullptr) return collections;
  for (const auto& [label, options] : value->members)
    collections.push_back(
        {label, text_at(options, "permalink"), text_at(options, "output") == "true"});
  for (const MetaValue& label : value->items) collections.push_back({label.text, {}, false});
  return collections;
}

/// The path of `baseurl`, which may be given with its scheme and host.
std::string base_path(std::string base) {
  const std::size_t scheme = base.find("://");
  if (scheme == std::string::npos) return base;
  const std::size_t path = base.find('/', scheme + 3);
  return path == std::string::npos ? std::string{} : base.substr(path);
}

AnchorStyle read_anchors(SiteSettings& settings) {
  AnchorStyle style{AnchorRule::kramdown_gfm, settings.text("kramdown.auto_id_prefix")};
  const std::string markdown = settings.text("markdown", "kramdown");
  if (markdown != "kramdown" && markdown != "GFM")
    settings.note("markdown", format("{} is not known; anchors are kramdown's", markdown));
  const std::string input = settings.text("kramdown.input", "GFM");
  if (input != "GFM" && input != "gfm") style.rule = AnchorRule::kramdown;
  if (!settings.flag("kramdown.auto_ids", true)) style.rule = AnchorRule::none;
  if (settings.flag("kramdown.transliterated_header_ids", false))
    settings.note("kramdown.transliterated_header_ids", "not supported; anchors keep their script");
  return style;
}

/// GitHub Pages, which builds what has no Gemfile, makes pages of files without front matter as
/// jekyll-optional-front-matter does (https://pages.github.com/versions/).
bool needs_front_matter(const std::filesystem::path& root, SiteSettings& settings) {
  for (const char* key : {"plugins", "gems"})
    for (const std::string& plugin : settings.texts(key))
      if (plugin == "jekyll-optional-front-matter" || plugin == "github-pages") return false;
  constexpr std::uintmax_t kMaxGemfile = 1U << 16U;
  const auto gemfile = read_file(root / "Gemfile", kMaxGemfile);
  return gemfile && gemfile->find("github-pages") == std::string::npos &&
         gemfile->find("jekyll-optional-front-matter") == std::string::npos;
}

void note_unknown_tokens(SiteSettings& settings) {
  const std::string style = settings.text("permalink");
  (void)fill_template(
      style,
      [&](std::string_view name) -> std::optional<std::string> {
        const bool known = std::ranges::find(kPlaceTokens, name) != kPlaceTokens.end() ||
                           date_placeholder(name, std::nullopt);
        return known ? std::optional<std::string>("") : std::nullopt;
      },
      [&](std::string_view name) {
        settings.note("permalink", format("Jekyll knows no :{}; it stays as it stands", name));
      });
}

/// Whether a scope's values go over those found before.
bool takes_precedence(const JekyllDefault* before, const JekyllDefault& entry) {
  if (before == nullptr) return true;
  if (entry.path.size() != before->path.size()) return entry.path.size() > before->path.size();
  return !entry.type.empty() || before->type.empty();
}

/// "_posts/2020" is what a path begins with, be it a folder or not; a pattern matches a folder or
/// file.
bool applies(const JekyllDefault& entry, const JekyllSettings& settings, std::string_view path,
             std::string_view type) {
  if (!entry.type.empty() && entry.type != type) return false;
  std::string_view scope = entry.path;
  if (!settings.collections_folder.empty() && scope.starts_with(settings.collections_folder + '/'))
    scope.remove_prefix(settings.collections_folder.size() + 1);
  if (scope.find('*') != scope.npos) return path_matches(scope, path);
  return path.starts_with(scope);
}

}  // namespace

const JekyllCollection* JekyllSettings::collection(std::string_view label) const noexcept {
  const auto found = std::ranges::find(collections, label, &JekyllCollection::label);
  return found == collections.end() ? nullptr : &*found;
}

JekyllSettings read_jekyll(const std::filesystem::path& root, SiteSettings& settings) {
  JekyllSettings read{.style = settings.text("permalink"),
                      .base = settings.base("baseurl", base_path(settings.text("baseurl"))),
                      .source = plain_folder(settings.text("source")),
                      .destination = plain_folder(settings.text("destination", "_site")),
                      .collections_folder = plain_folder(settings.text("collections_dir")),
                      .future = settings.flag("future", false),
                      .unpublished = settings.flag("unpublished", false),
                      .drafts = settings.flag("show_drafts", false),
                      .needs_front_matter = needs_front_matter(root, settings),
                      .defaults = read_defaults(settings),
                      .collections = read_collections(settings),
                      .excluded = settings.texts("exclude"),
                      .included = settings.texts("include"),
                      .anchors = read_anchors(settings),
                      .zone = site_zone(settings, "timezone", {"lang", "locale", "language"})};
  read.excluded.insert(read.excluded.end(), kAlwaysExcluded.begin(), kAlwaysExcluded.end());
  note_unknown_tokens(settings);
  return read;
}

std::string_view jekyll_template(std::string_view style) {
  if (style == "date" || style.empty()) return "/:categories/:year/:month/:day/:title:output_ext";
  if (style == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (style == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  if (style == "weekdate") return "/:categories/:year/W:week/:short_day/:title:output_ext";
  if (style == "none") return "/:categories/:title:output_ext";
  return style;
}

MetaValue jekyll_defaults(const JekyllSettings& settings, std::string_view path,
                          std::string_view type) {
  MetaValue values;
  values.kind = MetaValue::Kind::table;
  const JekyllDefault* before = nullptr;
  for (const JekyllDefault& entry : settings.defaults) {
    if (!applies(entry, settings, path, type)) continue;
    const bool over = takes_precedence(before, entry);
    values = over ? merged(std::move(values), entry.values) : merged(entry.values, values);
    if (over) before = &entry;
  }
  return values;
}

}  // namespace geul::indexer
