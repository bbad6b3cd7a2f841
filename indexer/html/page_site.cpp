// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_site.hpp"

#include <system_error>
#include <utility>

#include "common/base/hash.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"

namespace geul::indexer {
namespace {

class PageSite final : public SiteGenerator {
 public:
  PageSite(std::filesystem::path root, std::string base)
      : SiteGenerator(std::move(root), to_hex(hash128("built HTML\nbase " + base))),
        base_(std::move(base)) {}

  [[nodiscard]] std::string_view name() const noexcept override { return "built HTML"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::none}; }
  [[nodiscard]] bool excludes(std::string_view /*path*/) const override { return false; }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    if (!input.permalink.empty()) return site_address(input.permalink);
    const PathName name = split_path(input.path);
    return site_address(
        base_ + '/' +
        (name.stem == "index" ? encode_path(name.folder) + '/' : encode_path(input.path)));
  }

 private:
  std::string base_;
};

}  // namespace

std::unique_ptr<const Generator> make_page_site(const std::filesystem::path& source,
                                                const SiteChoice& choice) {
  std::error_code error;
  std::filesystem::path root = source;
  if (!std::filesystem::is_directory(source, error)) root = source.parent_path();
  return std::make_unique<PageSite>(root.empty() ? "." : root, choice.base.value_or(""));
}

}  // namespace geul::indexer
