// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

namespace geul::index {

/// Whether Xapian's own check can be had: it opens the tables for writing, though it writes
/// nothing.
[[nodiscard]] bool may_check_tables(const std::string& folder);

/// What Xapian's own check finds in the tables of a glass database: a message for each table that
/// is not in order, with the table's file and the first of its faults. Empty when all are.
///
/// A build with AddressSanitizer finds nothing: Xapian's check aborts there up to 1.4.29.
///
/// Cost  reads every block.
[[nodiscard]] std::vector<std::string> faults_of_tables(const std::string& folder);

}  // namespace geul::index
