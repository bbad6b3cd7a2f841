// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/generator/generator.hpp"
#include "indexer/generator/settings.hpp"

namespace geul::indexer {

/// What every generator of ours has in common.
class SiteGenerator : public Generator {
 public:
  [[nodiscard]] const std::filesystem::path& root() const noexcept final { return root_; }
  [[nodiscard]] std::string fingerprint() const final { return fingerprint_; }

 protected:
  SiteGenerator(std::filesystem::path root, std::string fingerprint)
      : root_(std::move(root)), fingerprint_(std::move(fingerprint)) {}

 private:
  std::filesystem::path root_;
  std::string fingerprint_;
};

/// Each takes the site's settings (an empty table without any), and notes in them what is of no
/// use.

/// Jekyll 4: permalink templates and named styles, collections, defaults, excludes, baseurl,
/// kramdown's anchors (https://jekyllrb.com/docs/permalinks/).
[[nodiscard]] std::unique_ptr<const Generator> make_jekyll(std::filesystem::path root,
                                                           SiteSettings& settings);

/// Hugo: content/ by path, `slug` and `url`, page bundles, `permalinks` templates
/// (https://gohugo.io/content-management/urls/).
[[nodiscard]] std::unique_ptr<const Generator> make_hugo(std::filesystem::path root,
                                                         SiteSettings& settings);

/// Hexo: `permalink` templates for source/_posts (https://hexo.io/docs/permalinks).
[[nodiscard]] std::unique_ptr<const Generator> make_hexo(std::filesystem::path root,
                                                         SiteSettings& settings);

/// Hugo's settings in config/_default and config/production, laid over `settings`
/// (https://gohugo.io/getting-started/configuration/#configuration-directory).
[[nodiscard]] MetaValue with_hugo_folders(MetaValue settings, const std::filesystem::path& root,
                                          std::vector<Warning>& warnings);

/// Sites whose settings are programs: `program` is the text of that file, of which literals are
/// read; it is never run. `settings` holds none but what geul.yaml chooses.
[[nodiscard]] std::unique_ptr<const Generator> make_docusaurus(std::filesystem::path root,
                                                               SiteSettings& settings,
                                                               const std::string& program);
[[nodiscard]] std::unique_ptr<const Generator> make_vitepress(std::filesystem::path root,
                                                              SiteSettings& settings,
                                                              const std::string& program);
[[nodiscard]] std::unique_ptr<const Generator> make_vuepress(std::filesystem::path root,
                                                             SiteSettings& settings,
                                                             const std::string& program);

/// mdBook: the chapters of SUMMARY.md; Zola: content/ by path, slugs in ASCII; MkDocs: docs/ by
/// path, titles of `nav` (`typed` is the text of mkdocs.yml, which may name Python objects).
[[nodiscard]] std::unique_ptr<const Generator> make_mdbook(std::filesystem::path root,
                                                           SiteSettings& settings);
[[nodiscard]] std::unique_ptr<const Generator> make_zola(std::filesystem::path root,
                                                         SiteSettings& settings);
[[nodiscard]] std::unique_ptr<const Generator> make_mkdocs(std::filesystem::path root,
                                                           SiteSettings& settings,
                                                           const std::string& typed);

/// Sites of which nothing but their kind is known: addresses follow the path below a content
/// folder.
enum class PathSite { gatsby, astro, next, plain };
[[nodiscard]] std::unique_ptr<const Generator> make_path_site(PathSite site,
                                                              std::filesystem::path root,
                                                              SiteSettings& settings);

/// The same with nobody to hear of notes.
[[nodiscard]] inline std::unique_ptr<const Generator> make_jekyll(std::filesystem::path root,
                                                                  const MetaValue& values) {
  std::vector<Warning> unheard;
  SiteSettings settings(values, {}, unheard);
  return make_jekyll(std::move(root), settings);
}
[[nodiscard]] inline std::unique_ptr<const Generator> make_hugo(std::filesystem::path root,
                                                                const MetaValue& values) {
  std::vector<Warning> unheard;
  SiteSettings settings(values, {}, unheard);
  return make_hugo(std::move(root), settings);
}
[[nodiscard]] inline std::unique_ptr<const Generator> make_hexo(std::filesystem::path root,
                                                                const MetaValue& values) {
  std::vector<Warning> unheard;
  SiteSettings settings(values, {}, unheard);
  return make_hexo(std::move(root), settings);
}
[[nodiscard]] inline std::unique_ptr<const Generator> make_path_site(PathSite site,
                                                                     std::filesystem::path root,
                                                                     const MetaValue& values) {
  std::vector<Warning> unheard;
  SiteSettings settings(values, {}, unheard);
  return make_path_site(site, std::move(root), settings);
}
[[nodiscard]] inline std::unique_ptr<const Generator> make_docusaurus(std::filesystem::path root,
                                                                      const std::string& program) {
  std::vector<Warning> unheard;
  SiteSettings settings({}, {}, unheard);
  return make_docusaurus(std::move(root), settings, program);
}
[[nodiscard]] inline std::unique_ptr<const Generator> make_vitepress(std::filesystem::path root,
                                                                     const std::string& program) {
  std::vector<Warning> unheard;
  SiteSettings settings({}, {}, unheard);
  return make_vitepress(std::move(root), settings, program);
}
[[nodiscard]] inline std::unique_ptr<const Generator> make_vuepress(std::filesystem::path root,
                                                                    const std::string& program) {
  std::vector<Warning> unheard;
  SiteSettings settings({}, {}, unheard);
  return make_vuepress(std::move(root), settings, program);
}

}  // namespace geul::indexer
