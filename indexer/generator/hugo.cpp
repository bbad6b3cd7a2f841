// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/base/format.hpp"
#include "common/text/utf8.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/settings.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

/// Hugo's URLize of a path's part (helpers/path.go): spaces become '-', word characters and
/// "._-#+~" stay, everything else goes; lower case.
std::string hugo_part(std::string_view part) {
  std::string out;
  for (std::size_t i = 0; i < part.size();) {
    const char32_t c = text::next_code_point(part, i);
    if (c == ' ') {
      if (out.empty() || out.back() != '-') out += '-';
    } else if (is_word(c) || c == '.' || c == '-' || c == '#' || c == '+' || c == '~') {
      text::append_utf8(out, c);
    }
  }
  return lower(out);
}

std::string hugo_path(std::string_view path) {
  std::string out;
  for (const std::string_view part : path_parts(path)) out += '/' + hugo_part(part);
  return out;
}

std::string base_path(const std::string& base) {
  const std::size_t scheme = base.find("//");
  const std::size_t path = base.find('/', scheme == std::string::npos ? 0 : scheme + 2);
  return path == std::string::npos ? std::string{} : base.substr(path);
}

/// One page's place in the tree of content.
struct Place {
  std::string_view folder;  ///< below the content folder
  std::string_view stem;
  bool bundle = false;  ///< index.md or _index.md: the folder is the page
};

class Hugo final : public SiteGenerator {
 public:
  Hugo(std::filesystem::path root, const MetaValue& settings)
      : SiteGenerator(
            std::move(root),
            settings_digest("Hugo", settings, {"baseURL", "contentDir", "uglyURLs", "permalinks"})),
        base_(base_path(text_at(settings, "baseURL"))),
        content_(text_at(settings, "contentDir")),
        ugly_(text_at(settings, "uglyURLs") == "true") {
    if (content_.empty()) content_ = "content";
    for (const char* key : {"permalinks", "permalinks.page"})
      if (const MetaValue* table = find_at(settings, key))
        for (const auto& [section, pattern] : table->members)
          if (pattern.kind == MetaValue::Kind::scalar)
            permalinks_.emplace_back(section, pattern.text);
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "Hugo"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::hugo, {}}; }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    for (const char* folder : {"archetypes", "themes", "layouts", "resources", "static", "public"})
      if (path_matches(folder, path)) return true;
    return false;
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    if (!input.permalink.empty()) return site_address(base_ + '/' + input.permalink);
    const Place place = place_of(input.path);
    const std::string_view section = place.folder.substr(0, place.folder.find('/'));
    for (const auto& [name, pattern] : permalinks_)
      if (name == section && place.stem != "_index") return finish(fill(pattern, place, input));
    std::string_view folder = place.folder;
    std::string_view last = place.stem;
    if (place.bundle) {
      const std::size_t slash = folder.rfind('/');
      last = folder.substr(slash == folder.npos ? 0 : slash + 1);
      folder = slash == folder.npos ? std::string_view{} : folder.substr(0, slash);
    }
    if (!input.slug.empty() && place.stem != "_index") last = input.slug;
    return finish(hugo_path(folder) + '/' + hugo_part(last));
  }

 private:
  [[nodiscard]] Place place_of(std::string_view path) const {
    if (path_matches(content_, path))
      path.remove_prefix(std::min(content_.size() + 1, path.size()));
    const PathName name = split_path(path);
    return {name.folder, name.stem, name.stem == "index" || name.stem == "_index"};
  }
  [[nodiscard]] std::string finish(const std::string& path) const {
    const bool bare = ugly_ && path.size() > 1 && path.back() != '/';
    return site_address(base_ + '/' + path + (bare ? ".html" : "/"));
  }
  /// The tokens of https://gohugo.io/configuration/permalinks/.
  static std::string fill(const std::string& pattern, const Place& place,
                          const AddressInput& input) {
    const std::string_view folder = place.folder;
    const std::string_view file =
        place.bundle ? folder.substr(std::min(folder.rfind('/') + 1, folder.size())) : place.stem;
    const std::string title = hugo_part(input.title.empty() ? file : input.title);
    return fill_template(pattern, [&](std::string_view key) -> std::optional<std::string> {
      if (key == "slug") return input.slug.empty() ? title : hugo_part(input.slug);
      if (key == "title") return title;
      if (key == "filename" || key == "contentbasename") return hugo_part(file);
      if (key == "slugorfilename" || key == "slugorcontentbasename")
        return hugo_part(input.slug.empty() ? file : std::string_view(input.slug));
      if (key == "section") return hugo_part(folder.substr(0, folder.find('/')));
      if (key == "sections") return hugo_path(folder);
      if (key == "monthname") return date_placeholder("long_month", input.date);
      if (key == "weekdayname") return date_placeholder("long_day", input.date);
      if (key == "yearday") return date_placeholder("y_day", input.date);
      return date_placeholder(key, input.date);
    });
  }

  std::string base_;
  std::string content_;
  bool ugly_;
  std::vector<std::pair<std::string, std::string>> permalinks_;
};

}  // namespace

std::unique_ptr<const Generator> make_hugo(std::filesystem::path root, const MetaValue& settings) {
  return std::make_unique<Hugo>(std::move(root), settings);
}

}  // namespace geul::indexer
