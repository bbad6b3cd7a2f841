// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/settings.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

class Hexo final : public SiteGenerator {
 public:
  Hexo(std::filesystem::path root, const MetaValue& settings)
      : SiteGenerator(std::move(root),
                      settings_digest("Hexo", settings,
                                      {"root", "source_dir", "permalink", "default_category"})),
        base_(text_at(settings, "root")),
        source_(text_at(settings, "source_dir")),
        pattern_(text_at(settings, "permalink")),
        default_category_(text_at(settings, "default_category")),
        skipped_(texts_at(settings, "skip_render")) {
    if (source_.empty()) source_ = "source";
    if (pattern_.empty()) pattern_ = ":year/:month/:day/:title/";
    if (default_category_.empty()) default_category_ = "uncategorized";
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "Hexo"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::github, {}}; }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    if (path_matches("themes", path) || path_matches("scaffolds", path)) return true;
    const std::string_view below = below_source(path);
    for (const std::string& pattern : skipped_)
      if (path_matches(pattern, below)) return true;
    return false;
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    std::string_view path = below_source(input.path);
    if (!input.permalink.empty()) return site_address(base_ + '/' + input.permalink);
    const bool post = path_matches("_posts", path) || path_matches("_drafts", path);
    if (!post) return site_address(base_ + '/' + page_path(path));
    path.remove_prefix(path.find('/') + 1);
    return site_address(base_ + '/' + fill(path, input));
  }

 private:
  [[nodiscard]] std::string_view below_source(std::string_view path) const {
    if (path.size() > source_.size() && path_matches(source_, path))
      path.remove_prefix(source_.size() + 1);
    return path;
  }
  static std::string page_path(std::string_view path) {
    const PathName name = split_path(path);
    const std::string folder = std::string(name.folder) + '/';
    return name.stem == "index" ? folder : folder + std::string(name.stem) + ".html";
  }
  [[nodiscard]] std::string fill(std::string_view path, const AddressInput& input) const {
    const PathName name = split_path(path);
    const std::string_view title = path.substr(0, path.size() - name.extension.size());
    const std::string_view category =
        input.categories.empty() ? std::string_view(default_category_) : input.categories.back();
    return fill_template(pattern_, [&](std::string_view key) -> std::optional<std::string> {
      if (key == "title") return input.slug.empty() ? std::string(title) : input.slug;
      if (key == "name") return std::string(name.stem);
      if (key == "post_title") return plain_slug(input.title);
      if (key == "category") return std::string(category);
      return date_placeholder(key, input.date);
    });
  }

  std::string base_;
  std::string source_;
  std::string pattern_;
  std::string default_category_;
  std::vector<std::string> skipped_;
};

}  // namespace

std::unique_ptr<const Generator> make_hexo(std::filesystem::path root, const MetaValue& settings) {
  return std::make_unique<Hexo>(std::move(root), settings);
}

}  // namespace geul::indexer
