// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "common/base/format.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {
namespace {

enum class Ending { slash, none, html, as_written };

/// How a kind of site turns paths into addresses.
struct Rules {
  PathSite site;
  std::string_view name;
  /// Folders that are not part of the address; the first that fits is taken away.
  std::array<std::string_view, 4> roots;
  Ending ending;
};

constexpr std::array<Rules, 7> kRules{{
    // gatsby-starter-blog: content/blog; gatsby-source-filesystem knows no other default.
    {PathSite::gatsby,
     "Gatsby",
     {"content/blog", "content", "contents", "src/pages"},
     Ending::slash},
    // https://docs.astro.build/en/guides/routing/, and the blog template's src/content/blog.
    {PathSite::astro, "Astro", {"src/pages", "src/content", "", ""}, Ending::slash},
    // https://nextjs.org/docs/pages/building-your-application/routing
    {PathSite::next, "Next", {"pages", "src/pages", "src/content", "content"}, Ending::none},
    // https://docusaurus.io/docs/advanced/routing: docs/ and blog/ are in the address.
    {PathSite::docusaurus, "Docusaurus", {"src/pages", "", "", ""}, Ending::none},
    // https://vuepress.vuejs.org/guide/page.html
    {PathSite::vuepress, "VuePress", {"docs", "", "", ""}, Ending::html},
    // https://rust-lang.github.io/mdBook/format/summary.html; src/ comes from book.toml.
    {PathSite::mdbook, "mdBook", {"", "", "", ""}, Ending::html},
    {PathSite::plain, "plain folder", {"", "", "", ""}, Ending::as_written},
}};

const Rules& rules_of(PathSite site) {
  return *std::find_if(kRules.begin(), kRules.end(),
                       [site](const Rules& rules) { return rules.site == site; });
}

bool is_index(std::string_view stem) {
  return stem == "index" || stem == "README" || stem == "readme";
}

/// Docusaurus drops the number before a file's or folder's name: "01-시작.md" -> "시작".
std::string_view without_number(std::string_view part) {
  std::size_t digits = 0;
  while (digits < part.size() && part[digits] >= '0' && part[digits] <= '9') ++digits;
  std::size_t mark = digits;
  while (mark < part.size() &&
         (part[mark] == '-' || part[mark] == '_' || part[mark] == '.' || part[mark] == ' '))
    ++mark;
  return digits == 0 || mark == digits || mark == part.size() ? part : part.substr(mark);
}

std::string docusaurus_folder(std::string_view folder) {
  std::string out;
  for (const std::string_view part : path_parts(folder)) {
    out += out.empty() ? "" : "/";
    out += without_number(part);
  }
  return out;
}

/// blog/2019-05-28-이름.md -> blog/2019/05/28/이름 (https://docusaurus.io/docs/blog).
std::string docusaurus_stem(std::string_view folder, std::string_view stem) {
  const DatedName dated = split_date(stem);
  if (!dated.day || !path_matches("blog", folder)) return std::string(without_number(stem));
  return format("{:04}/{:02}/{:02}/{}", dated.day->year, dated.day->month, dated.day->day,
                dated.rest);
}

class PathGenerator final : public SiteGenerator {
 public:
  PathGenerator(std::filesystem::path root, const Rules& rules, const MetaValue& settings)
      : SiteGenerator(std::move(root), settings_digest(rules.name, settings, {"book.src"})),
        rules_(rules),
        source_(text_at(settings, "book.src")) {
    if (rules_.site == PathSite::mdbook && source_.empty()) source_ = "src";
  }

  [[nodiscard]] std::string_view name() const noexcept override { return rules_.name; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::github, {}}; }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    return rules_.site == PathSite::mdbook && split_path(path).stem == "SUMMARY";
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    if (!input.permalink.empty()) return site_address('/' + input.permalink);
    if (!input.slug.empty() && input.slug.front() == '/') return site_address(input.slug);
    if (rules_.ending == Ending::as_written && input.slug.empty()) return site_address(input.path);
    const PathName name = split_path(below_root(input.path));
    std::string folder(name.folder);
    std::string last(name.stem);
    if (rules_.site == PathSite::docusaurus) {
      last = docusaurus_stem(folder, name.stem);
      folder = docusaurus_folder(folder);
    }
    if (!input.slug.empty()) return finish(slug_folder(folder, name.stem), input.slug);
    return is_index(name.stem) ? site_address('/' + folder + '/') : finish(folder, last);
  }

 private:
  [[nodiscard]] std::string_view below_root(std::string_view path) const {
    if (!source_.empty() && path_matches(source_, path) && path.size() > source_.size())
      return path.substr(source_.size() + 1);
    for (const std::string_view root : rules_.roots)
      if (!root.empty() && path.size() > root.size() && path_matches(root, path))
        return path.substr(root.size() + 1);
    return path;
  }
  /// A slug takes the place of the last part: the folder's name where the file is its index.
  static std::string slug_folder(const std::string& folder, std::string_view stem) {
    if (!is_index(stem)) return folder;
    const std::size_t slash = folder.rfind('/');
    return slash == std::string::npos ? std::string{} : folder.substr(0, slash);
  }
  [[nodiscard]] std::string finish(const std::string& folder, std::string_view last) const {
    std::string path = '/' + folder + '/' + std::string(last);
    if (rules_.ending == Ending::slash) path += '/';
    if (rules_.ending == Ending::html) path += ".html";
    return site_address(path);
  }

  const Rules& rules_;
  std::string source_;
};

}  // namespace

std::unique_ptr<const Generator> make_path_site(PathSite site, std::filesystem::path root,
                                                const MetaValue& settings) {
  return std::make_unique<PathGenerator>(std::move(root), rules_of(site), settings);
}

}  // namespace geul::indexer
