// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/post.hpp"

#include <algorithm>

#include "common/base/format.hpp"
#include "common/text/source_text.hpp"
#include "indexer/post/dates.hpp"
#include "indexer/post/facet_values.hpp"
#include "indexer/post/front_matter.hpp"
#include "indexer/post/markdown.hpp"
#include "indexer/post/markdown_fences.hpp"
#include "indexer/post/names.hpp"
#include "indexer/post/post_address.hpp"
#include "indexer/post/post_parts.hpp"
#include "indexer/post/summary.hpp"
#include "indexer/post/text_lines.hpp"
#include "indexer/post/title.hpp"
#include "indexer/post/values.hpp"
#include "indexer/post/visibility.hpp"

namespace geul::indexer {
namespace {

bool has_text(const index::Document& document) {
  return std::any_of(document.sections.begin(), document.sections.end(), [](const auto& section) {
    return !section.text.empty() || !section.code.empty() || !section.heading.empty();
  });
}

/// A merge that was never finished shows to readers, too: the author will want to know.
void warn_of_conflicts(std::string_view text, WarningList& warnings) {
  FenceTracker fences;
  for (Lines lines(text); lines.next();)
    if (!fences.is_code(lines.line()) && conflict_mark(lines.line()) == ConflictMark::ours)
      return warnings.add(lines.number(), "marks of an unresolved merge (<<<<<<<)");
}

}  // namespace

void read_values(const MetaValue& values, const PostSource& source, Post& post,
                 WarningList& warnings) {
  index::Document& document = post.document;
  document.id = source.id;
  document.path = clean_line(source.path);
  document.title = read_text(values, {"title"}, warnings);
  document.summary = read_summary(values, warnings);
  document.language = read_text(values, {"lang", "language", "locale"}, warnings);
  document.series = read_text(values, {"series", "extra.series"}, warnings);
  document.tags = read_tags(values, warnings);
  document.categories = read_categories(values, warnings);
  document.authors = read_authors(values, warnings);
  document.facets = read_facets(values, source.facets, warnings);
  document.date = read_publication(values, source.site_path, warnings);
  document.updated = read_update(values, warnings);
  post.visibility = read_visibility(values, source.site_path, warnings);
  warn_of_repeated_keys(values, warnings);
}

Result<void> complete(Post& post, const PostSource& source) {
  index::Document& document = post.document;
  if (document.title.empty() && !has_text(document))
    return fail(ErrorCode::malformed, "nothing in it to index: no text and no title",
                "give it a title or some text, or exclude it", Place{source.path, 0});
  if (document.title.empty()) document.title = first_heading(document.sections);
  if (document.title.empty()) document.title = title_of_path(source.site_path);
  return {};
}

void warn_of_encoding(const text::SourceText& source, WarningList& warnings) {
  if (source.replaced_bytes > 0)
    warnings.add(0, format("{} {} no {} text; shown as U+FFFD", source.replaced_bytes,
                           source.replaced_bytes == 1 ? "byte is" : "bytes are",
                           text::name_of(source.encoding)));
  if (source.removed_nuls > 0)
    warnings.add(0, format("{} NUL {} left out", source.removed_nuls,
                           source.removed_nuls == 1 ? "byte" : "bytes"));
}

Result<Post> read_markdown_post(std::string_view bytes, const PostSource& source,
                                const Generator& generator) {
  const text::SourceText text = text::read_source_text(bytes);
  WarningList warnings(source.path);
  warn_of_encoding(text, warnings);
  warn_of_conflicts(text.text, warnings);
  FrontMatter front_matter = read_front_matter(text.text, source.path);
  warnings.add_all(std::move(front_matter.warnings));
  generator.complete(front_matter.values, source.site_path);
  Post post;
  read_values(front_matter.values, source, post, warnings);
  const std::string_view body = std::string_view(text.text).substr(front_matter.body_begin);
  post.document.sections = read_sections(body, generator.anchors());
  for (index::Section& section : post.document.sections)
    section.file_offset = text.offsets.to_file(front_matter.body_begin + section.file_offset);
  if (auto done = complete(post, source); !done) return fail(std::move(done.error()));
  AddressInput input =
      read_address_input(front_matter.values, source.site_path, post.document, warnings);
  input.has_front_matter = front_matter.body_begin > 0;
  post.visibility = as_published(post.visibility, generator.publication(input, source.now));
  post.document.url = generator.address(input);
  post.warnings = warnings.take();
  return post;
}

Result<Post> read_json_post(std::string_view record, std::size_t line, const PostSource& source,
                            const Generator& generator) {
  const Place place{source.path, line};
  Result<MetaValue> values = parse_json_metadata(record, line);
  if (!values)
    return fail(values.error().code, values.error().message,
                values.error().code == ErrorCode::limit
                    ? "a record is a post: leave out what is none of it"
                    : "one JSON object a line",
                place);
  if (values->kind != MetaValue::Kind::table)
    return fail(ErrorCode::malformed, "no JSON object", "one JSON object a line", place);
  WarningList warnings(source.path);
  Post post;
  read_values(*values, source, post, warnings);
  if (std::string id = read_text(*values, {"id", "_id"}, warnings); !id.empty())
    post.document.id = DocumentId(std::move(id));
  if (const MetaValue* body = first_of(*values, {"body", "text", "content"}))
    post.document.sections =
        read_sections(text::read_source_text(body->text).text, generator.anchors());
  // An offset in a text with JSON's escapes means nothing in the file.
  for (index::Section& section : post.document.sections) section.file_offset = 0;
  if (auto done = complete(post, source); !done) {
    done.error().place.line = line;
    return fail(std::move(done.error()));
  }
  post.document.url =
      read_record_address(*values, source.site_path, post.document, generator, warnings);
  post.warnings = warnings.take();
  return post;
}

}  // namespace geul::indexer
