// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/letters.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/hexo_rule.hpp"
#include "indexer/generator/permalink.hpp"
#include "indexer/generator/site_time.hpp"
#include "indexer/generator/slug.hpp"

namespace geul::indexer {
namespace {

bool ends_as_file(std::string_view path) {
  return path.ends_with('/') || path.ends_with(".html");
}

/// A category's way down from the top; of several ways, the last (models/post.js, setCategories).
std::vector<std::string> last_hierarchy(const MetaValue& value) {
  if (value.kind == MetaValue::Kind::scalar) return {value.text};
  const bool nested = std::ranges::any_of(
      value.items, [](const MetaValue& item) { return item.kind == MetaValue::Kind::list; });
  if (nested) return last_hierarchy(value.items.back());
  std::vector<std::string> names;
  for (const MetaValue& item : value.items)
    if (!item.text.empty()) names.push_back(item.text);
  return names;
}

/// A clock put forward by minutes.
LocalTime shifted(const LocalTime& time, int minutes) {
  return clock_at(clock_seconds(time) + std::int64_t{minutes} * 60, text::TimeZone::utc());
}

class Hexo final : public SiteGenerator {
 public:
  Hexo(std::filesystem::path root, SiteSettings& settings)
      : SiteGenerator(std::move(root), digest(settings)),
        base_(base_path(settings)),
        source_(settings.text("source_dir", "source")),
        pattern_(settings.text("permalink", ":year/:month/:day/:title/")),
        default_category_(settings.text("default_category", "uncategorized")),
        file_rule_(settings.text("new_post_name", ":title.md")),
        filename_case_(settings.text("filename_case")),
        asset_folder_(settings.flag("post_asset_folder", false)),
        trailing_index_(settings.flag("pretty_urls.trailing_index", true)),
        trailing_html_(settings.flag("pretty_urls.trailing_html", true)),
        future_(settings.flag("future", true)),
        drafts_(settings.flag("render_drafts", false)),
        unrendered_(settings.texts("skip_render")),
        excluded_(settings.texts("exclude")),
        included_(settings.texts("include")),
        ignored_(settings.texts("ignore")),
        zone_(site_zone(settings, "timezone", {"language"})),
        machine_(default_zone(settings, {"language"})) {
    settings.tell("permalink", pattern_, "permalink");
    read_names(settings, "category_map", category_map_);
    read_names(settings, "permalink_defaults", defaults_);
    read_anchors(settings);
    for (const char* key : {":hash", ":id"})
      if (pattern_.find(key) != std::string::npos)
        settings.note("permalink",
                      format("{} is Hexo's own number; the address cannot be told", key));
    while (source_.ends_with('/')) source_.pop_back();
  }

  [[nodiscard]] std::string_view name() const noexcept override { return "Hexo"; }
  [[nodiscard]] AnchorStyle anchors() const noexcept override { return anchors_; }
  void complete(MetaValue& front_matter, std::string_view path) const override;
  [[nodiscard]] Publication publication(const AddressInput& input, std::int64_t now) const override;
  [[nodiscard]] bool excludes(std::string_view path) const override;
  [[nodiscard]] std::string address(const AddressInput& input) const override;

 private:
  static std::string digest(SiteSettings& settings) {
    return settings_digest(
               "Hexo", settings,
               {"root", "source_dir", "permalink", "default_category", "new_post_name",
                "filename_case", "post_asset_folder", "pretty_urls", "future", "render_drafts",
                "timezone", "category_map", "permalink_defaults", "marked", "url"}) +
           default_zone(settings, {"language"}).name();
  }
  /// `root`, else the path of `url`.
  static std::string base_path(SiteSettings& settings) {
    const std::string root = settings.text("root");
    const std::string url = settings.text("url");
    const std::size_t scheme = url.find("://");
    const std::size_t path = scheme == std::string::npos ? scheme : url.find('/', scheme + 3);
    if (root.empty() && path != std::string::npos) return settings.base("url", url.substr(path));
    return settings.base("root", root);
  }
  static void read_names(SiteSettings& settings, std::string_view key, HexoNames& names) {
    if (const MetaValue* table = settings.table(key))
      for (const auto& [name, value] : table->members) names.insert_or_assign(name, value.text);
  }
  void read_anchors(SiteSettings& settings) {
    const std::string modify = settings.text("marked.modifyAnchors", "0");
    if (modify == "1") anchors_.rule = AnchorRule::hexo_lower;
    if (modify == "2")
      settings.note("marked.modifyAnchors", "2 is not supported; anchors keep their case");
    if (!settings.flag("marked.headerIds", true)) anchors_.rule = AnchorRule::none;
    if (settings.find("markdown") != nullptr)
      settings.note("markdown", "of another renderer; anchors are those of hexo-renderer-marked");
  }

  [[nodiscard]] bool is_outside(std::string_view path) const;
  [[nodiscard]] std::string_view below_source(std::string_view path) const;
  [[nodiscard]] std::string pretty(std::string path) const;
  [[nodiscard]] std::string page_path(const AddressInput& input, std::string_view path) const;
  [[nodiscard]] std::string post_path(const AddressInput& input, std::string_view path) const;
  [[nodiscard]] std::optional<LocalTime> date_of(const AddressInput& input,
                                                 const HexoNames& name) const;
  [[nodiscard]] std::string category_of(const AddressInput& input) const;
  [[nodiscard]] std::string parameter(std::string_view key, const AddressInput& input,
                                      const HexoNames& name,
                                      const std::optional<LocalTime>& date) const;
  [[nodiscard]] bool matches_any(const std::vector<std::string>& patterns,
                                 std::string_view path) const;

  std::string base_;
  std::string source_;
  std::string pattern_;
  std::string default_category_;
  HexoFileRule file_rule_;
  std::string filename_case_;
  bool asset_folder_;
  bool trailing_index_;
  bool trailing_html_;
  bool future_;
  bool drafts_;
  std::vector<std::string> unrendered_;
  std::vector<std::string> excluded_;
  std::vector<std::string> included_;
  std::vector<std::string> ignored_;
  text::TimeZone zone_;
  text::TimeZone machine_;
  HexoNames category_map_;
  HexoNames defaults_;
  AnchorStyle anchors_{AnchorRule::hexo, {}, false};
};

std::string_view Hexo::below_source(std::string_view path) const {
  if (path.size() > source_.size() && path_matches(source_, path))
    path.remove_prefix(source_.size() + 1);
  return path;
}

bool Hexo::is_outside(std::string_view path) const {
  return !path_matches(source_, path) && !path_matches(path, source_);
}

/// A category or tag of several words is one to Hexo.
void Hexo::complete(MetaValue& front_matter, std::string_view /*path*/) const {
  for (MetaMember& member : front_matter.members) {
    const bool names = member.key == "categories" || member.key == "tags" || member.key == "tag" ||
                       member.key == "category";
    MetaValue& value = member.value;
    if (!names || value.kind != MetaValue::Kind::scalar) continue;
    if (value.text.find(',') != std::string::npos) continue;
    MetaValue list;
    list.kind = MetaValue::Kind::list;
    list.line = value.line;
    list.items.push_back(std::move(value));
    value = std::move(list);
  }
}

/// As hexo-front-matter and lib/plugins/processor/post.js read it: what YAML takes for a moment is
/// the clock of UTC at that moment, any other text the clock of this machine; that clock is taken
/// for one in the site's zone, and shown in the machine's.
std::optional<LocalTime> Hexo::date_of(const AddressInput& input, const HexoNames& name) const {
  const MetaValue* written =
      input.front_matter == nullptr ? nullptr : input.front_matter->find("date");
  if (written == nullptr && input.front_matter != nullptr) {
    const auto part = [&name](const char* padded, const char* bare) {
      const auto found = name.contains(padded) ? name.find(padded) : name.find(bare);
      return found == name.end() ? std::string("?") : found->second;
    };
    const DatedName dated = split_date(part("year", "year") + '-' + part("month", "i_month") + '-' +
                                       part("day", "i_day"));
    if (!dated.day) return input.date;
    LocalTime day;
    day.day = *dated.day;
    return day;
  }
  if (!input.date || written == nullptr) return input.date;
  LocalTime time = *input.date;
  if (time.offset_minutes && is_yaml_moment(*written))
    time = shifted(time, -*time.offset_minutes);
  else if (time.offset_minutes)
    time = clock_at(moment_of(time, machine_), machine_);
  time.offset_minutes.reset();
  return clock_at(moment_of(time, zone_), machine_);
}

Publication Hexo::publication(const AddressInput& input, std::int64_t now) const {
  if (input.front_matter == nullptr) return Publication::as_written;
  const std::string_view path = below_source(input.path);
  const bool draft = path_matches("_drafts", path);
  const bool post = draft || path_matches("_posts", path);
  const auto date = date_of(input, {});
  if (post && !future_ && date && moment_of(*date, zone_) > now) return Publication::hidden;
  return drafts_ && post ? Publication::shown : Publication::as_written;
}

bool Hexo::matches_any(const std::vector<std::string>& patterns, std::string_view path) const {
  return std::ranges::any_of(patterns,
                             [path](const std::string& p) { return path_matches(p, path); });
}

bool Hexo::excludes(std::string_view path) const {
  if (is_outside(path)) return true;
  const std::string_view below = below_source(path);
  if (below == path || below == "_posts" || below == "_drafts") return false;
  if (matches_any(unrendered_, below) || matches_any(ignored_, path)) return true;
  const bool post = path_matches("_posts", below) || path_matches("_drafts", below);
  if (!post && matches_any(excluded_, below)) return true;
  const std::string_view inner = post ? below.substr(below.find('/') + 1) : below;
  if (below.ends_with('~') || below.ends_with('%')) return true;
  bool hidden = false;
  for (const std::string_view part : path_parts(inner))
    hidden = hidden || part.starts_with('_') || part.starts_with('.');
  return hidden && (post || !matches_any(included_, below));
}

/// hexo-util, pretty_urls.
std::string Hexo::pretty(std::string path) const {
  constexpr std::string_view kIndex = "/index.html";
  constexpr std::string_view kHtml = ".html";
  if (path.ends_with(kIndex)) {
    if (!trailing_index_) path.resize(path.size() - kIndex.size() + 1);
  } else if (!trailing_html_ && path.ends_with(kHtml)) {
    path.resize(path.size() - kHtml.size());
  }
  return path;
}

std::string Hexo::page_path(const AddressInput& input, std::string_view path) const {
  if (input.permalink.empty()) {
    const PathName name = split_path(path);
    return encode_path(path.substr(0, path.size() - name.extension.size())) + ".html";
  }
  std::string permalink = input.permalink;
  if (permalink.ends_with('/')) permalink += "index";
  if (split_path(permalink).extension.empty()) permalink += ".html";
  return permalink;
}

std::string Hexo::category_of(const AddressInput& input) const {
  std::vector<std::string> names = input.categories;
  if (input.front_matter != nullptr) {
    const MetaValue* value = input.front_matter->find("categories");
    if (value == nullptr || value->kind == MetaValue::Kind::null)
      value = input.front_matter->find("category");
    names = value == nullptr ? std::vector<std::string>{} : last_hierarchy(*value);
  }
  std::string path;
  for (const std::string& name : names) {
    const auto mapped = category_map_.find(name);
    std::string slug = hexo_slug(mapped == category_map_.end() ? name : mapped->second);
    if (filename_case_ == "1") slug = text::lower_case_in_full(slug);
    path += (path.empty() ? "" : "/") + slug;
  }
  return path.empty() ? default_category_ : path;
}

std::string Hexo::parameter(std::string_view key, const AddressInput& input, const HexoNames& name,
                            const std::optional<LocalTime>& date) const {
  const std::string& slug = name.find("title")->second;
  if (key == "title") return slug;
  if (key == "name") return std::string(split_path(slug + "/").folder).substr(slug.rfind('/') + 1);
  if (key == "post_title") return text::lower_case_in_full(hexo_slug(input.title));
  if (key == "category") return category_of(input);
  if (key == "timestamp" && date) return format("{}", moment_of(*date, zone_));
  for (const char* own : {"year", "month", "day", "hour", "minute", "second", "i_month", "i_day"})
    if (key == own) return date_placeholder(key, date).value_or("");
  if (const auto part = name.find(key); part != name.end()) return part->second;
  const MetaValue* value = input.front_matter == nullptr ? nullptr : input.front_matter->find(key);
  if (value != nullptr && value->kind == MetaValue::Kind::scalar) return value->text;
  if (key == "layout") return "post";
  const auto otherwise = defaults_.find(key);
  return otherwise == defaults_.end() ? "undefined" : otherwise->second;
}

std::string Hexo::post_path(const AddressInput& input, std::string_view path) const {
  std::string filled;
  if (!input.permalink.empty()) {
    filled = input.permalink;
  } else {
    const HexoNames name =
        file_rule_.parse(path.substr(0, path.size() - split_path(path).extension.size()));
    const auto date = date_of(input, name);
    read_hexo_rule(
        pattern_,
        [&](std::string_view text) {
          if (filled.size() <= kLongestAddress) filled += text;
        },
        [&](std::string_view key) {
          if (filled.size() <= kLongestAddress)
            filled += encode_path(parameter(key, input, name, date));
        });
  }
  if (asset_folder_ && !ends_as_file(filled)) filled += '/';
  return filled;
}

std::string Hexo::address(const AddressInput& input) const {
  AddressInput own = input;
  if (input.front_matter != nullptr) own.permalink = text_at(*input.front_matter, "permalink");
  const std::string_view path = below_source(input.path);
  const bool post = path_matches("_posts", path) || path_matches("_drafts", path);
  const std::string found =
      post ? post_path(own, path.substr(path.find('/') + 1)) : page_path(own, path);
  return site_address(pretty(base_ + '/' + found));
}

}  // namespace

std::unique_ptr<const Generator> make_hexo(std::filesystem::path root, SiteSettings& settings) {
  return std::make_unique<Hexo>(std::move(root), settings);
}

}  // namespace geul::indexer
