// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/generator/mapped.hpp"

#include <algorithm>
#include <array>

#include "common/base/format.hpp"
#include "common/base/hash.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

constexpr std::array<std::string_view, 4> kNames{"path", "slug", "name", "title"};

class Mapped final : public Generator {
 public:
  Mapped(std::unique_ptr<const Generator> generator, const std::vector<AddressRule>& rules)
      : generator_(std::move(generator)), rules_(rules) {
    std::string all;
    for (const AddressRule& rule : rules) all += format("{}\n{}\n", rule.folder, rule.address);
    fingerprint_ = generator_->fingerprint() + to_hex(hash128(all));
  }

  [[nodiscard]] std::string_view name() const noexcept override { return generator_->name(); }
  void complete(MetaValue& front_matter, std::string_view path) const override {
    generator_->complete(front_matter, path);
  }
  [[nodiscard]] Publication publication(const AddressInput& input,
                                        std::int64_t now) const override {
    return generator_->publication(input, now);
  }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return generator_->anchors(); }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    return generator_->excludes(path);
  }
  [[nodiscard]] const std::filesystem::path& root() const noexcept override {
    return generator_->root();
  }
  [[nodiscard]] std::string fingerprint() const override { return fingerprint_; }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    const auto row = std::ranges::find_if(
        rules_, [&](const AddressRule& rule) { return lies_in(rule.folder, input.path); });
    if (row == rules_.end() || !input.permalink.empty()) return generator_->address(input);
    return fill(*row, input);
  }

 private:
  static std::string fill(const AddressRule& row, const AddressInput& input) {
    const PathName file = split_path(below_folder(row.folder, input.path));
    std::string path(file.folder);
    if (file.stem != "index") path += (path.empty() ? "" : "/") + std::string(file.stem);
    return site_address(
        fill_template(row.address, [&](std::string_view name) -> std::optional<std::string> {
          if (name == "path") return encode_path(path);
          if (name == "slug") return encode_path(input.slug.empty() ? path : input.slug);
          if (name == "name") return encode_path(last_name(path));
          if (name == "title") return encode_path(jekyll_slug(input.title, SlugMode::letters));
          return date_placeholder(name, input.date);
        }));
  }

  std::unique_ptr<const Generator> generator_;
  std::vector<AddressRule> rules_;
  std::string fingerprint_;
};

}  // namespace

std::unique_ptr<const Generator> map_addresses(std::unique_ptr<const Generator> generator,
                                               const std::vector<AddressRule>& rules) {
  if (rules.empty()) return generator;
  return std::make_unique<Mapped>(std::move(generator), rules);
}

std::vector<std::string> unknown_names(std::string_view address) {
  std::vector<std::string> unknown;
  (void)fill_template(
      address,
      [](std::string_view name) -> std::optional<std::string> {
        const bool known =
            std::ranges::find(kNames, name) != kNames.end() || date_placeholder(name, std::nullopt);
        return known ? std::optional<std::string>("") : std::nullopt;
      },
      [&](std::string_view name) { unknown.emplace_back(name); });
  return unknown;
}

}  // namespace geul::indexer
