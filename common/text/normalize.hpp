// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace geul::text {

/// Normalization Form C (UAX #15) in valid UTF-8; invalid bytes become U+FFFD. Runs of more
/// than kMaxCombining marks are cut (combining.hpp), and a text with one is not in the form.
/// Cost  linear.
[[nodiscard]] std::string to_nfc(std::string_view utf8);
[[nodiscard]] bool is_nfc(std::string_view utf8);

/// The form in which words are compared: NFC, full-width and half-width variants (Unicode block
/// U+FF00) folded, case folded (simple folding, CaseFolding.txt C + S, so that no letter becomes
/// two). Not NFKC, which would turn a typed ㅌ (U+314C) into a conjoining jamo.
/// Idempotent. `out` is replaced; pass the same string again to save allocations.
void fold(std::string_view utf8, std::string& out);
[[nodiscard]] std::string fold(std::string_view utf8);

/// fold(), and white space trimmed and runs of it made one space: how the values of tags,
/// categories and authors are compared.
[[nodiscard]] std::string fold_name(std::string_view utf8);

}  // namespace geul::text
