// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segment.hpp"

#include <new>
#include <utility>

#include "common/index/folder.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/prepared.hpp"

namespace geul::index {

template <class Action>
Result<void> Segment::State::change(const Action& action) {
  if (failure) return fail(*failure);
  Result<void> done = open();
  if (done) done = guarded(place.string(), action);
  if (!done) failure = done.error();
  return done;
}

Result<void> Segment::State::open() {
  if (database) return {};
  if (Result<void> made = create_folder(place.parent_path()); !made) return made;
  const int how = documents == 0 ? Xapian::DB_CREATE : Xapian::DB_OPEN;
  return guarded(place.string(), [&] {
    database.emplace(place.string(), how | Xapian::DB_BACKEND_GLASS | kUnsafe);
  });
}

void Segment::State::end_batch() {
  database->commit();
  bytes += std::exchange(batch_bytes, 0);
}

Result<void> Segment::State::add(const Xapian::Document& document, std::size_t document_bytes) {
  return change([&] {
    database->add_document(document);
    ++documents;
    batch_bytes += document_bytes;
    if (batch_bytes >= limits.batch_bytes) end_batch();
  });
}

Result<void> Segment::State::close() {
  if (!failure && !database) return {};
  Result<void> closed = change([this] {
    end_batch();
    database->close();
  });
  let_go();
  return closed;
}

/// Xapian's destructor would commit once more what could not be written, and may end the process
/// over it: what cannot be closed is left to the process's end.
void Segment::State::let_go() noexcept {
  if (!database) return;
  const Result<void> closed = guarded(place.string(), [this] { database->close(); });
  if (!closed) static_cast<void>(new (std::nothrow) Xapian::WritableDatabase(std::move(*database)));
  database.reset();
}

Result<void> Segment::State::copy_without(const DocumentNumbers& numbers, State& target) const {
  Result<void> copied;
  Result<void> read = guarded(place.string(), [&] {
    const Xapian::Database source(place.string());
    const auto end = source.postlist_end({});
    for (auto at = source.postlist_begin({}); copied && at != end; ++at)
      if (!numbers.contains(*at)) copied = target.add(source.get_document(*at), bytes / documents);
  });
  return read ? copied : read;
}

Result<Segment::State::DocumentNumbers> Segment::State::numbers_of(
    const std::vector<DocumentKey>& keys) const {
  return guarded(place.string(), [&] {
    const Xapian::Database source(place.string());
    DocumentNumbers numbers;
    for (const DocumentKey& key : keys)
      numbers.insert(source.postlist_begin(key.str()), source.postlist_end(key.str()));
    return numbers;
  });
}

/// Deleting would leave a number empty, and in such a database Xapian 1.4.22 cannot count the
/// matches of a term that is in every document ("Unexpected end of posting list").
Result<void> Segment::State::remove(const std::vector<DocumentKey>& keys) {
  const Result<DocumentNumbers> numbers = numbers_of(keys);
  if (!numbers) return fail(numbers.error());
  if (numbers->empty()) return {};
  State kept{place.string() + ".kept", limits};
  Result<void> done = copy_without(*numbers, kept);
  if (done) done = kept.close();
  kept.let_go();
  if (!done) return done;
  remove_database(place);
  *this = std::move(kept);
  return {};
}

Segment::Segment(std::unique_ptr<State> state) : state_(std::move(state)) {}
Segment::~Segment() {
  if (state_) state_->let_go();
}
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&& other) noexcept {
  state_.swap(other.state_);
  return *this;
}

std::uint32_t Segment::documents() const noexcept {
  return state_->documents;
}

bool Segment::is_full() const noexcept {
  return state_->bytes >= state_->limits.segment_bytes;
}

Result<void> Segment::add(const PreparedDocument& document) {
  const PreparedDocument::State& prepared = *document.state_;
  return state_->add(prepared.document, prepared.bytes);
}

Result<void> Segment::remove(const std::vector<DocumentKey>& keys) {
  Result<void> done = close();
  if (!done || keys.empty() || state_->documents == 0) return done;
  done = state_->remove(keys);
  if (!done) state_->failure = done.error();
  return done;
}

Result<void> Segment::close() {
  return state_->close();
}

}  // namespace geul::index
