// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {
namespace {

enum class Ending { slash, none, as_written };

/// How a kind of site turns paths into addresses.
struct Rules {
  PathSite site;
  std::string_view name;
  /// Folders that are not part of the address; the first that fits is taken away.
  std::array<std::string_view, 4> roots;
  Ending ending;
};

constexpr std::array<Rules, 4> kRules{{
    // gatsby-starter-blog: content/blog; gatsby-source-filesystem knows no other default.
    {PathSite::gatsby,
     "Gatsby",
     {"content/blog", "content", "contents", "src/pages"},
     Ending::slash},
    // https://docs.astro.build/en/guides/routing/, and the blog template's src/content/blog.
    {PathSite::astro, "Astro", {"src/pages", "src/content", "", ""}, Ending::slash},
    // https://nextjs.org/docs/pages/building-your-application/routing
    {PathSite::next, "Next", {"pages", "src/pages", "src/content", "content"}, Ending::none},
    {PathSite::plain, "plain folder", {"", "", "", ""}, Ending::as_written},
}};

const Rules& rules_of(PathSite site) {
  return *std::find_if(kRules.begin(), kRules.end(),
                       [site](const Rules& rules) { return rules.site == site; });
}

bool is_index(std::string_view stem) {
  return stem == "index" || stem == "README" || stem == "readme";
}

class PathGenerator final : public SiteGenerator {
 public:
  PathGenerator(std::filesystem::path root, const Rules& rules, SiteSettings& settings)
      : SiteGenerator(std::move(root), settings_digest(rules.name, settings, {})),
        base_(settings.base({}, {})),
        rules_(rules) {}

  [[nodiscard]] std::string_view name() const noexcept override { return rules_.name; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::github, {}}; }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    return rules_.site != PathSite::plain &&
           (path == "node_modules" || path_matches("**/node_modules", path));
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    std::string address = within_site(input);
    if (base_.empty() || (!input.permalink.empty() && begins_with_base(address))) return address;
    return site_address(base_ + address);
  }

 private:
  /// Exports of records give whole addresses.
  [[nodiscard]] bool begins_with_base(std::string_view address) const {
    return address.starts_with(site_address(base_ + '/'));
  }
  [[nodiscard]] std::string within_site(const AddressInput& input) const {
    if (!input.permalink.empty()) return site_address('/' + input.permalink);
    if (!input.slug.empty() && input.slug.front() == '/') return site_address(input.slug);
    if (rules_.ending == Ending::as_written && input.slug.empty()) return site_address(input.path);
    const PathName name = split_path(below_root(input.path));
    std::string folder(name.folder);
    std::string last(name.stem);
    if (!input.slug.empty()) return finish(slug_folder(folder, name.stem), input.slug);
    return is_index(name.stem) ? site_address('/' + folder + '/') : finish(folder, last);
  }
  [[nodiscard]] std::string_view below_root(std::string_view path) const {
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
    return site_address(path);
  }

  std::string base_;
  const Rules& rules_;
};

}  // namespace

std::unique_ptr<const Generator> make_path_site(PathSite site, std::filesystem::path root,
                                                SiteSettings& settings) {
  return std::make_unique<PathGenerator>(std::move(root), rules_of(site), settings);
}

}  // namespace geul::indexer
