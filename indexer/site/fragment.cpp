// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/site/fragment.hpp"

#include "indexer/site/payload.hpp"

namespace geul::indexer::site {
namespace {

void put_texts(PayloadWriter& out, const std::vector<std::string>& texts) {
  out.count(texts.size());
  for (const std::string& text : texts) out.text(text);
}

std::vector<std::string> take_texts(PayloadReader& in) {
  const std::size_t count = in.count();
  std::vector<std::string> texts;
  texts.reserve(count);
  for (std::size_t i = 0; i < count; ++i) texts.push_back(in.text());
  return texts;
}

FragmentPart take_part(PayloadReader& in) {
  constexpr std::uint32_t kDeepest = 6;
  FragmentPart part;
  part.level = in.integer();
  part.heading = in.text();
  part.anchor = in.text();
  const std::uint32_t kind = in.integer();
  in.expect(part.level <= kDeepest && kind <= static_cast<std::uint32_t>(PartKind::summary));
  if (in.good()) part.kind = static_cast<PartKind>(kind);
  part.content = in.text();
  return part;
}

}  // namespace

std::string encode_fragment(const Fragment& fragment) {
  PayloadWriter out;
  out.text(fragment.title);
  out.text(fragment.url);
  out.text(fragment.date);
  put_texts(out, fragment.tags);
  put_texts(out, fragment.categories);
  put_texts(out, fragment.authors);
  out.integer(fragment.units);
  out.count(fragment.parts.size());
  for (const FragmentPart& part : fragment.parts) {
    out.integer(part.level);
    out.text(part.heading);
    out.text(part.anchor);
    out.integer(static_cast<std::uint32_t>(part.kind));
    out.text(part.content);
  }
  return std::move(out).bytes();
}

Result<Fragment> decode_fragment(std::string_view payload) {
  constexpr std::size_t kLeastPart = 5;
  PayloadReader in(payload);
  Fragment fragment;
  fragment.title = in.text();
  fragment.url = in.text();
  fragment.date = in.text();
  fragment.tags = take_texts(in);
  fragment.categories = take_texts(in);
  fragment.authors = take_texts(in);
  fragment.units = in.integer();
  in.expect(fragment.units > 0);
  const std::size_t parts = in.count(kLeastPart);
  fragment.parts.reserve(parts);
  for (std::size_t i = 0; i < parts; ++i) fragment.parts.push_back(take_part(in));
  if (Result<void> whole = in.finish("a fragment"); !whole) return fail(whole.error());
  return fragment;
}

}  // namespace geul::indexer::site
