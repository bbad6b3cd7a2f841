// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/settings.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

// Jekyll's own list (lib/jekyll/configuration.rb), which `exclude` adds to.
constexpr std::array<std::string_view, 8> kAlwaysExcluded{
    ".sass-cache",  ".jekyll-cache", "gemfiles",      "Gemfile",
    "Gemfile.lock", "node_modules",  "vendor/bundle", "vendor/cache"};

/// What a path is to Jekyll: a post, a document of a collection or a page.
struct Kind {
  std::string_view collection;  ///< "posts" too; empty for a page
  std::string_view above;       ///< folders above _posts, which are categories
  std::string_view below;       ///< the path within the collection
};

struct Default {
  std::string path;
  std::string type;
  std::string permalink;
};

struct Collection {
  std::string label;
  std::string permalink;
};

std::vector<Default> read_defaults(const MetaValue& settings) {
  std::vector<Default> defaults;
  const MetaValue* list = settings.find("defaults");
  if (list == nullptr) return defaults;
  for (const MetaValue& item : list->items) {
    Default entry{text_at(item, "scope.path"), text_at(item, "scope.type"),
                  text_at(item, "values.permalink")};
    if (!entry.permalink.empty()) defaults.push_back(std::move(entry));
  }
  return defaults;
}

std::vector<Collection> read_collections(const MetaValue& settings) {
  std::vector<Collection> collections;
  const MetaValue* value = settings.find("collections");
  if (value == nullptr) return collections;
  for (const auto& [label, options] : value->members)
    collections.push_back({label, text_at(options, "permalink")});
  for (const MetaValue& label : value->items) collections.push_back({label.text, {}});
  return collections;
}

/// The path of `baseurl`, which may be given with its scheme and host.
std::string base_path(std::string base) {
  const std::size_t scheme = base.find("://");
  if (scheme == std::string::npos) return base;
  const std::size_t path = base.find('/', scheme + 3);
  return path == std::string::npos ? std::string{} : base.substr(path);
}

std::string_view named_style(std::string_view style) {
  if (style == "date" || style.empty()) return "/:categories/:year/:month/:day/:title:output_ext";
  if (style == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (style == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  if (style == "weekdate") return "/:categories/:year/W:week/:short_day/:title:output_ext";
  if (style == "none") return "/:categories/:title:output_ext";
  return style;
}

/// What Jekyll puts behind pages and collection documents (Utils.add_permalink_suffix).
std::string with_suffix(std::string pattern, std::string_view style) {
  const std::string_view wanted = named_style(style);
  constexpr std::string_view kExtension = ":output_ext";
  if (wanted.ends_with('/'))
    pattern += '/';
  else if (wanted.ends_with(kExtension))
    pattern += kExtension;
  return pattern;
}

class Jekyll final : public SiteGenerator {
 public:
  Jekyll(std::filesystem::path root, const MetaValue& settings)
      : SiteGenerator(std::move(root), settings_digest("Jekyll", settings,
                                                       {"permalink", "baseurl", "defaults",
                                                        "collections", "kramdown"})),
        style_(text_at(settings, "permalink")),
        base_(base_path(text_at(settings, "baseurl"))),
        defaults_(read_defaults(settings)),
        collections_(read_collections(settings)),
        excluded_(texts_at(settings, "exclude")),
        included_(texts_at(settings, "include")),
        anchors_{AnchorRule::kramdown_gfm, text_at(settings, "kramdown.auto_id_prefix")} {
    const std::string input = lower(text_at(settings, "kramdown.input"));
    if (!input.empty() && input != "gfm") anchors_.rule = AnchorRule::kramdown;
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "Jekyll"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return anchors_; }
  [[nodiscard]] std::string address(const AddressInput& input) const override;
  [[nodiscard]] bool excludes(std::string_view path) const override;

 private:
  [[nodiscard]] Kind kind_of(std::string_view path) const;
  [[nodiscard]] std::string pattern_for(const AddressInput& input, const Kind& kind) const;
  [[nodiscard]] const Default* default_for(std::string_view path, std::string_view type) const;
  [[nodiscard]] const Collection* collection(std::string_view label) const;
  [[nodiscard]] bool is_hidden(std::string_view path) const;

  std::string style_;
  std::string base_;
  std::vector<Default> defaults_;
  std::vector<Collection> collections_;
  std::vector<std::string> excluded_;
  std::vector<std::string> included_;
  AnchorStyle anchors_;
};

const Collection* Jekyll::collection(std::string_view label) const {
  const auto found = std::find_if(collections_.begin(), collections_.end(),
                                  [label](const Collection& c) { return c.label == label; });
  return found == collections_.end() ? nullptr : &*found;
}

Kind Jekyll::kind_of(std::string_view path) const {
  for (const std::string_view folder : {"_posts/", "_drafts/"}) {
    const std::size_t at = path.find(folder);
    if (at == path.npos || (at > 0 && path[at - 1] != '/')) continue;
    return {"posts", path.substr(0, at), path.substr(at + folder.size())};
  }
  const std::size_t slash = path.find('/');
  if (slash == path.npos || path.front() != '_') return {{}, {}, path};
  const std::string_view label = path.substr(1, slash - 1);
  if (collection(label) == nullptr) return {{}, {}, path};
  return {label, {}, path.substr(slash + 1)};
}

/// The default whose scope is the narrowest; of two alike, the later.
const Default* Jekyll::default_for(std::string_view path, std::string_view type) const {
  const Default* best = nullptr;
  for (const Default& entry : defaults_) {
    if (!entry.type.empty() && entry.type != type) continue;
    if (!entry.path.empty() && !path_matches(entry.path, path)) continue;
    const bool narrower =
        best == nullptr || entry.path.size() > best->path.size() ||
        (entry.path.size() == best->path.size() && (!entry.type.empty() || best->type.empty()));
    if (narrower) best = &entry;
  }
  return best;
}

std::string Jekyll::pattern_for(const AddressInput& input, const Kind& kind) const {
  if (!input.permalink.empty()) return input.permalink;
  const std::string_view type = kind.collection.empty() ? "pages" : kind.collection;
  if (const Default* entry = default_for(input.path, type))
    return std::string(named_style(entry->permalink));
  const Collection* own = collection(kind.collection);
  if (own != nullptr && !own->permalink.empty()) return own->permalink;
  if (kind.collection == "posts") return std::string(named_style(style_));
  if (!kind.collection.empty()) return with_suffix("/:collection/:path", style_);
  if (split_path(input.path).stem == "index") return "/:path/";
  return with_suffix("/:path/:basename", style_);
}

/// The folders above _posts and the front matter's categories, each once, in lower case.
std::string joined_categories(const Kind& kind, const AddressInput& input, bool slugs) {
  std::vector<std::string> all;
  const auto add = [&](std::string_view category) {
    std::string text = slugs ? jekyll_slug(category, SlugMode::letters) : lower(category);
    if (std::find(all.begin(), all.end(), text) == all.end()) all.push_back(std::move(text));
  };
  for (const std::string_view folder : path_parts(kind.above)) add(folder);
  for (const std::string& category : input.categories) add(category);
  std::string joined;
  for (const std::string& category : all) joined += (joined.empty() ? "" : "/") + category;
  return joined;
}

std::string Jekyll::address(const AddressInput& input) const {
  const Kind kind = kind_of(input.path);
  const PathName name = split_path(kind.below);
  const std::string_view stem = kind.collection.empty() ? name.stem : split_date(name.stem).rest;
  const std::string_view slug = input.slug.empty() ? stem : std::string_view(input.slug);
  const std::string_view cleaned = kind.below.substr(0, kind.below.size() - name.extension.size());
  const auto value = [&](std::string_view key) -> std::optional<std::string> {
    if (key == "title") return jekyll_slug(slug, SlugMode::pretty);
    if (key == "slug") return jekyll_slug(slug, SlugMode::letters);
    if (key == "categories") return joined_categories(kind, input, false);
    if (key == "slugified_categories") return joined_categories(kind, input, true);
    if (key == "collection") return std::string(kind.collection);
    if (key == "path") return std::string(kind.collection.empty() ? name.folder : cleaned);
    if (key == "basename") return std::string(name.stem);
    if (key == "name") return jekyll_slug(name.stem, SlugMode::letters);
    if (key == "output_ext") return ".html";
    return date_placeholder(key, input.date);
  };
  return site_address(base_ + '/' + fill_template(pattern_for(input, kind), value));
}

/// Jekyll leaves out what begins with '_', '.', '#' or ends with '~', but for its own folders.
bool Jekyll::is_hidden(std::string_view path) const {
  for (const std::string_view part : path_parts(path)) {
    if (part == "_posts" || part == "_drafts") continue;
    if (part.front() == '_' && collection(part.substr(1)) != nullptr) continue;
    if (part.front() == '_' || part.front() == '.' || part.front() == '#' || part.back() == '~')
      return true;
  }
  return false;
}

bool Jekyll::excludes(std::string_view path) const {
  const auto matches = [path](std::string_view pattern) { return path_matches(pattern, path); };
  if (std::any_of(included_.begin(), included_.end(), matches)) return false;
  return is_hidden(path) || std::any_of(kAlwaysExcluded.begin(), kAlwaysExcluded.end(), matches) ||
         std::any_of(excluded_.begin(), excluded_.end(), matches);
}

}  // namespace

std::unique_ptr<const Generator> make_jekyll(std::filesystem::path root,
                                             const MetaValue& settings) {
  return std::make_unique<Jekyll>(std::move(root), settings);
}

}  // namespace geul::indexer
