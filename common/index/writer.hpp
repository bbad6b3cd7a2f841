// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "common/analysis/analyzer.hpp"
#include "common/base/result.hpp"
#include "common/index/contents.hpp"
#include "common/index/document.hpp"
#include "common/index/postings.hpp"
#include "common/index/segment.hpp"
#include "common/index/settings.hpp"
#include "common/index/terms.hpp"

namespace geul::index {

/// A document turned into postings, ready to be written: all the work that threads can share.
class PreparedDocument {
 public:
  /// Every term is checked here, so that nothing a post holds can fail a batch.
  /// Throws  std::exception: no memory, or a library that does not work.
  /// Cost  the analysis of the document; no I/O.
  PreparedDocument(const Document& document, const ContentHash& hash, analysis::Analyzer& analyzer,
                   Positions positions = Positions::keep,
                   const FieldWeights& weights = kFieldWeights);
  ~PreparedDocument();
  PreparedDocument(PreparedDocument&&) noexcept;
  PreparedDocument& operator=(PreparedDocument&&) noexcept;
  PreparedDocument(const PreparedDocument&) = delete;
  PreparedDocument& operator=(const PreparedDocument&) = delete;

  /// Roughly what it holds in memory.
  [[nodiscard]] std::size_t bytes() const noexcept;
  [[nodiscard]] const DocumentKey& key() const noexcept;

 private:
  friend class Writer;
  friend class Segment;
  struct State;
  std::unique_ptr<State> state_;
};

enum class OpenMode {
  update,   ///< keep what is there; create what is not
  replace,  ///< begin anew (--rebuild): built beside, in "DIR.new-<process>", and put in the place
            ///< of the old database by the first commit(). Until then readers and new readers find
            ///< the old one, also when the process dies; readers that have it open keep it.
            ///< One that holds nothing is replaced so by the commit behind the first put() or
            ///< append().
};

/// Measured: small batches are written faster and in less memory than Xapian's own (XAPIAN.md).
inline constexpr std::size_t kBatchBytes = std::size_t{64} << 20U;

/// The one writer of a single database: a folder in Xapian's glass format (SCHEMA.md), made with
/// the folders above it where it is missing. A process that dies leaves the last commit() behind,
/// or in a rebuild the old database and a folder beside it, which the next writer deletes. After a
/// failure nothing of the batch is kept and every call fails: open a writer anew and go on from
/// contents(). Threads  one object for one thread, but for new_segment().
class Writer {
 public:
  /// Errors  conflict: another writer is at work, or the folder holds something that is no geul
  ///         database; incompatible: another schema or analyser (update alone; hint: --rebuild);
  ///         io; corrupt.
  [[nodiscard]] static Result<Writer> open(const std::string& database, OpenMode mode,
                                           std::size_t batch_bytes = kBatchBytes);
  /// Drops what was not committed.
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  /// What is indexed: each document's hash by its key. Nothing yet when replacing.
  /// Cost  some 6 µs a document.
  [[nodiscard]] Result<Contents> contents();

  /// Keeps `settings` with the batch at hand; nothing happens where the database has them already.
  [[nodiscard]] Result<void> set_settings(const Settings& settings);
  /// What was kept last. Nothing yet when replacing.
  [[nodiscard]] Result<Settings> settings();

  /// Adds the document, or replaces the one of the same id. Commits on its own whenever the batch
  /// grows over `batch_bytes` (PreparedDocument::bytes()).
  [[nodiscard]] Result<void> put(const PreparedDocument& document);
  /// Adds a document under a number.
  /// Expects  the database has no document of its id, and `number` is above last_number().
  [[nodiscard]] Result<void> add(const PreparedDocument& document, std::uint32_t number);
  /// Whether nothing is in the database but what was put or appended since it was begun anew, so
  /// that segments can be appended.
  [[nodiscard]] bool takes_segments() const;
  /// A segment without documents, whose batches are of `batch_bytes`.
  /// Expects  takes_segments() said yes.
  /// Threads  any, also beside other calls.
  [[nodiscard]] Segment new_segment(std::size_t batch_bytes);
  /// Adds the documents of one of this writer's segments behind those that were put or appended
  /// before, in their order.
  /// Expects  takes_segments(); of no document's id the database has one.
  /// Errors   what the segment failed with; as put().
  [[nodiscard]] Result<void> append(Segment segment);
  /// The highest number that a document has ever had here; 0 before the first. put() gives a new
  /// document the next one.
  [[nodiscard]] Result<std::uint32_t> last_number();
  /// Without such a document: nothing happens.
  [[nodiscard]] Result<void> remove(const DocumentKey& key);
  /// Makes everything so far visible and durable. Writes nothing where nothing was put or removed.
  [[nodiscard]] Result<void> commit();

 private:
  struct State;
  explicit Writer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace geul::index
