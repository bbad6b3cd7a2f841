// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/segment.hpp"

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
  const int how = added == 0 ? Xapian::DB_CREATE : Xapian::DB_OPEN;
  return guarded(place.string(), [&] {
    database.emplace(place.string(), how | Xapian::DB_BACKEND_GLASS | kUnsafe);
  });
}

void Segment::State::end_batch() {
  database->commit();
  bytes += std::exchange(batch_bytes, 0);
}

Segment::Segment(std::unique_ptr<State> state) : state_(std::move(state)) {}
Segment::~Segment() = default;
Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;

std::uint32_t Segment::added() const noexcept {
  return state_->added;
}

bool Segment::is_full() const noexcept {
  return state_->bytes >= state_->limits.segment_bytes;
}

Result<void> Segment::add(const PreparedDocument& document) {
  const PreparedDocument::State& prepared = *document.state_;
  return state_->change([&] {
    state_->database->add_document(prepared.document);
    ++state_->added;
    state_->batch_bytes += prepared.bytes;
    if (state_->batch_bytes >= state_->limits.batch_bytes) state_->end_batch();
  });
}

Result<void> Segment::remove(const DocumentKey& key) {
  if (state_->added == 0) return {};
  return state_->change([&] { state_->database->delete_document(key.str()); });
}

Result<void> Segment::close() {
  if (!state_->failure && !state_->database) return {};
  Result<void> closed = state_->change([this] {
    state_->end_batch();
    state_->database->close();
  });
  state_->database.reset();
  return closed;
}

}  // namespace geul::index
