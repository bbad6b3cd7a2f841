// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "query/answer.hpp"

namespace geul::query {

/// Whether text may hold terminal escapes: colours, and addresses behind titles (OSC 8).
enum class Style { plain, color };
enum class Links { none, osc8 };
/// Whether each hit says why it matched.
enum class Reasons { hidden, shown };

struct TextOptions {
  Style style = Style::plain;
  Links links = Links::none;
  Reasons reasons = Reasons::hidden;
  std::string folder = {};  ///< the working folder, as address_of() takes it
  std::size_t width = 0;    ///< columns for excerpts and headings, indentation included, over which
                            ///< the former are wrapped and the latter cut; 0: any number
};

/// The answer for people: hits, facets, and how many there are. Whatever comes from posts or the
/// query is passed through text::printable(); the only escapes are our own. Without colours
/// highlighted words are not marked. Above an excerpt stands the heading of its section (§), below
/// it those of other sections that have words of the query.
[[nodiscard]] std::string to_text(const Answer& answer, const TextOptions& options);

/// --analyze: the query's three forms and the filters, a line each.
[[nodiscard]] std::string analysis_to_text(const Answer& answer);

}  // namespace geul::query
