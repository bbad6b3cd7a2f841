// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>
#include <vector>

#include "common/index/fields.hpp"
#include "common/index/xapian/databases.hpp"

namespace geul::index {

/// What documents have in a slot. Of several databases each is read for itself: Xapian, which can
/// read them as one, looks at all of them for each value.
class SlotValues {
 public:
  SlotValues(const SearchedDatabases& databases, Slot slot) : databases_(databases) {
    for (const Xapian::Database& shard : databases.shards)
      readers_.emplace_back(shard, static_cast<Xapian::valueno>(slot));
  }

  /// Empty where it has nothing. Throws  Xapian::Error.
  /// Cost  small in ascending order of numbers; a step back looks it up from the start.
  [[nodiscard]] std::string of(Xapian::docid number) {
    const auto place = databases_.place_of(number);
    return readers_[place.shard].of(place.number);
  }

 private:
  class ShardReader {
   public:
    ShardReader(const Xapian::Database& shard, Xapian::valueno slot) : shard_(shard), slot_(slot) {
      rewind();
    }
    [[nodiscard]] std::string of(Xapian::docid number) {
      if (number < last_) rewind();
      last_ = number;
      if (at_ != end_ && at_.get_docid() < number) at_.skip_to(number);
      return at_ != end_ && at_.get_docid() == number ? *at_ : std::string();
    }

   private:
    void rewind() {
      at_ = shard_.valuestream_begin(slot_);
      end_ = shard_.valuestream_end(slot_);
    }

    const Xapian::Database& shard_;
    Xapian::valueno slot_;
    Xapian::ValueIterator at_;
    Xapian::ValueIterator end_;
    Xapian::docid last_ = 0;
  };

  const SearchedDatabases& databases_;
  std::vector<ShardReader> readers_;
};

}  // namespace geul::index
