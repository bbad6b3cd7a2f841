// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace geul::test {

/// All that a database holds, as Xapian has it, in 32 hexadecimal digits: metadata, statistics, the
/// documents' data and values, every term of every document, from the terms' side and from the
/// documents', with frequency and positions. Two databases of one such sum answer any query alike.
/// What Xapian says where it cannot be read.
[[nodiscard]] std::string sum_of_contents(const std::filesystem::path& database);

/// A sum for each document, of its data, its values and its terms with frequencies and positions;
/// ascending. The same for the same posts, whatever numbers their documents have.
[[nodiscard]] std::vector<std::string> sums_of_posts(const std::filesystem::path& database);

}  // namespace geul::test
