// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/xapian/prepared.hpp"

#include <stdexcept>

namespace geul::index {
namespace {

Xapian::Document document_of(const Postings& postings) {
  Xapian::Document document;
  for (const Posting& posting : postings.terms) {
    document.add_term(posting.term, posting.frequency);
    for (const std::uint32_t position : posting.positions)
      document.add_posting(posting.term, position, 0);
  }
  for (const auto& [slot, value] : postings.values)
    document.add_value(static_cast<Xapian::valueno>(slot), value);
  document.set_data(postings.record);
  return document;
}

}  // namespace

Xapian::Document to_xapian(const Postings& postings) {
  try {
    return document_of(postings);
  } catch (const Xapian::Error& error) {
    throw std::runtime_error("Xapian does not take the post: " + error.get_msg());
  }
}

PreparedDocument::PreparedDocument(const Document& document, const ContentHash& hash,
                                   analysis::Analyzer& analyzer, Positions positions,
                                   const FieldWeights& weights)
    : state_(std::make_unique<State>(make_postings(document, hash, analyzer, positions, weights))) {
}

PreparedDocument::~PreparedDocument() = default;
PreparedDocument::PreparedDocument(PreparedDocument&&) noexcept = default;
PreparedDocument& PreparedDocument::operator=(PreparedDocument&&) noexcept = default;

std::size_t PreparedDocument::bytes() const noexcept {
  return state_->bytes;
}

const DocumentKey& PreparedDocument::key() const noexcept {
  return state_->key;
}

}  // namespace geul::index
