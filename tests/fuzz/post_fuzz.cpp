// SPDX-License-Identifier: GPL-2.0-or-later
// indexer/post/post.hpp: any bytes are a Markdown post or a reason, at every kind of site.
#include "indexer/post/post.hpp"

#include <array>

#include "indexer/generator/generators.hpp"
#include "tests/fuzz/document_laws.hpp"

namespace geul::fuzz {

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::array sites{indexer::make_jekyll("/s", {}), indexer::make_hugo("/s", {}),
                                indexer::make_hexo("/s", {}),
                                indexer::make_path_site(indexer::PathSite::plain, "/s", {})};
  static const std::array facets{index::FacetKey("series"), index::FacetKey("lang")};
  const std::string path = "_posts/2024-01-02-name.md";
  const indexer::Generator& site = *sites.at(size % sites.size());
  const auto post = indexer::read_markdown_post(
      text_of(data, size), {DocumentId(path), "/s/" + path, path, facets}, site);
  if (post) {
    expect_lawful(post->document, size);
  } else {
    expect(!post.error().message.empty(), "a reason");
  }
  return 0;
}

}  // namespace geul::fuzz
