// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/letters.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/jekyll_settings.hpp"
#include "indexer/generator/jekyll_text.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/site_time.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

/// What a path is to Jekyll: a post, a draft, a document of a collection or a page.
struct Kind {
  std::string_view collection;  ///< "posts" too; empty for a page
  std::string_view above;       ///< folders above _posts, which are categories
  std::string_view below;       ///< the path within the collection
  bool draft = false;
};

/// A file's name as lib/jekyll/document.rb reads it: "2018-02-07-제목" or without a day.
DatedName dated_name(std::string_view stem) {
  const DatedName dated = split_date(stem);
  const bool parted = dated.day && stem.size() > dated.rest.size() &&
                      stem[stem.size() - dated.rest.size() - 1] == '-';
  return parted ? dated : DatedName{std::nullopt, stem};
}

std::string_view without_periods(std::string_view name) {
  while (name.ends_with('.')) name.remove_suffix(1);
  return name;
}

/// What Jekyll puts behind pages and collection documents (Utils.add_permalink_suffix).
std::string with_suffix(const std::string& pattern, std::string_view style) {
  if (style == "pretty" || style.ends_with('/')) return pattern + '/';
  const bool extended = style.empty() || style == "date" || style == "ordinal" || style == "none" ||
                        style.ends_with(":output_ext");
  return extended ? pattern + ":output_ext" : pattern;
}

/// Adds what the front matter does not say, and nothing else of it changes.
void fill_in(MetaValue& front_matter, const MetaValue& defaults) {
  for (const MetaMember& member : defaults.members) {
    const auto own = std::ranges::find(front_matter.members, member.key, &MetaMember::key);
    if (own == front_matter.members.end())
      front_matter.members.push_back(member);
    else
      own->value = merged(member.value, own->value);
  }
}

MetaValue list_of(const std::vector<std::string>& texts, std::size_t line) {
  MetaValue list;
  list.kind = MetaValue::Kind::list;
  list.line = line;
  for (const std::string& text : texts) {
    MetaValue& item = list.items.emplace_back();
    item.kind = MetaValue::Kind::scalar;
    item.line = line;
    item.text = text;
  }
  return list;
}

class Jekyll final : public SiteGenerator {
 public:
  Jekyll(std::filesystem::path root, SiteSettings& settings, JekyllSettings read)
      : SiteGenerator(
            std::move(root),
            settings_digest("Jekyll", settings,
                            {"permalink", "baseurl", "defaults", "collections", "kramdown",
                             "source", "collections_dir", "future", "unpublished", "show_drafts"}) +
                read.zone.name() + (read.needs_front_matter ? " strict" : "")),
        settings_(std::move(read)) {}

  [[nodiscard]] std::string_view name() const noexcept override { return "Jekyll"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return settings_.anchors; }
  void complete(MetaValue& front_matter, std::string_view path) const override;
  [[nodiscard]] Publication publication(const AddressInput& input, std::int64_t now) const override;
  [[nodiscard]] std::string address(const AddressInput& input) const override;
  [[nodiscard]] bool excludes(std::string_view path) const override {
    return settings_.excludes(path);
  }

 private:
  [[nodiscard]] Kind kind_of(std::string_view path) const;
  [[nodiscard]] std::optional<LocalTime> date_of(const AddressInput& input, const Kind& kind) const;
  [[nodiscard]] bool is_published(const AddressInput& input, const Kind& kind,
                                  std::int64_t now) const;
  [[nodiscard]] std::string pattern_for(const AddressInput& input, const Kind& kind) const;
  [[nodiscard]] std::string fill_page(const AddressInput& input, const Kind& kind) const;
  [[nodiscard]] std::string fill_document(const AddressInput& input, const Kind& kind) const;

  JekyllSettings settings_;
};

Kind Jekyll::kind_of(std::string_view path) const {
  path = settings_.within_source(path);
  const std::string_view inner = settings_.within_collections(path);
  for (const std::string_view folder : {"_posts/", "_drafts/"}) {
    const std::size_t at = inner.find(folder);
    if (at == inner.npos || (at > 0 && inner[at - 1] != '/')) continue;
    return {"posts", inner.substr(0, at), inner.substr(at + folder.size()), folder == "_drafts/"};
  }
  const std::size_t slash = inner.find('/');
  if (slash == inner.npos || inner.front() != '_') return {{}, {}, path};
  const std::string_view label = inner.substr(1, slash - 1);
  if (settings_.collection(label) == nullptr) return {{}, {}, path};
  return {label, {}, inner.substr(slash + 1)};
}

/// `defaults`, and for documents the categories of folders, defaults and front matter together
/// (lib/jekyll/document.rb, merge_categories!).
void Jekyll::complete(MetaValue& front_matter, std::string_view path) const {
  const Kind kind = kind_of(path);
  const bool page = kind.collection.empty();
  const MetaValue defaults =
      jekyll_defaults(settings_,
                      page ? settings_.within_source(path)
                           : settings_.within_collections(settings_.within_source(path)),
                      page ? "pages" : kind.collection);
  std::vector<std::string> categories;
  for (const std::string_view folder : path_parts(kind.above)) add_once(categories, folder);
  const MetaValue* own = front_matter.find("categories");
  const std::size_t line = own == nullptr ? 0 : own->line;
  const bool read =
      add_names(defaults.find("categories"), categories) && add_names(own, categories);
  if (front_matter.kind == MetaValue::Kind::null) front_matter.kind = MetaValue::Kind::table;
  fill_in(front_matter, defaults);
  if (page || !read || categories.empty()) return;
  std::erase_if(front_matter.members, [](const MetaMember& m) { return m.key == "categories"; });
  front_matter.members.emplace_back("categories", list_of(categories, line));
}

/// The date in the site's time zone, as Ruby reads it: one without an offset is in UTC where YAML
/// takes it for a moment, and in that zone otherwise.
std::optional<LocalTime> Jekyll::date_of(const AddressInput& input, const Kind& kind) const {
  const MetaValue* written =
      input.front_matter == nullptr ? nullptr : input.front_matter->find("date");
  if (written == nullptr) {
    const DatedName name = dated_name(split_path(kind.below).stem);
    if (!name.day) return input.date;
    LocalTime day;
    day.day = *name.day;
    return day;
  }
  if (!input.date || !input.date->has_time) return input.date;
  LocalTime time = *input.date;
  if (!time.offset_minutes && !is_yaml_moment(*written)) return time;
  if (!time.offset_minutes) time.offset_minutes = 0;
  return clock_at(moment_of(time, settings_.zone), settings_.zone);
}

Publication Jekyll::publication(const AddressInput& input, std::int64_t now) const {
  if (input.front_matter == nullptr) return Publication::as_written;
  const Kind kind = kind_of(input.path);
  if (!is_published(input, kind, now)) return Publication::hidden;
  const bool shown =
      kind.draft ? settings_.drafts
                 : settings_.unpublished && text_at(*input.front_matter, "published") == "false";
  return shown ? Publication::shown : Publication::as_written;
}

/// Whether Jekyll makes a page of it, whatever its front matter says.
bool Jekyll::is_published(const AddressInput& input, const Kind& kind, std::int64_t now) const {
  if (kind.collection.empty()) return input.has_front_matter || !settings_.needs_front_matter;
  const JekyllCollection* own = settings_.collection(kind.collection);
  const bool post = kind.collection == "posts";
  if (!post && (own == nullptr || !own->output || !input.has_front_matter)) return false;
  if (post && !kind.draft && !dated_name(split_path(kind.below).stem).day) return false;
  const auto date = date_of(input, kind);
  return settings_.future || !date || moment_of(*date, settings_.zone) <= now;
}

std::string Jekyll::pattern_for(const AddressInput& input, const Kind& kind) const {
  const bool written =
      input.front_matter == nullptr || input.front_matter->find("permalink") != nullptr;
  if (written && !input.permalink.empty()) return input.permalink;
  const JekyllCollection* own = settings_.collection(kind.collection);
  if (own != nullptr && !own->permalink.empty()) return own->permalink;
  if (kind.collection == "posts") return std::string(jekyll_template(settings_.style));
  if (!kind.collection.empty()) return with_suffix("/:collection/:path", settings_.style);
  if (split_path(input.path).stem == "index") return "/:path/";
  return with_suffix("/:path/:basename", settings_.style);
}

std::string Jekyll::fill_page(const AddressInput& input, const Kind& kind) const {
  const PathName name = split_path(kind.below);
  return fill_template(pattern_for(input, kind),
                       [&](std::string_view key) -> std::optional<std::string> {
                         if (key == "path") return encode_path(name.folder);
                         if (key == "basename") return encode_path(without_periods(name.stem));
                         if (key == "output_ext") return ".html";
                         return std::nullopt;
                       });
}

/// The front matter's categories, each once, in lower case.
std::string joined_categories(const AddressInput& input, bool slugs) {
  std::vector<std::string> names = input.categories;
  if (input.front_matter != nullptr) {
    const MetaValue* category = input.front_matter->find("category");
    const bool read = add_names(input.front_matter->find("categories"), names = {});
    if (!read) names = input.categories;
    if (category != nullptr && !category->text.empty()) add_once(names, category->text);
    if (category != nullptr && !category->items.empty()) (void)add_names(category, names);
  }
  std::vector<std::string> all;
  for (const std::string& name : names)
    add_once(all, slugs ? jekyll_slug(name, SlugMode::letters) : text::lower_case(name));
  std::string joined;
  for (const std::string& category : all) joined += (joined.empty() ? "" : "/") + category;
  return joined;
}

/// The placeholders of lib/jekyll/drops/url_drop.rb.
std::string Jekyll::fill_document(const AddressInput& input, const Kind& kind) const {
  const PathName name = split_path(kind.below);
  const std::string_view own = without_periods(dated_name(name.stem).rest);
  const std::string_view slug = input.slug.empty() ? own : std::string_view(input.slug);
  const std::string_view cleaned =
      without_periods(kind.below.substr(0, kind.below.size() - name.extension.size()));
  const auto date = date_of(input, kind);
  return fill_template(pattern_for(input, kind),
                       [&](std::string_view key) -> std::optional<std::string> {
                         if (key == "title")
                           return encode_path(jekyll_slug(slug, SlugMode::pretty));
                         if (key == "slug")
                           return encode_path(jekyll_slug(slug, SlugMode::letters));
                         if (key == "categories")
                           return encode_path(joined_categories(input, false));
                         if (key == "slugified_categories")
                           return encode_path(joined_categories(input, true));
                         if (key == "collection") return encode_path(kind.collection);
                         if (key == "path") return encode_path(cleaned);
                         if (key == "name")
                           return encode_path(jekyll_slug(name.stem, SlugMode::letters));
                         if (key == "output_ext") return ".html";
                         return date_placeholder(key, date);
                       });
}

std::string Jekyll::address(const AddressInput& input) const {
  const Kind kind = kind_of(input.path);
  const std::string url =
      kind.collection.empty() ? fill_page(input, kind) : fill_document(input, kind);
  return site_address(settings_.base + jekyll_sanitized('/' + url));
}

}  // namespace

std::unique_ptr<const Generator> make_jekyll(std::filesystem::path root, SiteSettings& settings) {
  JekyllSettings read = read_jekyll(root, settings);
  settings.tell("permalink", std::string(jekyll_template(read.style)), "permalink");
  return std::make_unique<Jekyll>(std::move(root), settings, std::move(read));
}

}  // namespace geul::indexer
