// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "indexer/generator/generator.hpp"
#include "indexer/post/metadata.hpp"

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

/// Each takes the site's settings as a tree (an empty table without any).

/// Jekyll 4: permalink templates and named styles, collections, defaults, excludes, baseurl,
/// kramdown's anchors (https://jekyllrb.com/docs/permalinks/).
[[nodiscard]] std::unique_ptr<const Generator> make_jekyll(std::filesystem::path root,
                                                           const MetaValue& settings);

/// Hugo: content/ by path, `slug` and `url`, page bundles, `permalinks` templates
/// (https://gohugo.io/content-management/urls/).
[[nodiscard]] std::unique_ptr<const Generator> make_hugo(std::filesystem::path root,
                                                         const MetaValue& settings);

/// Hexo: `permalink` templates for source/_posts (https://hexo.io/docs/permalinks).
[[nodiscard]] std::unique_ptr<const Generator> make_hexo(std::filesystem::path root,
                                                         const MetaValue& settings);

/// Generators whose addresses follow the path below a content folder.
enum class PathSite { gatsby, astro, next, docusaurus, vuepress, mdbook, plain };
[[nodiscard]] std::unique_ptr<const Generator> make_path_site(PathSite site,
                                                              std::filesystem::path root,
                                                              const MetaValue& settings);

}  // namespace geul::indexer
