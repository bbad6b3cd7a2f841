// SPDX-License-Identifier: GPL-2.0-or-later
// https://docusaurus.io/docs/create-doc, /docs/blog, /docs/versioning, /docs/i18n/introduction and
// /docs/api/docusaurus-config.
#include <algorithm>
#include <vector>

#include "common/base/format.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/program_text.hpp"

namespace geul::indexer {
namespace {

/// The number before a file's or folder's name goes: "01-시작.md" is "시작".
std::string_view without_number(std::string_view part) {
  std::size_t digits = 0;
  while (digits < part.size() && part[digits] >= '0' && part[digits] <= '9') ++digits;
  std::size_t mark = digits;
  while (mark < part.size() &&
         (part[mark] == '-' || part[mark] == '_' || part[mark] == '.' || part[mark] == ' '))
    ++mark;
  return digits == 0 || mark == digits || mark == part.size() ? part : part.substr(mark);
}

std::string without_numbers(std::string_view folder) {
  std::string out;
  for (const std::string_view part : path_parts(folder)) {
    if (!out.empty()) out += '/';
    out += without_number(part);
  }
  return out;
}

/// Where a file belongs: to the docs, the blog or the pages of a language.
struct Place {
  enum class Kind { docs, blog, pages };
  Kind kind = Kind::pages;
  std::string prefix;      ///< the language's and the version's part of the address
  std::string_view below;  ///< the path from the kind's folder on
};

class Docusaurus final : public SiteGenerator {
 public:
  Docusaurus(std::filesystem::path root, SiteSettings& settings, const std::string& program,
             const std::string& versions)
      : SiteGenerator(std::move(root), digest(settings, program, versions)),
        base_(settings.base("baseUrl", literal_of_key(program, "baseUrl").value_or("/"))),
        docs_route_(route_of(program, "docs")),
        blog_route_(route_of(program, "blog")),
        default_locale_(literal_of_key(program, "defaultLocale").value_or("en")),
        slash_(literal_of_key(program, "trailingSlash").value_or("") == "true") {
    const auto list = parse_json_metadata(versions, 1);
    if (list)
      for (const MetaValue& version : list->items) versions_.push_back(version.text);
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "Docusaurus"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::github, {}}; }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    for (const std::string_view part : path_parts(path))
      if (part.starts_with('_') || part == "node_modules" || part == "__tests__") return true;
    return path == "build" || lies_in("build", path);
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override;

 private:
  static std::string digest(const SiteSettings& settings, const std::string& program,
                            const std::string& versions) {
    std::string all = settings_digest("Docusaurus", settings, {}) + versions;
    for (const char* key : {"baseUrl", "routeBasePath", "defaultLocale", "trailingSlash"})
      all += literal_of_key(program, key).value_or("") + '\n';
    return all;
  }
  /// routeBasePath as the part of the program on docs or blog gives it.
  static std::string route_of(const std::string& program, std::string_view part) {
    for (const std::string_view before : {": {", ":{"}) {
      const std::size_t at = program.find(std::string(part) + std::string(before));
      if (at == std::string::npos) continue;
      const std::size_t end = std::min(program.find('}', at), program.size());
      if (const auto route =
              literal_of_key(std::string_view(program).substr(at, end - at), "routeBasePath"))
        return plain_folder(*route);
    }
    return std::string(part);
  }

  [[nodiscard]] Place place_of(std::string_view path) const;
  [[nodiscard]] std::string version_part(std::string_view version) const;
  [[nodiscard]] std::string finish(std::string path) const {
    if (slash_ && !path.ends_with('/')) path += '/';
    return site_address(path);
  }

  std::string base_;
  std::string docs_route_;
  std::string blog_route_;
  std::string default_locale_;
  bool slash_;
  std::vector<std::string> versions_;  ///< the newest first
};

/// The newest version stands at the docs' own address, docs/ itself at "next".
std::string Docusaurus::version_part(std::string_view version) const {
  if (versions_.empty()) return "";
  if (version == "current") return "/next";
  if (version == versions_.front()) return "";
  return '/' + std::string(version);
}

Place Docusaurus::place_of(std::string_view path) const {
  Place place;
  if (lies_in("i18n", path)) {
    path = below_folder("i18n", path);
    const std::string_view locale = first_folder(path);
    if (locale != default_locale_) place.prefix = '/' + std::string(locale);
    path = below_folder(locale, path);
    const std::string_view plugin = first_folder(path);
    path = below_folder(plugin, path);
    if (plugin.ends_with("-docs")) {
      const std::string_view version = first_folder(path);
      place.kind = Place::Kind::docs;
      place.prefix += '/' + docs_route_ +
                      version_part(version.starts_with("version-") ? version.substr(8) : version);
      place.below = below_folder(version, path);
      return place;
    }
    place.kind = plugin.ends_with("-blog") ? Place::Kind::blog : Place::Kind::pages;
    place.below = path;
  } else if (lies_in("versioned_docs", path)) {
    path = below_folder("versioned_docs", path);
    const std::string_view version = first_folder(path);
    place = {Place::Kind::docs, {}, below_folder(version, path)};
    place.prefix = '/' + docs_route_ +
                   version_part(version.starts_with("version-") ? version.substr(8) : version);
    return place;
  } else if (lies_in("docs", path)) {
    place = {Place::Kind::docs, '/' + docs_route_ + version_part("current"),
             below_folder("docs", path)};
    return place;
  } else if (lies_in("blog", path)) {
    place = {Place::Kind::blog, {}, below_folder("blog", path)};
  } else {
    place = {Place::Kind::pages, {}, below_folder("src/pages", path)};
  }
  if (place.kind == Place::Kind::blog) place.prefix += '/' + blog_route_;
  return place;
}

/// blog/2019-05-28-이름.md and blog/2019-05-28-이름/index.md are /blog/2019/05/28/이름.
std::string blog_path(const AddressInput& input, std::string_view below) {
  const PathName name = split_path(below);
  std::string_view folder = name.folder;
  std::string_view last = name.stem;
  if (last == "index" && !folder.empty()) {
    last = last_name(folder);
    folder = folder_above(folder);
  }
  const DatedName dated = split_date(last);
  std::string path = '/' + std::string(folder) + '/';
  if (dated.day)
    path += format("{:04}/{:02}/{:02}/", dated.day->year, dated.day->month, dated.day->day);
  else if (input.date)
    path += format("{:04}/{:02}/{:02}/", input.date->day.year, input.date->day.month,
                   input.date->day.day);
  return encode_path(path) + encode_path(dated.day ? dated.rest : last);
}

/// A folder's index: index.md, README.md, or a file of the folder's own name.
bool is_index(std::string_view folder, std::string_view stem) {
  return stem == "index" || stem == "README" || stem == "readme" ||
         (!folder.empty() && last_name(folder) == stem);
}

std::string Docusaurus::address(const AddressInput& input) const {
  const Place place = place_of(input.path);
  const PathName name = split_path(place.below);
  const std::string front = base_ + place.prefix;
  const std::string folder = encode_path(
      place.kind == Place::Kind::docs ? without_numbers(name.folder) : std::string(name.folder));
  if (input.slug.starts_with('/')) return finish(front + input.slug);
  if (!input.slug.empty() && place.kind == Place::Kind::blog)
    return finish(front + '/' + input.slug);
  if (!input.slug.empty() && place.kind == Place::Kind::docs)
    return finish(front + '/' + folder + '/' + input.slug);
  if (place.kind == Place::Kind::blog) return finish(front + blog_path(input, place.below));
  const bool docs = place.kind == Place::Kind::docs;
  const std::string_view stem = docs ? without_number(name.stem) : name.stem;
  const std::string id =
      docs && input.front_matter != nullptr ? text_at(*input.front_matter, "id") : std::string();
  if (id.empty() && is_index(folder.empty() || !docs ? "" : without_numbers(name.folder), stem))
    return site_address(front + '/' + folder + '/');
  return finish(front + '/' + folder + '/' + (id.empty() ? encode_path(stem) : encode_path(id)));
}

}  // namespace

std::unique_ptr<const Generator> make_docusaurus(std::filesystem::path root, SiteSettings& settings,
                                                 const std::string& program) {
  const std::string versions = small_file(root / "versions.json");
  return std::make_unique<Docusaurus>(std::move(root), settings, program, versions);
}

}  // namespace geul::indexer
