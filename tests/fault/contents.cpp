// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fault/contents.hpp"

#include <xapian.h>

#include <algorithm>

#include "common/base/format.hpp"
#include "common/base/hash.hpp"

namespace geul::test {
namespace {

/// Gathers numbers and texts and gives their hash.
class Sum {
 public:
  void add(std::uint64_t number) {
    for (unsigned byte = 0; byte < sizeof number; ++byte)
      bytes_ += static_cast<char>(number >> (8 * byte) & 0xFFU);
    fold();
  }
  void add(const std::string& text) {
    add(text.size());
    bytes_ += text;
    fold();
  }
  [[nodiscard]] std::string digits() const {
    std::string digits;
    for (const char byte : hash128(bytes_))
      digits += format("{:02x}", static_cast<unsigned char>(byte));
    return digits;
  }

 private:
  void fold() {
    constexpr std::size_t kMost = std::size_t{1} << 20U;
    if (bytes_.size() > kMost) bytes_ = hash128(bytes_);
  }
  std::string bytes_;
};

void add_positions(Sum& sum, Xapian::PositionIterator position,
                   const Xapian::PositionIterator& end) {
  for (; position != end; ++position) sum.add(*position);
}

void add_statistics(Sum& sum, const Xapian::Database& database) {
  sum.add(database.get_doccount());
  sum.add(database.get_total_length());
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    sum.add(*key);
    sum.add(database.get_metadata(*key));
  }
}

void add_terms(Sum& sum, const Xapian::Database& database) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    sum.add(*term);
    sum.add(database.get_termfreq(*term));
    sum.add(database.get_collection_freq(*term));
    const auto end = database.postlist_end(*term);
    for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
      sum.add(*posting);
      sum.add(posting.get_wdf());
      add_positions(sum, posting.positionlist_begin(), posting.positionlist_end());
    }
  }
}

void add_stored(Sum& sum, const Xapian::Document& document) {
  sum.add(document.get_data());
  for (auto value = document.values_begin(); value != document.values_end(); ++value) {
    sum.add(value.get_valueno());
    sum.add(*value);
  }
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    sum.add(*term);
    sum.add(term.get_wdf());
  }
}

void add_documents(Sum& sum, const Xapian::Database& database) {
  const auto end = database.postlist_end(std::string());
  for (auto number = database.postlist_begin(std::string()); number != end; ++number) {
    sum.add(*number);
    sum.add(database.get_doclength(*number));
    add_stored(sum, database.get_document(*number));
  }
}

}  // namespace

std::string sum_of_contents(const std::filesystem::path& database) {
  try {
    const Xapian::Database opened(database.string());
    Sum sum;
    add_statistics(sum, opened);
    add_terms(sum, opened);
    add_documents(sum, opened);
    return sum.digits();
  } catch (const Xapian::Error& error) {
    return error.get_description();
  }
}

std::vector<std::string> sums_of_posts(const std::filesystem::path& database) {
  const Xapian::Database opened(database.string());
  std::vector<std::string> sums;
  const auto end = opened.postlist_end(std::string());
  for (auto number = opened.postlist_begin(std::string()); number != end; ++number) {
    Sum sum;
    add_stored(sum, opened.get_document(*number));
    const auto last = opened.termlist_end(*number);
    for (auto term = opened.termlist_begin(*number); term != last; ++term)
      add_positions(sum, opened.positionlist_begin(*number, *term),
                    opened.positionlist_end(*number, *term));
    sums.push_back(sum.digits());
  }
  std::sort(sums.begin(), sums.end());
  return sums;
}

}  // namespace geul::test
