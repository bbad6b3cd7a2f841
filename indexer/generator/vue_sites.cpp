// SPDX-License-Identifier: GPL-2.0-or-later
// VitePress: https://vitepress.dev/guide/routing and /reference/site-config; VuePress:
// https://vuepress.vuejs.org/guide/page.html and /reference/config.html.
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/program_text.hpp"

namespace geul::indexer {
namespace {

enum class Vue { vitepress, vuepress };

class VueSite final : public SiteGenerator {
 public:
  VueSite(Vue kind, std::filesystem::path root, SiteSettings& settings, const std::string& program)
      : SiteGenerator(
            std::move(root),
            settings_digest(kind == Vue::vitepress ? "VitePress" : "VuePress", settings, {}) +
                to_digest(program)),
        kind_(kind),
        base_(settings.base("base", literal_of_key(program, "base").value_or(""))),
        source_(kind == Vue::vitepress
                    ? plain_folder(literal_of_key(program, "srcDir").value_or(""))
                    : std::string()),
        clean_(literal_of_key(program, "cleanUrls").value_or("") == "true") {}

  [[nodiscard]] std::string_view name() const noexcept override {
    return kind_ == Vue::vitepress ? "VitePress" : "VuePress";
  }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::mdit_vue, {}}; }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    const bool around =
        source_.empty() || path == source_ || lies_in(source_, path) || lies_in(path, source_);
    return !around || path_matches("**/node_modules", path) || path_matches("node_modules", path);
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    if (kind_ == Vue::vuepress && !input.permalink.empty())
      return site_address(base_ + '/' + input.permalink);
    const PathName name = split_path(below_folder(source_, input.path));
    const bool index = name.stem == "index" ||
                       (kind_ == Vue::vuepress && (name.stem == "README" || name.stem == "readme"));
    const std::string folder = base_ + '/' + encode_path(name.folder) + '/';
    if (index) return site_address(folder);
    return site_address(folder + encode_path(name.stem) + (clean_ ? "" : ".html"));
  }

 private:
  static std::string to_digest(const std::string& program) {
    std::string digest;
    for (const char* key : {"base", "srcDir", "cleanUrls"})
      digest += literal_of_key(program, key).value_or("") + '\n';
    return digest;
  }

  Vue kind_;
  std::string base_;
  std::string source_;
  bool clean_;
};

}  // namespace

std::unique_ptr<const Generator> make_vitepress(std::filesystem::path root, SiteSettings& settings,
                                                const std::string& program) {
  return std::make_unique<VueSite>(Vue::vitepress, std::move(root), settings, program);
}

std::unique_ptr<const Generator> make_vuepress(std::filesystem::path root, SiteSettings& settings,
                                               const std::string& program) {
  return std::make_unique<VueSite>(Vue::vuepress, std::move(root), settings, program);
}

}  // namespace geul::indexer
