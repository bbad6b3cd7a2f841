// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/term_walk.hpp"

#include <algorithm>
#include <string_view>

namespace geul::index {
namespace {

/// Terms kept from walk to walk: some 50 MB.
constexpr std::size_t kMostKept = 1'000'000;
/// What a request costs without any terms, in terms.
constexpr std::size_t kRequest = 10;

/// The least string behind `term`.
std::string behind(std::string term) {
  term += '\0';
  return term;
}

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

/// The least string that is above all that begin so; empty where there is none.
std::string behind_all(std::string beginning) {
  while (!beginning.empty() && byte_at(beginning, beginning.size() - 1) == 0xFF)
    beginning.pop_back();
  if (!beginning.empty())
    beginning.back() = static_cast<char>(byte_at(beginning, beginning.size() - 1) + 1);
  return beginning;
}

/// What the terms of a block begin with, behind what all of the range begin with: a character where
/// something is looked for, and less where the next term is: it may be far.
enum class Extent { character, group };

/// Korean posts have their many words under the leads of Hangul: there a group is 64 syllables,
/// else what has one lead byte.
std::size_t block_bytes(unsigned lead, Extent extent) {
  constexpr unsigned kFirstHangul = 0xEA;
  constexpr unsigned kLastHangul = 0xED;
  if (extent == Extent::character) return lead < 0xE0 ? 2 : 3;
  return lead >= kFirstHangul && lead <= kLastHangul ? 2 : 1;
}

/// What the block begins with in which the least term from `from` on may be. Expects `from` is
/// longer than `front` bytes, which all terms of the range have in common.
std::string beginning_of(const std::string& from, std::size_t front, Extent extent) {
  return from.substr(0, front + block_bytes(byte_at(from, front), extent));
}

/// The same place in the order of terms, with at least two bytes of text in UTF-8 behind the front.
/// Empty where no term can follow in the range.
std::string with_text(std::string from, std::size_t front) {
  constexpr unsigned kLastLead = 0xF4;
  constexpr unsigned kLastOfMore = 0xBF;
  if (from.size() <= front) from.resize(front + 1, '\1');
  for (unsigned lead = byte_at(from, front); lead <= kLastLead; lead = byte_at(from, front)) {
    if (lead < 0x80) return from;
    if (from.size() == front + 1) from += '\x80';
    if (byte_at(from, front + 1) <= kLastOfMore) return from;
    from.resize(front);
    from += static_cast<char>(lead + 1);
  }
  return {};
}

/// Ends in a character that is not ASCII, as words and names do, but no field's prefix.
bool ends_in_character(std::string_view within) {
  return !within.empty() && byte_at(within, within.size() - 1) >= 0x80;
}

/// Shows the terms of a block as the visitor leads, until it leads away or the block ends. Leaves
/// in `from` where to go on. Returns  whether to go on.
template <class Block>
bool show(const Block& block, std::string& from, const TermVisitor& visit) {
  const auto reach = [&] {
    return std::ranges::lower_bound(block, from, {}, &Block::value_type::first);
  };
  for (auto term = reach(); term != block.end(); term = reach()) {
    const NextTerm next = visit(term->first, term->second);
    from = behind(term->first);
    if (next.kind == NextTerm::Kind::none) return false;
    if (next.kind == NextTerm::Kind::from && next.begin > from) from = next.begin;
  }
  return true;
}

}  // namespace

void walk_terms_in(const Xapian::Database& database, TermRange& range, const TermVisitor& visit) {
  std::string& from = range.begin;
  auto at = database.allterms_begin(range.within);
  const auto end = database.allterms_end(range.within);
  at.skip_to(from);
  while (at != end) {
    const std::string term = *at;
    const NextTerm next = visit(term, at.get_termfreq());
    from = behind(term);
    if (next.kind == NextTerm::Kind::none) return;
    if (next.kind == NextTerm::Kind::following || next.begin <= from) {
      ++at;
      continue;
    }
    from = next.begin;
    at.skip_to(from);
  }
}

const RemoteTerms::Block& RemoteTerms::block(const Xapian::Database& database,
                                             const std::string& beginning) {
  if (const auto found = blocks_.find(beginning); found != blocks_.end()) return found->second;
  if (kept_ > kMostKept) {
    blocks_.clear();
    kept_ = 0;
  }
  Block block;
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term)
    block.emplace_back(*term, term.get_termfreq());
  kept_ += block.size() + kRequest;
  fetched_ += block.size() + kRequest;
  return blocks_.emplace(beginning, std::move(block)).first->second;
}

void RemoteTerms::walk(const Xapian::Database& database, TermRange& range,
                       const TermVisitor& visit) {
  fetched_ = 0;
  const bool is_narrow = range.begin == range.within || ends_in_character(range.within);
  if (is_narrow) {
    static_cast<void>(show(block(database, range.within), range.begin, visit));
    return;
  }
  const std::size_t front = range.within.size();
  std::string& from = range.begin;
  Extent extent = Extent::character;
  while (fetched_ < kMostFetched && from.starts_with(range.within)) {
    from = with_text(from, front);
    if (from.empty()) return;
    const std::string beginning = beginning_of(from, front, extent);
    if (!show(block(database, beginning), from, visit)) return;
    extent = from.starts_with(beginning) ? Extent::group : Extent::character;
    if (extent == Extent::group) from = behind_all(beginning);
  }
}

}  // namespace geul::index
