// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/post/post_address.hpp"

#include "common/base/format.hpp"
#include "indexer/post/text_lines.hpp"

namespace geul::indexer {
namespace {

/// The path of an address that was given with its scheme and host.
std::string without_origin(std::string address) {
  if (!starts_with(address, "http://") && !starts_with(address, "https://")) return address;
  const std::size_t path = address.find('/', address.find("//") + 2);
  return path == std::string::npos ? "/" : address.substr(path);
}

/// Whether an address begins with a scheme (RFC 3986, section 3.1).
bool has_scheme(std::string_view address) {
  std::size_t end = 0;
  while (end < address.size() &&
         (is_letter(address[end]) || is_digit(address[end]) || address[end] == '+' ||
          address[end] == '-' || address[end] == '.'))
    ++end;
  return end > 0 && end < address.size() && is_letter(address.front()) && address[end] == ':';
}

/// Whether it is one of the web: "http://" or "https://", letters in any case, and a host.
bool is_web_address(std::string_view address) {
  for (const std::string_view begin : {std::string_view("http://"), std::string_view("https://")}) {
    if (address.size() <= begin.size()) continue;
    bool same = true;
    for (std::size_t i = 0; i < begin.size() && same; ++i)
      same =
          begin[i] == (is_letter(address[i]) ? static_cast<char>(address[i] | 0x20) : address[i]);
    if (same) return address.find_first_of("/?#", begin.size()) != begin.size();
  }
  return false;
}

/// Percent-encodes what may not stand in an address; all else stays.
std::string encoded(std::string_view address) {
  constexpr std::string_view kUnsafe = " \"<>\\^`{|}";
  std::string out;
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    const bool safe = byte > 0x20 && byte < 0x7F && kUnsafe.find(c) == kUnsafe.npos;
    safe ? out.push_back(c) : void(out += format("%{:02X}", byte));
  }
  return out;
}

AddressInput input_of(const MetaValue& values, std::string_view site_path,
                      const index::Document& document, WarningList& warnings) {
  AddressInput input;
  input.path = std::string(site_path);
  input.title = document.title;
  input.slug = read_text(values, {"slug"}, warnings);
  input.categories = document.categories;
  input.date = document.date;
  return input;
}

}  // namespace

AddressInput read_address_input(const MetaValue& front_matter, std::string_view site_path,
                                const index::Document& document, WarningList& warnings) {
  AddressInput input = input_of(front_matter, site_path, document, warnings);
  input.permalink = without_origin(read_text(front_matter, {"permalink", "url"}, warnings));
  input.front_matter = &front_matter;
  return input;
}

std::string read_record_address(const MetaValue& record, std::string_view site_path,
                                const index::Document& document, const Generator& generator,
                                WarningList& warnings) {
  AddressInput input = input_of(record, site_path, document, warnings);
  for (const char* key : {"url", "permalink"}) {
    std::string typed = read_text(record, {key}, warnings);
    if (is_web_address(typed)) return encoded(typed);
    if (has_scheme(typed)) {
      warnings.add(first_of(record, {key})->line,
                   format("{} {} is no address of the web; left out", key, quote(typed)));
    } else if (input.permalink.empty()) {
      input.permalink = std::move(typed);
    }
  }
  const bool given = !input.permalink.empty() || !input.slug.empty();
  return given ? generator.address(input) : std::string();
}

}  // namespace geul::indexer
