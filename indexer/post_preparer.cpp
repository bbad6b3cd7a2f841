// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post_preparer.hpp"

#include <chrono>
#include <exception>
#include <set>
#include <string_view>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/postings.hpp"
#include "common/text/utf8.hpp"
#include "indexer/html/page_post.hpp"
#include "indexer/source/paths.hpp"

namespace geul::indexer {
namespace {

/// Part of every post's hash. Raise it when reading posts changes what is indexed of them.
constexpr int kReaderVersion = 3;
constexpr std::string_view kDraftMark = "draft";

PostOutcome failed(PostOutcome outcome, PostOutcome::Kind kind, Error reason) {
  outcome.kind = kind;
  outcome.reason = std::move(reason);
  return outcome;
}

/// An io error is about this moment, a limit about the file.
PostOutcome::Kind kind_of_failure(const Error& error) {
  return error.code == ErrorCode::limit ? PostOutcome::Kind::skipped
                                        : PostOutcome::Kind::unreadable;
}

}  // namespace

PostOutcome PostPreparer::prepare(FeedItem item) {
  try {
    return prepare_item(item);
  } catch (const std::exception& error) {
    return failed({.id = item.file->id}, PostOutcome::Kind::unreadable,
                  {ErrorCode::internal,
                   format("reading it failed: {}", error.what()),
                   {},
                   {item.file->path.string(), item.record ? item.record->line : 0}});
  }
}

PostOutcome PostPreparer::prepare_item(const FeedItem& item) {
  if (item.error) {
    PostOutcome outcome{.id = item.file->id};
    const bool one_record = item.error->code == ErrorCode::limit;
    const auto kind = one_record ? PostOutcome::Kind::skipped : PostOutcome::Kind::lost_source;
    return failed(std::move(outcome), kind, *item.error);
  }
  return item.record ? prepare_record(*item.file, *item.record) : prepare_file(*item.file);
}

PostOutcome PostPreparer::prepare_file(const SourceFile& file) {
  PostOutcome outcome{.id = file.id};
  auto bytes = read_file(file.path, kMaxPostBytes);
  if (!bytes) {
    const auto kind = kind_of_failure(bytes.error());
    if (bytes.error().code == ErrorCode::limit)
      bytes.error().hint = "make several posts of it, or exclude it in geul.yaml";
    return failed(std::move(outcome), kind, std::move(bytes.error()));
  }
  outcome.bytes = bytes->size();
  std::string settings = settings_of(*generators_[file.source], file.absolute);
  if (file.marked_only) settings += "\nmarked";
  std::optional<Result<Post>> post;
  std::string words;
  if (compares_words()) {
    post = read_post(file, *bytes);
    if (*post) words = words_in((*post)->document);
  }
  const bool unchanged = is_unchanged(file.id, *bytes, settings, words);
  if (unchanged && !options_.recheck) {
    outcome.kind = PostOutcome::Kind::unchanged;
    return outcome;
  }
  if (!post) post = read_post(file, *bytes);
  if (*post) (*post)->document.path = file.absolute;
  outcome = finish(std::move(outcome), *std::move(post), settings, *bytes);
  if (unchanged && outcome.kind == PostOutcome::Kind::prepared)
    outcome.kind = PostOutcome::Kind::unchanged;
  return outcome;
}

Result<Post> PostPreparer::read_post(const SourceFile& file, std::string_view bytes) const {
  const Generator& generator = *generators_[file.source];
  const PostSource source{file.id, text::to_utf8(file.path.generic_string()),
                          text::to_utf8(path_within(generator.root(), file.path)), facets_, now_};
  if (file.kind == SourceKind::html) {
    std::unique_lock large(large_pages_, std::defer_lock);
    if (bytes.size() > kLargePage) large.lock();
    return read_html_page(bytes, source, generator,
                          file.marked_only ? Unmarked::leave_out : Unmarked::take);
  }
  return read_markdown_post(bytes, source, generator);
}

PostOutcome PostPreparer::prepare_record(const SourceFile& file,
                                         const RecordReader::Record& record) {
  PostOutcome outcome{.id = DocumentId(format("{}:{}", file.id.str(), record.line))};
  outcome.bytes = record.text.size();
  const Generator& generator = *generators_[file.source];
  const std::string path = text::to_utf8(file.path.generic_string());
  std::string settings = settings_of(generator, path);
  const std::string numbered = settings + format("\nplace {}", outcome.id.str());
  auto key = unchanged_record(record.text, settings);
  if (!key) key = unchanged_record(record.text, numbered);
  if (key) {
    outcome.key = *std::move(key);
    outcome.kind = PostOutcome::Kind::unchanged;
    return outcome;
  }
  // A record has no file of its own, so that nothing can be told from its path.
  const PostSource source{outcome.id, path, "", facets_};
  auto post = read_json_post(record.text, record.line, source, generator);
  if (!post) return failed(std::move(outcome), PostOutcome::Kind::skipped, std::move(post.error()));
  // Without an id of its own, its line is its id, and the same bytes elsewhere are another post.
  if (post->document.id == outcome.id) settings = numbered;
  outcome.id = post->document.id;
  post->document.path.clear();  // many records share the file: none of them is it
  const std::string words = compares_words() ? words_in(post->document) : std::string();
  if (!options_.recheck && is_unchanged(outcome.id, record.text, settings, words)) {
    outcome.kind = PostOutcome::Kind::unchanged;
    return outcome;
  }
  return finish(std::move(outcome), std::move(post), settings, record.text);
}

std::int64_t PostPreparer::seconds_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(since).count();
}

/// All that shapes what is indexed of a post beside its bytes.
std::string PostPreparer::settings_of(const Generator& generator, std::string_view path) const {
  std::string settings = format("{}\n{}\n{}", kReaderVersion, generator.fingerprint(), path);
  for (const index::FacetKey& key : facets_) settings.append("\nfacet ").append(key.str());
  for (const index::FieldInfo& field : index::kFields)
    if (const int weight = weights_.*field.weight_in; weight != field.weight())
      settings.append(format("\nweight {} {}", field.name, weight));
  return settings;
}

std::string PostPreparer::words_in(const index::Document& document) const {
  if (!words_.dictionary) return {};
  std::set<std::string_view> found;
  index::visit_pieces(document, [&](index::Field /*field*/, std::string_view text) {
    words_.dictionary->find(text, found);
  });
  std::string words;
  for (const std::string_view word : found) words.append("\n").append(word);
  return words;
}

std::optional<index::DocumentKey> PostPreparer::unchanged_record(
    std::string_view bytes, const std::string& settings) const {
  if (options_.recheck || compares_words()) return std::nullopt;
  const bool settled = words_.dictionary != nullptr;
  const auto key_with = [&](const std::string& all) -> std::optional<index::DocumentKey> {
    const ContentHash hash = hash_of_post(bytes, all);
    auto key = changes_.key_of_source(hash);
    if (key && !settled && !changes_.has_hash(*key, hash)) key.reset();
    return key;
  };
  auto key = key_with(settings);
  if (!key && options_.drafts == Drafts::include)
    key = key_with(settings + std::string(kDraftMark));
  return key;
}

/// Drafts are remembered under a hash of their own, so that a build without --drafts finds them
/// changed, and hides them.
bool PostPreparer::is_unchanged(const DocumentId& id, std::string_view bytes,
                                const std::string& settings, const std::string& words) const {
  const auto is_indexed_with = [&](const std::string& all_settings) {
    const ContentHash hash = hash_of_post(bytes, all_settings);
    if (words_.dictionary && words_.settled) return changes_.has_same_source(id, hash);
    return changes_.is_unchanged(id, with_words(hash, words));
  };
  return is_indexed_with(settings) || (options_.drafts == Drafts::include &&
                                       is_indexed_with(settings + std::string(kDraftMark)));
}

PostOutcome PostPreparer::finish(PostOutcome outcome, Result<Post> post,
                                 const std::string& settings, std::string_view bytes) {
  if (!post) return failed(std::move(outcome), PostOutcome::Kind::skipped, std::move(post.error()));
  outcome.warnings = std::move(post->warnings);
  const bool shown = post->visibility == Visibility::shown;
  if ((!shown && options_.drafts == Drafts::leave_out) ||
      post->visibility == Visibility::left_out) {
    outcome.kind = PostOutcome::Kind::hidden;
    return outcome;
  }
  const std::string mark(shown ? std::string_view{} : kDraftMark);
  const ContentHash hash =
      with_words(hash_of_post(bytes, settings + mark), words_in(post->document));
  outcome.document.emplace(post->document, hash, analyzer_, positions_, weights_);
  outcome.kind = PostOutcome::Kind::prepared;
  return outcome;
}

}  // namespace geul::indexer
