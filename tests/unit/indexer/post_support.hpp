// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "indexer/generator/generators.hpp"
#include "indexer/post/metadata.hpp"
#include "indexer/post/post.hpp"

namespace geul::test {

/// A generator with the settings given as YAML, in a time zone of its own.
inline std::unique_ptr<const indexer::Generator> jekyll(const std::string& yaml = "") {
  return indexer::make_jekyll("/site",
                              indexer::parse_yaml("timezone: Asia/Seoul\n" + yaml).value());
}

/// Reads a post as a Jekyll site without settings would have it.
inline Result<indexer::Post> read_post(std::string_view bytes,
                                       const std::string& path = "_posts/2020-01-02-name.md") {
  const indexer::PostSource source{DocumentId(path), "/site/" + path, path};
  return indexer::read_markdown_post(bytes, source, *jekyll());
}

/// A post with that front matter and a line of text.
inline indexer::Post with_front_matter(std::string_view front_matter) {
  return read_post("---\n" + std::string(front_matter) + "\n---\n본문 한 줄\n").value();
}

}  // namespace geul::test
