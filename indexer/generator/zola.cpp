// SPDX-License-Identifier: GPL-2.0-or-later
// https://www.getzola.org/documentation/content/page/, /content/section/, /content/multilingual/
// and /getting-started/configuration/.
#include <algorithm>

#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

/// `slugify.paths` and `slugify.anchors`.
enum class Slugs { on, safe, off };

Slugs slugs_of(SiteSettings& settings, std::string_view key) {
  const std::string typed = settings.text(key, "on");
  if (typed == "off") return Slugs::off;
  if (typed == "safe") return Slugs::safe;
  if (typed != "on") settings.note(key, "neither on, safe nor off; taken for on");
  return Slugs::on;
}

/// What Zola takes out of a path's part where it does not slugify it.
std::string safe_part(std::string_view part) {
  constexpr std::string_view kUnsafe = "<>:\"/\\|?*#()[]\n";
  std::string out;
  for (const char c : part)
    if (kUnsafe.find(c) == kUnsafe.npos) out += c == ' ' ? '_' : c;
  return out;
}

class Zola final : public SiteGenerator {
 public:
  Zola(std::filesystem::path root, SiteSettings& settings)
      : SiteGenerator(std::move(root),
                      settings_digest("Zola", settings,
                                      {"base_url", "slugify", "default_language", "languages"})),
        base_(settings.base("base_url", path_of_address(settings.text("base_url")))),
        default_language_(settings.text("default_language", "en")),
        paths_(slugs_of(settings, "slugify.paths")),
        keeps_dates_(settings.flag("slugify.paths_keep_dates", false)) {
    const Slugs anchors = slugs_of(settings, "slugify.anchors");
    anchors_.rule = anchors == Slugs::on ? AnchorRule::zola : AnchorRule::zola_safe;
    if (const MetaValue* languages = settings.table("languages"))
      for (const MetaMember& language : languages->members) languages_.push_back(language.key);
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "Zola"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return anchors_; }
  [[nodiscard]] Publication publication(const AddressInput& input,
                                        std::int64_t /*now*/) const override {
    const bool hidden =
        input.front_matter != nullptr && text_at(*input.front_matter, "render") == "false";
    return hidden ? Publication::hidden : Publication::as_written;
  }
  [[nodiscard]] bool excludes(std::string_view path) const override {
    if (path != kContent && !lies_in(kContent, path)) return true;
    return !split_path(path).extension.empty() && is_resource(path);
  }
  [[nodiscard]] std::string address(const AddressInput& input) const override;

 private:
  static constexpr std::string_view kContent = "content";

  /// A file beside a page's index.md belongs to that page.
  [[nodiscard]] bool is_resource(std::string_view path) const {
    const std::string_view stem = split_path(path).stem;
    if (stem == "index" || stem.starts_with("index.") || stem.starts_with("_index")) return false;
    const std::filesystem::path folder = root() / std::filesystem::path(folder_above(path));
    return folder_above(path) != kContent && is_file_at(folder / "index.md");
  }
  [[nodiscard]] std::string part(std::string_view text) const {
    if (paths_ == Slugs::on) return ascii_slug(text);
    return paths_ == Slugs::safe ? safe_part(text) : std::string(text);
  }

  std::string base_;
  std::string default_language_;
  Slugs paths_;
  bool keeps_dates_;
  std::vector<std::string> languages_;
  AnchorStyle anchors_;
};

std::string Zola::address(const AddressInput& input) const {
  const PathName name = split_path(below_folder(kContent, input.path));
  std::string_view stem = name.stem;
  std::string prefix;
  const PathName inner = split_path(stem);
  if (inner.extension.size() > 1 &&
      std::ranges::find(languages_, inner.extension.substr(1)) != languages_.end()) {
    if (inner.extension.substr(1) != default_language_)
      prefix = '/' + std::string(inner.extension.substr(1));
    stem = inner.stem;
  }
  if (input.front_matter != nullptr)
    if (const std::string path = text_at(*input.front_matter, "path"); !path.empty())
      return site_address(base_ + '/' + path + '/');
  std::string_view folder = name.folder;
  const bool section = stem == "_index";
  if (stem == "index") {
    stem = last_name(folder);
    folder = folder_above(folder);
  }
  std::string path = base_ + prefix + '/';
  for (const std::string_view each : path_parts(folder)) path += encode_path(part(each)) + '/';
  if (section) return site_address(path);
  const DatedName dated = split_date(stem);
  if (dated.day && !keeps_dates_ && !dated.rest.empty()) stem = dated.rest;
  return site_address(path + encode_path(input.slug.empty() ? part(stem) : part(input.slug)) + '/');
}

}  // namespace

std::unique_ptr<const Generator> make_zola(std::filesystem::path root, SiteSettings& settings) {
  return std::make_unique<Zola>(std::move(root), settings);
}

}  // namespace geul::indexer
