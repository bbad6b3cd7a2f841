// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/terms.hpp"

#include "common/base/hash.hpp"
#include "common/index/facets.hpp"
#include "common/text/normalize.hpp"

namespace geul::index {
namespace {

std::string joined(std::string_view first, std::string_view second, std::string_view third = {}) {
  std::string text;
  text.reserve(first.size() + second.size() + third.size());
  text.append(first).append(second).append(third);
  return text;
}

std::string whole_name_term(std::string_view prefix, std::string_view name) {
  const std::string folded = text::fold_name(kept_name(name));
  if (folded.empty()) return {};
  const bool fits = folded.size() <= kMaxNameTermBytes && folded.find('\0') == std::string::npos;
  if (fits) return joined(prefix, folded);
  return joined(prefix, "H", to_hex(hash128(folded)));
}

}  // namespace

DocumentKey key_of(const DocumentId& id) {
  return DocumentKey(joined(kIdPrefix, to_hex(hash128(id.str()))));
}

std::string word_term(Field field, std::string_view term) {
  return joined(info(field).prefix, term);
}

std::string pair_term(std::string_view term) {
  return joined(kPairMark, term);
}

std::string pair_term(Field field, std::string_view term) {
  return joined(info(field).prefix, kPairMark, term);
}

std::string name_term(Field field, std::string_view name) {
  return whole_name_term(info(field).name_prefix, name);
}

std::string facet_term(const FacetKey& key, std::string_view value) {
  return whole_name_term(facet_prefix(key), value);
}

std::string facet_prefix(const FacetKey& key) {
  return joined(kFacetPrefix, key.str(), ":");
}

std::string facet_word_term(const FacetKey& key, std::string_view term) {
  return joined(kFacetWordPrefix, key.str(), ":").append(term);
}

std::string facet_pair_term(const FacetKey& key, std::string_view term) {
  return facet_word_term(key, pair_term(term));
}

}  // namespace geul::index
