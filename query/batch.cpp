// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/batch.hpp"

#include <algorithm>

namespace geul::query {

Batch read_batch(std::string_view text) {
  Batch batch;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0)
      batch.malformed.push_back(number);
    else
      batch.queries.push_back(
          {std::string{line.substr(0, tab)}, std::string{line.substr(tab + 1)}});
  }
  return batch;
}

}  // namespace geul::query
