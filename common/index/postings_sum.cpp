// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/postings_sum.hpp"

#include "common/base/hash.hpp"

namespace geul::index {
namespace {

/// Spreads a change of any bit over all of them (the end of SplitMix64).
std::uint64_t mix(std::uint64_t bits) noexcept {
  bits = (bits ^ bits >> 30U) * 0xBF58476D1CE4E5B9U;
  bits = (bits ^ bits >> 27U) * 0x94D049BB133111EBU;
  return bits ^ bits >> 31U;
}

/// The low byte first.
std::string bytes_of(std::uint64_t number) {
  std::string bytes;
  for (std::size_t byte = 0; byte < sizeof number; ++byte)
    bytes += static_cast<char>(number >> (8 * byte) & 0xFFU);
  return bytes;
}

}  // namespace

PostingsSum::Term PostingsSum::term(std::string_view bytes) noexcept {
  return hash64(bytes);
}

void PostingsSum::add(Term term, std::uint32_t frequency) noexcept {
  terms_ += mix(term + frequency);
}

void PostingsSum::add(Term term, std::span<const std::uint32_t> positions) noexcept {
  if (positions.empty()) return;
  std::uint64_t sum = term;
  for (const std::uint32_t position : positions) sum = mix(sum + position);
  positions_ += sum;
}

std::string PostingsSum::terms() const {
  return bytes_of(terms_);
}

std::string PostingsSum::positions() const {
  return bytes_of(positions_);
}

std::string sum_of(const std::vector<Posting>& postings, std::string_view hash) {
  PostingsSum sum(hash);
  for (const Posting& posting : postings) {
    const PostingsSum::Term term = PostingsSum::term(posting.term);
    sum.add(term, posting.frequency);
    sum.add(term, posting.positions);
  }
  return sum.terms() + sum.positions();
}

}  // namespace geul::index
