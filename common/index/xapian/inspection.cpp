// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/inspection.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/format.hpp"
#include "common/index/postings.hpp"
#include "common/index/postings_sum.hpp"
#include "common/index/record.hpp"

namespace geul::index {
namespace {

constexpr std::size_t kHashBytes = 16;

std::string value_in(const Xapian::Document& document, Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

/// Gathers findings up to kMaxFindings.
class Inspector {
 public:
  explicit Inspector(const Xapian::Database& database) : database_(database) {}

  CheckReport run() {
    find_shared_keys();
    inspect_documents();
    add_up_postings();
    compare_sums();
    compare_counts();
    return std::move(report_);
  }

  CheckReport run_keys() {
    find_shared_keys();
    return std::move(report_);
  }

 private:
  struct Sums {
    std::string written;  ///< the document's value
    PostingsSum found;    ///< from the terms' side
  };

  void find(std::string message) {
    if (report_.findings.size() < kMaxFindings)
      report_.findings.push_back({std::move(message), kBuildAnew});
  }

  void find_shared_keys() {
    const std::string prefix(kIdPrefix);
    const auto end = database_.allterms_end(prefix);
    for (auto key = database_.allterms_begin(prefix); key != end; ++key)
      if (key.get_termfreq() != 1)
        find(format("{} documents have the key {}", key.get_termfreq(), *key));
  }

  void inspect_documents() {
    const auto end = database_.postlist_end(std::string());
    for (auto document = database_.postlist_begin(std::string()); document != end; ++document) {
      ++report_.documents;
      note_length(document.get_doclength());
      highest_ = std::max(highest_, *document);
      inspect(*document);
    }
  }

  void note_length(Xapian::termcount length) {
    total_length_ += length;
    shortest_ = std::min(shortest_, length);
    longest_ = std::max(longest_, length);
  }

  void inspect(Xapian::docid number) {
    const Xapian::Document stored = database_.get_document(number);
    const std::string hash = value_in(stored, Slot::hash);
    const std::string sum = value_in(stored, Slot::postings);
    sums_[number] = {sum, PostingsSum(hash)};
    const Result<Document> document = decode_record(stored.get_data());
    if (!document) {
      find(format("docdata.glass: document {}: {}", number, document.error().message));
      return;
    }
    const std::string& id = document->id.str();
    if (!has_key(number, *document)) find(format("{} has not the one key of its id", id));
    if (hash.size() != kHashBytes) find(format("{} has no content hash", id));
    if (!has_values(stored, values_of(*document, ContentHash(hash))))
      find(format("{} has other values than its record", id));
    if (terms_of(number, hash) != sum.substr(0, kPostingsSumBytes / 2))
      find(format("termlist.glass: {} has other terms than it was written with", id));
  }

  [[nodiscard]] bool has_key(Xapian::docid number, const Document& document) const {
    std::vector<std::string> keys;
    const auto end = database_.termlist_end(number);
    auto term = database_.termlist_begin(number);
    for (term.skip_to(std::string(kIdPrefix)); term != end && (*term).starts_with(kIdPrefix);
         ++term)
      keys.push_back(*term);
    if (keys.size() != 1) return false;
    const bool whole = document.id.str().size() < kMaxRecordString - 4;  // else the record cuts it
    return !whole || keys.front() == key_of(document.id).str();
  }

  [[nodiscard]] static bool has_values(const Xapian::Document& stored,
                                       const std::vector<std::pair<Slot, std::string>>& wanted) {
    std::vector<std::pair<Slot, std::string>> values;
    for (auto value = stored.values_begin(); value != stored.values_end(); ++value)
      if (const auto slot = static_cast<Slot>(value.get_valueno()); slot != Slot::postings)
        values.emplace_back(slot, *value);
    return values == wanted;
  }

  /// What the terms come to from the document's side.
  [[nodiscard]] std::string terms_of(Xapian::docid number, const std::string& hash) const {
    PostingsSum sum(hash);
    const auto end = database_.termlist_end(number);
    for (auto term = database_.termlist_begin(number); term != end; ++term)
      sum.add(PostingsSum::term(*term), term.get_wdf());
    return sum.terms();
  }

  /// From the terms' side: in the order of the tables. Each list of positions costs a look-up, from
  /// the root of their table on.
  void add_up_postings() {
    std::vector<std::uint32_t> positions;
    const auto last_term = database_.allterms_end();
    for (auto name = database_.allterms_begin(); name != last_term; ++name) {
      const PostingsSum::Term term = PostingsSum::term(*name);
      const bool has_positions = may_have_positions(*name);
      const auto end = database_.postlist_end(*name);
      for (auto posting = database_.postlist_begin(*name); posting != end; ++posting) {
        PostingsSum& sum = sums_[*posting].found;
        sum.add(term, posting.get_wdf());
        if (!has_positions) continue;
        positions.assign(posting.positionlist_begin(), posting.positionlist_end());
        sum.add(term, positions);
      }
    }
  }

  void compare_sums() {
    std::vector<Xapian::docid> other_terms;
    std::vector<Xapian::docid> other_positions;
    for (const auto& [number, sums] : sums_) {
      if (sums.found.terms() != sums.written.substr(0, kPostingsSumBytes / 2))
        other_terms.push_back(number);
      else if (sums.found.terms() + sums.found.positions() != sums.written)
        other_positions.push_back(number);
    }
    find_others("postlist.glass", "terms", other_terms);
    find_others("position.glass", "positions", other_positions);
  }

  /// A broken list concerns all of its documents: one finding.
  void find_others(const char* table, const char* what, const std::vector<Xapian::docid>& numbers) {
    if (!numbers.empty())
      find(format("{}: {} documents have other {} than they were written with, such as number {}",
                  table, numbers.size(), what, *std::ranges::min_element(numbers)));
  }

  /// Scores and what a search may pass over follow from these.
  void compare_counts() {
    const bool empty = report_.documents == 0;
    if (database_.get_doccount() != report_.documents ||
        database_.get_total_length() != total_length_ ||
        (!empty && (database_.get_doclength_lower_bound() > shortest_ ||
                    database_.get_doclength_upper_bound() < longest_)))
      find(format("iamglass: it counts {} documents of {} words, and there are {} of {}",
                  database_.get_doccount(), database_.get_total_length(), report_.documents,
                  total_length_));
    if (database_.get_lastdocid() < highest_)
      find(format("iamglass: it counts documents up to {}, and there is {}",
                  database_.get_lastdocid(), highest_));
  }

  const Xapian::Database& database_;
  CheckReport report_;
  std::unordered_map<Xapian::docid, Sums> sums_;
  Xapian::docid highest_ = 0;
  std::uint64_t total_length_ = 0;
  Xapian::termcount shortest_ = std::numeric_limits<Xapian::termcount>::max();
  Xapian::termcount longest_ = 0;
};

}  // namespace

CheckReport inspect_contents(const Xapian::Database& database) {
  return Inspector(database).run();
}

CheckReport inspect_keys(const Xapian::Database& database) {
  return Inspector(database).run_keys();
}

}  // namespace geul::index
