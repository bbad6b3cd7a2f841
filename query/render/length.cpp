// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/length.hpp"

#include "common/text/display.hpp"
#include "query/render/borders.hpp"

namespace geul::query {

std::size_t Ruler::length(std::string_view text, std::size_t begin, std::size_t end) const {
  if (unit_ == LengthUnit::code_points) return count_code_points(text, begin, end);
  return text::display_width(text.substr(begin, end - begin));
}

std::size_t Ruler::forward(std::string_view text, std::size_t offset, std::size_t length) const {
  if (unit_ == LengthUnit::code_points) return query::forward(text, offset, length);
  return offset + text::fitting_front(text.substr(offset), length).size();
}

std::size_t Ruler::backward(std::string_view text, std::size_t offset, std::size_t length) const {
  if (unit_ == LengthUnit::code_points) return query::backward(text, offset, length);
  return offset - text::fitting_back(text.substr(0, offset), length).size();
}

}  // namespace geul::query
