// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/icu_status.hpp"

#include <stdexcept>

#include "common/base/format.hpp"

namespace geul::text {

void expect_success(UErrorCode status, const char* doing) {
  if (U_FAILURE(status))
    throw std::runtime_error(format("ICU cannot {} ({})", doing, u_errorName(status)));
}

}  // namespace geul::text
