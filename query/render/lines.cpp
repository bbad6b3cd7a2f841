// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/render/lines.hpp"

#include "common/base/format.hpp"
#include "common/text/display.hpp"
#include "common/text/utf8.hpp"
#include "query/render/address.hpp"
#include "query/render/borders.hpp"

namespace geul::query {
namespace {

void append_encoded(std::string& out, std::string_view bytes) {
  for (const char c : bytes) out += format("%{:02X}", static_cast<unsigned char>(c));
}

bool is_plain(char32_t c, std::string_view bytes) {
  return c != U'%' && !is_white_space(c) && text::printable(bytes) == bytes;
}

std::string trec_id(std::string_view id) {
  std::string out;
  for (std::size_t at = 0; at < id.size();) {
    const std::size_t begin = at;
    const char32_t c = text::next_code_point(id, at);
    const std::string_view bytes = id.substr(begin, at - begin);
    is_plain(c, bytes) ? void(out += bytes) : append_encoded(out, bytes);
  }
  return out.empty() ? "-" : out;
}

}  // namespace

std::string to_trec(const Answer& answer, std::string_view query_id) {
  const std::string id = trec_id(query_id);
  std::string lines;
  std::size_t rank = answer.offset;
  for (const ShownHit& shown : answer.hits) {
    ++rank;
    const bool scored = answer.sort == index::Sort::relevance;
    const double score = scored ? shown.hit.score : 1.0 / static_cast<double>(rank);
    lines +=
        format("{} Q0 {} {} {:.6f} geul\n", id, trec_id(shown.hit.document.id.str()), rank, score);
  }
  return lines;
}

std::string to_paths(const Answer& answer, const PathOptions& options) {
  std::string paths;
  for (const ShownHit& shown : answer.hits) {
    const std::string address = address_of(shown.hit.document, options.folder);
    for (const char c : address)
      c == '\n' && options.end == PathEnd::line ? append_encoded(paths, "\n") : void(paths += c);
    paths += options.end == PathEnd::line ? '\n' : '\0';
  }
  return options.terminal ? text::printable(paths, text::Lines::keep) : paths;
}

}  // namespace geul::query
