// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/utypes.h>

namespace geul::text {

/// Throws std::runtime_error where ICU could not do what it was asked to: "ICU cannot DO (NAME OF
/// THE STATUS)". Of what this library asks, no text makes ICU fail; a lack of memory or of ICU's
/// own data does. Warnings are no failures.
void expect_success(UErrorCode status, const char* doing);

}  // namespace geul::text
