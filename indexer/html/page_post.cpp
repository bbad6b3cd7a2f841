// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html/page_post.hpp"

#include <algorithm>
#include <utility>

#include "common/text/source_text.hpp"
#include "indexer/generator/address.hpp"
#include "indexer/generator/page_files.hpp"
#include "indexer/html/page_content.hpp"
#include "indexer/html/page_facts.hpp"
#include "indexer/html/page_sections.hpp"
#include "indexer/html/page_tree.hpp"
#include "indexer/post/post_parts.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

std::string percent_decoded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto byte = percent_encoded_byte(text);
    out += byte.value_or(text.front());
    text.remove_prefix(byte ? 3 : 1);
  }
  return out;
}

/// The ways to write a page's address on a site that lies at the root of its host.
std::vector<std::string> addresses_of(std::string_view path) {
  const PathName name = split_path(path);
  std::string folder = '/' + std::string(name.folder);
  if (name.stem == "index") {
    std::vector<std::string> forms{'/' + std::string(path)};
    if (name.folder.empty()) return {forms.front(), "/"};
    forms.insert(forms.end(), {folder + '/', folder});
    return forms;
  }
  if (!name.folder.empty()) folder += '/';
  const std::string plain = folder + std::string(name.stem);
  return {'/' + std::string(path), plain, plain + '/'};
}

/// "ko", "zh-cn", "pt_BR", "zh-Hans".
bool is_language(std::string_view name) {
  constexpr std::size_t kCode = 2;
  constexpr std::size_t kLongestRegion = 4;
  if (name.size() < kCode || !is_letter(name[0]) || !is_letter(name[1])) return false;
  if (name.size() == kCode) return true;
  const std::string_view region = name.substr(kCode + 1);
  return (name[kCode] == '-' || name[kCode] == '_') && region.size() >= kCode &&
         region.size() <= kLongestRegion && std::ranges::all_of(region, is_letter);
}

/// Deeper, or in another folder, "404" is what somebody called a post.
bool is_error_page(std::string_view path) {
  const PathName name = split_path(path);
  std::string_view folder = name.folder;
  if (name.stem == "index") {
    if (last_name(folder) != "404") return false;
    folder = folder_above(folder);
  } else if (name.stem != "404") {
    return false;
  }
  return folder.empty() || is_language(folder);
}

Visibility visibility_of(const PageFacts& facts, bool is_marked, std::string_view path,
                         Unmarked unmarked) {
  const bool unwanted = unmarked == Unmarked::leave_out && !is_marked;
  if (facts.redirects || unwanted || is_error_page(path)) return Visibility::left_out;
  return facts.is_noindex ? Visibility::unpublished : Visibility::shown;
}

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with('/');
}

/// "https://example.org"; empty where an address names no host.
std::string_view host_of(std::string_view address) {
  const std::size_t begin = address.find("//");
  if (begin == std::string_view::npos || address.find('/') < begin) return {};
  return address.substr(0, address.find_first_of("/?#", begin + 2));
}

std::string path_at_host(const std::string& address) {
  std::string path = path_of_address(address);
  path.erase(std::min(path.find_first_of("?#"), path.size()));
  return path;
}

/// Whether a site may lie at `base`, going by its home page, which has no name of its own to tell.
bool may_be_base(std::string_view base, std::string_view host,
                 const std::vector<std::string>& resources) {
  if (base.empty()) return true;
  const std::string below = std::string(base) + '/';
  bool known = false;
  for (const std::string& resource : resources) {
    if (!is_address(resource)) continue;
    const std::string_view where = host_of(resource);
    if (!where.empty() && where != host) continue;
    if (percent_decoded(path_at_host(resource)).starts_with(below)) return true;
    known = true;
  }
  return !known && base.find('/', 1) == std::string_view::npos;
}

std::string address_of(const PageFacts& facts, const PostSource& source,
                       const index::Document& document, const Generator& generator) {
  AddressInput input;
  input.path = source.site_path;
  input.title = document.title;
  input.permalink = own_address(facts.addresses, source.site_path, facts.resources);
  input.categories = document.categories;
  input.date = document.date;
  input.has_front_matter = false;
  return generator.address(input);
}

}  // namespace

std::string own_address(const std::vector<std::string>& addresses, std::string_view path,
                        const std::vector<std::string>& resources) {
  const std::vector<std::string> forms = addresses_of(path);
  for (const std::string& address : addresses) {
    if (!is_address(address)) continue;
    std::string own = path_at_host(address);
    const std::string decoded = percent_decoded(own);
    for (const std::string& form : forms) {
      if (!decoded.ends_with(form)) continue;
      const std::string_view base =
          std::string_view(decoded).substr(0, decoded.size() - form.size());
      if (forms.back() != "/" || may_be_base(base, host_of(address), resources)) return own;
    }
  }
  return {};
}

bool marks_matter(std::string_view bytes) {
  const bool named = bytes.find("data-geul-body") != std::string_view::npos ||
                     bytes.find("data-pagefind-body") != std::string_view::npos;
  if (!named) return false;
  const auto page = PageTree::parse(text::read_source_text(bytes).text);
  return page && find_content(*page).is_marked;
}

Result<Post> read_html_page(std::string_view bytes, const PostSource& source,
                            const Generator& generator, Unmarked unmarked) {
  text::SourceText text = text::read_source_text(bytes);
  WarningList warnings(source.path);
  warn_of_encoding(text, warnings);
  Result<PageTree> page = PageTree::parse(std::move(text.text));
  if (!page) {
    page.error().place.file = source.path;
    return fail(std::move(page.error()));
  }
  const PageContent content = find_content(*page);
  const PageFacts facts = read_facts(*page, content);
  Post post;
  read_values(facts.values, source, post, warnings);
  index::Document& document = post.document;
  document.title = facts.title;
  document.summary = facts.description;
  post.visibility = visibility_of(facts, content.is_marked, source.site_path, unmarked);
  if (post.visibility != Visibility::left_out) {
    document.sections = read_page_sections(*page, content, document.title);
    for (index::Section& section : document.sections)
      section.file_offset = text.offsets.to_file(section.file_offset);
    if (auto done = complete(post, source); !done) return fail(std::move(done.error()));
  }
  document.url = address_of(facts, source, document, generator);
  post.warnings = warnings.take();
  return post;
}

}  // namespace geul::indexer
