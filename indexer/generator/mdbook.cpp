// SPDX-License-Identifier: GPL-2.0-or-later
// https://rust-lang.github.io/mdBook/format/summary.html and /format/configuration/renderers.html.
#include <set>

#include "common/base/hash.hpp"
#include "common/text/normalize.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"

namespace geul::indexer {
namespace {

constexpr std::size_t kMostChapters = 100'000;

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = percent_encoded_byte(text.substr(i));
    out += byte.value_or(text[i]);
    if (byte) i += 2;
  }
  return out;
}

/// The files that SUMMARY.md links to: "[제목](a/b.md)", "[제목](<a b.md>)".
std::set<std::string, std::less<>> chapters_in(std::string_view summary) {
  std::set<std::string, std::less<>> chapters;
  for (std::size_t at = summary.find("]("); at != summary.npos && chapters.size() < kMostChapters;
       at = summary.find("](", at + 2)) {
    const bool angled = summary.substr(at + 2, 1) == "<";
    const std::size_t begin = at + 2 + (angled ? 1 : 0);
    const std::size_t end = summary.find_first_of(angled ? ">\n" : ")\n", begin);
    if (end == summary.npos || summary[end] == '\n') continue;
    const std::string link = percent_decoded(summary.substr(begin, end - begin));
    if (!link.empty()) chapters.insert(text::to_nfc(plain_folder(link)));
  }
  return chapters;
}

class MdBook final : public SiteGenerator {
 public:
  MdBook(std::filesystem::path root, SiteSettings& settings, std::string source,
         const std::string& summary)
      : SiteGenerator(std::move(root),
                      settings_digest("mdBook", settings, {"book.src", "output.html.site-url"}) +
                          to_hex(hash128(summary))),
        base_(settings.base("output.html.site-url", settings.text("output.html.site-url"))),
        source_(std::move(source)),
        chapters_(chapters_in(summary)) {}

  [[nodiscard]] std::string_view name() const noexcept override { return "mdBook"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return {AnchorRule::mdbook, {}}; }
  /// Only what SUMMARY.md names is a page.
  [[nodiscard]] Publication publication(const AddressInput& input,
                                        std::int64_t /*now*/) const override {
    const bool listed =
        chapters_.empty() || chapters_.contains(text::to_nfc(below_folder(source_, input.path)));
    return input.front_matter == nullptr || listed ? Publication::as_written : Publication::hidden;
  }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    if (!source_.empty() && path != source_ && !lies_in(source_, path) && !lies_in(path, source_))
      return true;
    return split_path(path).stem == "SUMMARY";
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override {
    const PathName name = split_path(below_folder(source_, input.path));
    const std::string folder = base_ + '/' + encode_path(name.folder) + '/';
    const bool index = name.stem == "README" || name.stem == "readme" || name.stem == "index";
    return site_address(folder + (index ? "" : encode_path(name.stem) + ".html"));
  }

 private:
  std::string base_;
  std::string source_;
  std::set<std::string, std::less<>> chapters_;
};

}  // namespace

std::unique_ptr<const Generator> make_mdbook(std::filesystem::path root, SiteSettings& settings) {
  std::string source = plain_folder(settings.text("book.src", "src"));
  const std::string summary = small_file(root / source / "SUMMARY.md");
  return std::make_unique<MdBook>(std::move(root), settings, std::move(source), summary);
}

}  // namespace geul::indexer
