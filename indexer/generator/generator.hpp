// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/calendar.hpp"
#include "common/base/result.hpp"
#include "indexer/post/metadata.hpp"

namespace geul::indexer {

/// The rule by which a heading's text becomes an anchor (SLUGS.md cites each).
enum class AnchorRule {
  none,             ///< headings get no anchors, but for those that the author wrote
  kramdown,         ///< kramdown's own: ASCII letters and digits alone
  kramdown_gfm,     ///< kramdown's GFM parser, which Jekyll uses unless told otherwise
  github,           ///< github-slugger: Gatsby, Astro, Docusaurus …
  hugo,             ///< Hugo's autoHeadingIDType "github"
  hugo_ascii,       ///< "github-ascii"
  blackfriday,      ///< "blackfriday"
  hexo,             ///< hexo-renderer-marked
  hexo_lower,       ///< the same with modifyAnchors: 1
  mdit_vue,         ///< VitePress, VuePress: markdown-it-anchor with @mdit-vue/shared
  mdbook,           ///< mdBook
  python_markdown,  ///< MkDocs: Python-Markdown's toc, which keeps ASCII alone
  python_unicode,   ///< the same with toc.slugify_unicode
  pymdownx,         ///< pymdownx.slugs.slugify with case: lower
  zola,             ///< Zola's slugify.anchors "on"
  zola_safe,        ///< "safe" and "off"
};

/// How a site makes its headings' anchors.
struct AnchorStyle {
  AnchorRule rule = AnchorRule::github;
  std::string prefix = {};  ///< put before each made anchor (kramdown's auto_id_prefix)
  bool takes_ids = true;    ///< {#id} behind a heading is its anchor; else it is text
};

/// A heading as far as rules look at it.
struct HeadingText {
  std::string text;              ///< without markup, white space as it was typed
  std::string text_with_images;  ///< the same with what images are described by
  std::string source;            ///< in Markdown, without the marks that make it a heading
};

/// Makes the anchors of one page, in the order of its headings: a second heading of the same text
/// gets another anchor.
/// Cost  expected constant a heading, whatever the other headings are.
class AnchorMaker {
 public:
  explicit AnchorMaker(AnchorStyle style) : style_(std::move(style)) {}
  /// The next heading's anchor. One without letters gets the generator's substitute ("section"
  /// with kramdown, "heading" with Hugo), or nothing where the generator gives none.
  [[nodiscard]] std::string anchor(const HeadingText& heading);
  /// Keeps an anchor that the author wrote ({#id}) from being given again, where the generator
  /// does so (Hugo).
  void reserve(std::string_view anchor);

 private:
  [[nodiscard]] std::string number(std::string slug);
  [[nodiscard]] std::string underscored(std::string slug);

  AnchorStyle style_;
  std::unordered_map<std::string, std::size_t> used_;  ///< anchor -> the last number behind it
};

/// What a generator's rules may look at of a post.
struct AddressInput {
  std::string path;  ///< relative to the site's root, '/'-separated
  std::string title;
  std::string slug;       ///< front matter `slug`; empty without
  std::string permalink;  ///< front matter `permalink` or `url`; empty without
  std::vector<std::string> categories;
  std::optional<LocalTime> date;
  const MetaValue* front_matter = nullptr;  ///< as complete() left it; null for a record
  bool has_front_matter = true;             ///< the file begins with it, be it empty
};

/// Whether a site shows a post.
enum class Publication {
  as_written,  ///< the generator leaves it to the post (draft, published)
  shown,       ///< whatever the post says: the settings show drafts
  hidden,      ///< dated in the future, expired, or no page of its own
};

/// A site generator as far as geul needs to know it: what its settings say of addresses, anchors
/// and files that are no posts. Immutable; any number of threads may read.
class Generator {
 public:
  virtual ~Generator() = default;
  [[nodiscard]] virtual std::string_view name() const noexcept = 0;
  /// Adds to a post's front matter what its place and the settings say of it (defaults, categories
  /// from folders), where the post itself says nothing.
  virtual void complete(MetaValue& front_matter, std::string_view path) const;
  /// Whether the site shows the post at `now` (seconds since 1970-01-01 UTC).
  [[nodiscard]] virtual Publication publication(const AddressInput& input, std::int64_t now) const;
  /// The post's address from the site's root ("/blog/2022/07/28/title/"), percent-encoded;
  /// never leaves the site: no scheme, no "..", no control characters.
  [[nodiscard]] virtual std::string address(const AddressInput& input) const = 0;
  [[nodiscard]] virtual AnchorStyle anchors() const noexcept = 0;
  /// Files and folders (relative to root(), '/'-separated) that the site's own settings exclude.
  [[nodiscard]] virtual bool excludes(std::string_view path) const = 0;
  /// The site's folder: that of the settings, or the folder given to recognize().
  [[nodiscard]] virtual const std::filesystem::path& root() const noexcept = 0;
  /// Differs whenever settings differ that shape a post: its address, its anchors. Posts are read
  /// anew when it changes.
  [[nodiscard]] virtual std::string fingerprint() const = 0;
};

/// The generator whose settings lie in `folder` or in the nearest folder above it that holds a
/// site; a plain folder of Markdown where there is none. Settings are read, never run.
/// `warnings` gets what could not be understood in them.
[[nodiscard]] std::unique_ptr<const Generator> recognize(const std::filesystem::path& folder,
                                                         std::vector<Warning>& warnings);

/// The folders that recognize(folder) looks into, and the names of files and folders there (but for
/// their extension) that can change what it finds.
[[nodiscard]] std::vector<std::filesystem::path> folders_with_settings(
    const std::filesystem::path& folder);
[[nodiscard]] bool is_settings_name(const std::filesystem::path& name);

}  // namespace geul::indexer
