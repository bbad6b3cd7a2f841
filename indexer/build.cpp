// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/build.hpp"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "common/base/files.hpp"
#include "common/base/format.hpp"
#include "common/index/contents.hpp"
#include "common/index/reader.hpp"
#include "common/index/sharded_writer.hpp"
#include "indexer/chunk_writer.hpp"
#include "indexer/config.hpp"
#include "indexer/generator/generator.hpp"
#include "indexer/generator/mapped.hpp"
#include "indexer/html/page_post.hpp"
#include "indexer/post_preparer.hpp"
#include "indexer/source/changes.hpp"
#include "indexer/source/chunk_reader.hpp"
#include "indexer/source/chunked_pipeline.hpp"
#include "indexer/source/feed.hpp"
#include "indexer/source/ordered_pipeline.hpp"
#include "indexer/source/paths.hpp"
#include "indexer/source/scan.hpp"
#include "indexer/source_site.hpp"

namespace geul::indexer {
namespace {

/// Held in memory by all threads that write a new database, of records, as index::kBatchBytes of
/// batches; and the least for each thread, so that segments are no smaller than that, and batches
/// not of a few posts.
constexpr std::size_t kRecordBytes = std::size_t{64} << 20U;
constexpr std::size_t kLeastBytes = std::size_t{8} << 20U;

std::size_t share_of(std::size_t bytes, std::size_t jobs) {
  return std::max(bytes / jobs, kLeastBytes);
}

/// The generator with the addresses that the configuration gives to folders.
std::unique_ptr<const Generator> mapped_by(const Config& config,
                                           std::unique_ptr<const Generator> generator) {
  std::vector<AddressRule> rules;
  for (const Config::Address& entry : config.addresses) {
    std::string folder = path_within(generator->root(), entry.folder);
    rules.push_back({folder == "." ? std::string() : std::move(folder), entry.address});
  }
  return map_addresses(std::move(generator), rules);
}

/// One build from its first look at the sources to its last commit.
class Build {
 public:
  Build(const BuildOptions& options, BuildListener& listener)
      : options_(options), listener_(listener) {}

  Result<BuildReport> run() {
    auto done = find_posts()
                    .and_then([this] { return open_database(); })
                    .and_then([this] { return check_sources(); })
                    .and_then([this] { return keep_settings(); })
                    .and_then([this] { return read_posts(); })
                    .and_then([this] { return remove_absent(); })
                    .and_then([this] { return commit(); });
    if (!done) return fail(done.error());
    return report_;
  }

 private:
  Result<void> find_posts() {
    auto config = config_for(options_.config, options_.sources);
    if (!config) return fail(config.error());
    settings_ = config->settings;
    words_.dictionary = analysis::make_dictionary(settings_.words);
    warn(config->warnings);
    const std::vector<std::string> sources = sources_of(*config, options_.sources);
    if (sources.empty()) return fail_without_sources(*config);
    report_.files = files_of(*config, options_.files);
    for (const std::string& source : sources) {
      std::vector<Warning> warnings;
      Site site = site_of(source, report_.files, config->choice(), warnings);
      generators_.push_back(mapped_by(*config, std::move(site.generator)));
      prefixes_.push_back(prefix_within(generators_.back()->root(), source));
      warn(warnings);
    }
    const auto exclude = [&](std::size_t source, std::string_view path) {
      return config->excludes(path) || generator_excludes(source, path);
    };
    auto scanned = scan(sources, exclude, options_.entering, report_.files);
    if (!scanned) return fail(scanned.error());
    scan_ = std::move(*scanned);
    warn(scan_.warnings);
    leave_out_unmarked();
    return {};
  }

  static Failure fail_without_sources(const Config& config) {
    if (config.file.empty())
      return fail(ErrorCode::usage, "no sources to index", "name a folder of posts");
    return fail(ErrorCode::usage, "no SOURCE given, and this file names no sources",
                "name a folder of posts on the command line, or write sources: [_posts] here",
                {config.file.string(), 0});
  }

  /// Where a page of a SOURCE marks its matter, the others are none: a first look at all of them.
  void leave_out_unmarked() {
    std::vector<bool> marked(generators_.size());
    for (const SourceFile& file : scan_.files) {
      if (file.kind != SourceKind::html || marked[file.source]) continue;
      const auto bytes = read_file(file.path, PostPreparer::kMaxPostBytes);
      marked[file.source] = bytes && marks_matter(*bytes);
    }
    for (SourceFile& file : scan_.files) file.marked_only = marked[file.source];
  }

  /// A generator's own list counts from its site's root, not from the SOURCE.
  [[nodiscard]] bool generator_excludes(std::size_t source, std::string_view path) const {
    return generators_[source]->excludes(prefixes_[source] + std::string(path));
  }

  Result<void> open_database() {
    if (options_.effect == Effect::pretend) return open_to_pretend();
    auto writer = index::ShardedWriter::open(options_.database, options_.mode, options_.shards);
    if (!writer) return fail(writer.error());
    writer_.emplace(std::move(*writer));
    auto contents = writer_->contents();
    if (!contents) return fail(contents.error());
    changes_.emplace(std::move(*contents));
    return {};
  }

  Result<void> open_to_pretend() {
    if (options_.mode == index::OpenMode::replace) {
      changes_.emplace(index::Contents{});
      return {};
    }
    auto contents = index::read_contents(options_.database);
    if (!contents && contents.error().code != ErrorCode::not_found) return fail(contents.error());
    changes_.emplace(contents ? std::move(*contents) : index::Contents{});
    return {};
  }

  Result<void> check_sources() {
    if (!scan_.files.empty() || changes_->indexed() == 0) return {};
    return fail_without_posts();
  }

  [[nodiscard]] Failure fail_without_posts() const {
    return fail(
        ErrorCode::conflict,
        format("found no posts in the sources, but the database holds {}", changes_->indexed()),
        "check the sources; to empty the database all the same, use --rebuild");
  }

  [[nodiscard]] Failure fail_without_records(std::ptrdiff_t records) const {
    const bool is_input = without_records_ == "-";
    return fail(ErrorCode::conflict,
                format("{} holds no record, and {} that the database holds would be removed",
                       is_input ? "the standard input" : without_records_.string(), records),
                "look at what should have written it; to remove them all the same, leave it out");
  }

  /// In the batch of the first posts. Until the last one, posts may be known by the old words, and
  /// a reader is offered the facets that both the old and the new settings have.
  Result<void> keep_settings() {
    const auto kept = writer_ ? writer_->settings() : settings_to_pretend();
    if (!kept) return fail(kept.error());
    if (auto fits = settle_positions(kept->positions); !fits) return fits;
    words_.settled = kept->words == settings_.words && !kept->unsettled;
    settings_.unsettled = !words_.settled;
    if (!writer_) return {};
    index::Settings meanwhile = settings_;
    std::erase_if(meanwhile.facets, [&kept](const std::string& facet) {
      return std::ranges::find(kept->facets, facet) == kept->facets.end();
    });
    return writer_->set_settings(meanwhile);
  }

  /// Phrases over posts of which some have positions would find some of what they should.
  Result<void> settle_positions(bool kept) {
    const bool wanted = options_.positions == index::Positions::keep;
    const bool is_new = changes_->indexed() == 0;
    settings_.positions = is_new ? wanted : kept;
    if (is_new || wanted || !kept) return {};
    return fail(ErrorCode::conflict,
                format("{} has positions, which --no-positions is to leave out", options_.database),
                "begin anew with --rebuild");
  }

  [[nodiscard]] Result<index::Settings> settings_to_pretend() const {
    if (options_.mode == index::OpenMode::replace) return index::Settings{};
    const auto reader = index::Reader::open({options_.database});
    if (reader) return reader->settings();
    if (reader.error().code == ErrorCode::not_found) return index::Settings{};
    return fail(reader.error());
  }

  Result<void> read_posts() {
    Feed feed(scan_.files);
    const bool is_new = writer_ && writer_->takes_segments();
    if (is_new && options_.jobs > 1)
      read_chunks(feed);
    else
      read_one_by_one(feed);
    without_records_ = feed.without_records();
    if (failure_) return fail(*failure_);
    return {};
  }

  /// Several threads read, this one writes.
  void read_one_by_one(Feed& feed) {
    std::size_t done = 0;
    const auto take_next = [&](PostOutcome outcome) {
      const bool taken = take(outcome);
      progress_to(++done);
      return taken;
    };
    OrderedPipeline<FeedItem, PostOutcome> pipeline([&feed] { return feed.next(); },
                                                    [this] { return make_reader(); }, take_next);
    pipeline.run(options_.jobs);
  }

  [[nodiscard]] std::function<PostOutcome(FeedItem)> make_reader() const {
    auto preparer = std::make_shared<PostPreparer>(make_preparer());
    return [preparer](FeedItem item) { return preparer->prepare(std::move(item)); };
  }

  [[nodiscard]] PostPreparer make_preparer() const {
    return {options_, settings_, generators_, *changes_, words_, large_pages_};
  }

  /// Several threads read and write segments, this one puts them together.
  void read_chunks(Feed& feed) {
    ChunkLimits limits = options_.chunks;
    limits.bytes = std::min(limits.bytes, share_of(kRecordBytes, options_.jobs));
    ChunkReader reader(feed, limits);
    std::atomic<std::size_t> done = 0;
    const auto tell = [&](bool go_on) {
      progress_to(done);
      return go_on;
    };
    ChunkedPipeline<FeedItem, ChunkOutcome> pipeline(
        [&reader] { return reader.next(); }, [&] { return make_writer(done); },
        [&](ChunkOutcome outcome) { return tell(take_chunk(std::move(outcome))); },
        [&] { return tell(!is_stopped()); }, options_.chunks.smallest);
    pipeline.run(options_.jobs);
  }

  [[nodiscard]] ChunkedPipeline<FeedItem, ChunkOutcome>::Worker make_writer(
      std::atomic<std::size_t>& done) {
    const std::size_t batch_bytes = share_of(index::kBatchBytes, options_.jobs);
    auto writer = std::make_shared<ChunkWriter>(
        make_preparer(), [this, batch_bytes] { return writer_->new_segment(batch_bytes); },
        *changes_, done);
    return [writer](const ChunkWriter::Items& items) { return writer->write(items); };
  }

  bool take_chunk(ChunkOutcome chunk) {
    std::vector<index::DocumentKey> repeated;  // but written
    for (PostOutcome& post : chunk.posts) {
      const bool is_written = post.kind == PostOutcome::Kind::prepared;
      if (!take(post)) return false;
      if (is_written && post.kind == PostOutcome::Kind::repeated)
        repeated.push_back(post.key_or_own());
    }
    for (index::Segment& segment : chunk.segments) {
      const auto taken =
          segment.remove(repeated).and_then([&] { return writer_->append(std::move(segment)); });
      if (taken) continue;
      failure_ = taken.error();
      return false;
    }
    return true;
  }

  bool is_stopped() {
    const bool stopped = options_.stopped && options_.stopped();
    if (stopped) failure_ = Error{ErrorCode::io, "the build was stopped"};
    return stopped;
  }

  void progress_to(std::size_t done) {
    listener_.progressed(done, std::max(done, scan_.files.size()));
  }

  /// Takes one post's outcome over into the database; false when that failed.
  bool take(PostOutcome& outcome) {
    if (is_stopped()) return false;
    report_.bytes += outcome.bytes;
    warn(outcome.warnings);
    auto taken = apply(outcome);
    if (!taken) failure_ = taken.error();
    return taken.has_value();
  }

  Result<void> apply(PostOutcome& outcome) {
    switch (outcome.kind) {
      case PostOutcome::Kind::hidden:
        ++report_.hidden;
        listener_.changed(BuildListener::Change::hidden, outcome.id.str());
        return {};
      case PostOutcome::Kind::skipped:
        skip(outcome);
        return {};
      case PostOutcome::Kind::unreadable:
        keep_indexed_version(outcome);
        return {};
      case PostOutcome::Kind::lost_source:
        return fail(std::move(outcome.reason));
      case PostOutcome::Kind::repeated:
        skip_repeated(outcome);
        return {};
      case PostOutcome::Kind::unchanged:
      case PostOutcome::Kind::prepared:
        break;
    }
    if (changes_->mark_present(outcome.key_or_own())) return write(outcome);
    skip_repeated(outcome);
    return {};
  }

  void skip_repeated(PostOutcome& outcome) {
    outcome.kind = PostOutcome::Kind::repeated;
    outcome.reason = {ErrorCode::conflict, "another post has the same id",
                      "give one of them another id"};
    skip(outcome);
  }

  Result<void> write(const PostOutcome& outcome) {
    if (outcome.kind == PostOutcome::Kind::unchanged) {
      ++report_.unchanged;
      return {};
    }
    ++report_.indexed;
    listener_.changed(BuildListener::Change::indexed, outcome.id.str());
    if (!writer_ || !outcome.document) return {};
    return writer_->put(*outcome.document);
  }

  void skip(const PostOutcome& outcome) {
    ++report_.skipped;
    Place place = outcome.reason.place;
    if (place.file.empty()) place.file = outcome.id.str();
    listener_.skipped(place, outcome.reason);
  }

  void keep_indexed_version(const PostOutcome& outcome) {
    if (changes_->is_indexed(outcome.id) && changes_->mark_present(outcome.key_or_own())) {
      warn(Warning{{outcome.id.str()}, "not readable now, the version indexed before is kept"});
      kept_old_ = true;
    }
    skip(outcome);
  }

  Result<void> remove_absent() {
    if (!scan_.complete) {
      warn(Warning{{}, "not all folders could be read, so no post is taken for removed"});
      return {};
    }
    const std::vector<index::DocumentKey> absent = changes_->absent();
    if (absent.empty()) return {};
    // A file of records, or the standard input, that turned out to hold none: its writer failed.
    if (report_.found() == 0) return fail_without_posts();
    const auto posts = index::read_posts(options_.database, absent);
    if (!posts) return fail(posts.error());
    const auto records = std::ranges::count(*posts, true, &index::StoredPost::is_record);
    if (!without_records_.empty() && records > 0) return fail_without_records(records);
    for (std::size_t i = 0; i < absent.size(); ++i) {
      ++report_.removed;
      listener_.changed(BuildListener::Change::removed, (*posts)[i].id.str());
      if (!writer_) continue;
      auto removed = writer_->remove(absent[i]);
      if (!removed) return removed;
    }
    return {};
  }

  Result<void> commit() {
    if (!writer_) return {};
    // Every post is known by the new words now, unless an old version was kept.
    if (!kept_old_ && scan_.complete) settings_.unsettled = false;
    if (auto kept = writer_->set_settings(settings_); !kept) return kept;
    return writer_->commit();
  }

  void warn(const Warning& warning) {
    ++report_.warnings;
    listener_.warned(warning);
  }
  void warn(const std::vector<Warning>& warnings) {
    for (const Warning& warning : warnings) warn(warning);
  }

  const BuildOptions& options_;
  BuildListener& listener_;
  BuildReport report_;
  index::Settings settings_;
  UserWords words_;
  bool kept_old_ = false;  ///< a post's version from an earlier build
  Scan scan_;
  PostPreparer::Generators generators_;
  mutable std::mutex large_pages_;
  std::vector<std::string> prefixes_;           ///< of each SOURCE's paths, from its site's root
  std::optional<index::ShardedWriter> writer_;  ///< none when only pretending
  std::optional<ChangeSet> changes_;
  std::optional<Error> failure_;
  std::filesystem::path without_records_;  ///< the first source that should have some
};

}  // namespace

Result<BuildReport> build(const BuildOptions& options, BuildListener& listener) {
  return Build(options, listener).run();
}

}  // namespace geul::indexer
