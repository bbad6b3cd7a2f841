// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/generator: whatever a site's settings say, a post's address never leaves the site.
#include <array>
#include <memory>

#include "common/text/normalize.hpp"
#include "common/text/source_text.hpp"
#include "common/text/utf8.hpp"
#include "indexer/generator/generators.hpp"
#include "indexer/generator/settings.hpp"
#include "indexer/post/post.hpp"
#include "indexer/source/scan.hpp"
#include "tests/fuzz/document_laws.hpp"

namespace geul::fuzz {

namespace {

using indexer::Generator;
using indexer::MetaValue;
using indexer::SiteSettings;

/// Settings, a post's path and the post, parted by lines of two '%'.
struct Parts {
  std::string settings;
  std::string path;
  std::string post;
};

std::string cut_part(std::string_view& rest) {
  constexpr std::string_view kBorder = "%%\n";
  const std::size_t end = std::min(rest.find(kBorder), rest.size());
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + kBorder.size(), rest.size()));
  return std::string(part);
}

Parts parts_of(std::string_view rest) {
  Parts parts{cut_part(rest), cut_part(rest), std::string(rest)};
  std::erase_if(parts.path, [](char c) { return c == '\n' || c == '\0'; });
  parts.path = text::to_nfc(text::to_utf8(parts.path.substr(0, 255)));
  if (!indexer::may_be_post(parts.path)) parts.path += ".md";
  return parts;
}

MetaValue values_of(const std::string& text, std::size_t form) {
  const Result<MetaValue> parsed = form == 0   ? indexer::parse_yaml(text)
                                   : form == 1 ? indexer::parse_toml(text)
                                               : indexer::parse_json_metadata(text, 1);
  if (parsed && parsed->kind == MetaValue::Kind::table) return *parsed;
  MetaValue none;
  none.kind = MetaValue::Kind::table;
  return none;
}

/// A site's settings as they were typed, and as they were read.
struct Typed {
  SiteSettings& settings;
  const std::string& text;
};

using Make = std::unique_ptr<const Generator> (*)(const Typed& typed);

template <indexer::PathSite Site>
std::unique_ptr<const Generator> make_path_site(const Typed& typed) {
  return indexer::make_path_site(Site, "/s", typed.settings);
}

constexpr std::array<Make, 13> kSites{
    [](const Typed& typed) { return indexer::make_jekyll("/s", typed.settings); },
    [](const Typed& typed) { return indexer::make_hugo("/s", typed.settings); },
    [](const Typed& typed) { return indexer::make_hexo("/s", typed.settings); },
    [](const Typed& typed) { return indexer::make_mdbook("/s", typed.settings); },
    make_path_site<indexer::PathSite::astro>,
    make_path_site<indexer::PathSite::gatsby>,
    make_path_site<indexer::PathSite::next>,
    [](const Typed& typed) { return indexer::make_docusaurus("/s", typed.text); },
    [](const Typed& typed) { return indexer::make_vuepress("/s", typed.text); },
    make_path_site<indexer::PathSite::plain>,
    [](const Typed& typed) { return indexer::make_vitepress("/s", typed.text); },
    [](const Typed& typed) { return indexer::make_zola("/s", typed.settings); },
    [](const Typed& typed) { return indexer::make_mkdocs("/s", typed.settings, typed.text); }};

std::unique_ptr<const Generator> make_site(const std::string& text, std::size_t kind) {
  std::vector<Warning> notes;
  SiteSettings settings(values_of(text, kind / kSites.size() % 3), "settings", notes);
  auto site = kSites.at(kind % kSites.size())({settings, text});
  for (const Warning& note : notes) expect(!note.message.empty(), "notes say something");
  return site;
}

}  // namespace

/// The first byte says what site it is, and in what form its settings are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const Parts parts = parts_of(text_of(data, size).substr(1));
  const std::string settings = text::read_source_text(parts.settings).text;
  const auto site = make_site(settings, data[0]);
  expect(!site->fingerprint().empty() &&
             site->fingerprint() == make_site(settings, data[0])->fingerprint(),
         "the same settings, the same fingerprint");
  static_cast<void>(site->excludes(parts.path));
  const indexer::PostSource source{DocumentId("a.md"), "/s/" + parts.path, parts.path};
  if (const auto post = indexer::read_markdown_post(parts.post, source, *site))
    expect_lawful(post->document, parts.post.size());
  return 0;
}

}  // namespace geul::fuzz
