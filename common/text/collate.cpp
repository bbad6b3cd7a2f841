// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/collate.hpp"

#include <unicode/coll.h>
#include <unicode/locid.h>
#include <unicode/stringpiece.h>

namespace geul::text {

struct Collator::State {
  std::unique_ptr<icu::Collator> collator;  ///< null where ICU came without its tables
};

Collator::Collator() : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(icu::Locale::getKorean(), status));
  if (state_->collator) state_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
  if (U_FAILURE(status)) state_->collator.reset();
}
Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

bool Collator::before(std::string_view a, std::string_view b) const {
  if (!state_->collator) return a < b;
  UErrorCode status = U_ZERO_ERROR;
  const auto piece = [](std::string_view text) {
    return icu::StringPiece(text.data(), static_cast<int32_t>(text.size()));
  };
  const UCollationResult order = state_->collator->compareUTF8(piece(a), piece(b), status);
  if (U_FAILURE(status) || order == UCOL_EQUAL) return a < b;
  return order == UCOL_LESS;
}

}  // namespace geul::text
