// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

#include "common/index/fields.hpp"

namespace geul::index {

/// What documents have in a slot.
class SlotValues {
 public:
  SlotValues(const Xapian::Database& database, Slot slot)
      : database_(database), slot_(static_cast<Xapian::valueno>(slot)) {
    rewind();
  }

  /// Empty where it has nothing. Throws  Xapian::Error.
  /// Cost  small in ascending order of numbers; a step back looks it up from the start.
  [[nodiscard]] std::string of(Xapian::docid number) {
    if (number < last_) rewind();
    last_ = number;
    if (at_ != end_ && at_.get_docid() < number) at_.skip_to(number);
    return at_ != end_ && at_.get_docid() == number ? *at_ : std::string();
  }

 private:
  void rewind() {
    at_ = database_.valuestream_begin(slot_);
    end_ = database_.valuestream_end(slot_);
  }

  const Xapian::Database& database_;
  Xapian::valueno slot_;
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
  Xapian::docid last_ = 0;
};

}  // namespace geul::index
