// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/source_text.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/combining.hpp"
#include "common/text/convert.hpp"
#include "common/text/icu_status.hpp"
#include "common/text/normalize.hpp"
#include "common/text/utf8.hpp"

namespace geul::text {
namespace {

/// Drops NULs and makes every line end LF.
void clean_lines(SourceText& source) {
  if (source.text.find_first_of(std::string_view("\r\0", 2)) == std::string::npos) return;
  const std::string before = std::exchange(source.text, {});
  source.text.reserve(before.size());
  source.offsets.begin_stage();
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool crlf = before[i] == '\r' && i + 1 < before.size() && before[i + 1] == '\n';
    if (before[i] != '\0' && !crlf) {
      source.text += before[i] == '\r' ? '\n' : before[i];
      continue;
    }
    if (before[i] == '\0') ++source.removed_nuls;
    source.offsets.append(source.text.size(), i + 1);
  }
}

/// Ordering a run of marks costs its length squared.
void cut_runs_of_marks(SourceText& source) {
  if (!has_long_run(source.text)) return;
  const std::string before = std::exchange(source.text, {});
  source.text.reserve(before.size());
  source.offsets.begin_stage();
  visit_bounded(before, [&](const ByteSpan& span) {
    source.offsets.append(source.text.size(), span.begin);
    source.text += slice(before, span);
  });
  source.offsets.append(source.text.size(), before.size());
}

void compose(SourceText& source) {
  cut_runs_of_marks(source);
  if (is_nfc(source.text)) return;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  expect_success(status, "compose letters");
  const std::string before = std::exchange(source.text, {});
  const auto size = static_cast<std::int32_t>(before.size());
  icu::StringByteSink<std::string> sink(&source.text, size);
  icu::Edits edits;
  nfc->normalizeUTF8(0, {before.data(), size}, sink, &edits, status);
  expect_success(status, "compose letters");
  source.offsets.begin_stage();
  for (auto edit = edits.getFineIterator(); edit.next(status);)
    source.offsets.append(static_cast<std::size_t>(edit.destinationIndex()),
                          static_cast<std::size_t>(edit.sourceIndex()));
  source.offsets.append(source.text.size(), before.size());
  cut_runs_of_marks(source);  // a mark may have become two (U+0344)
}

}  // namespace

std::string_view name_of(Encoding encoding) noexcept {
  switch (encoding) {
    case Encoding::utf16_le:
      return "UTF-16LE";
    case Encoding::utf16_be:
      return "UTF-16BE";
    case Encoding::cp949:
      return "CP949";
    case Encoding::utf8:
      break;
  }
  return "UTF-8";
}

void OffsetMap::append(std::size_t after, std::size_t before) {
  std::vector<Run>& runs = stages_.back();
  Run& last = runs.back();
  if (last.after == after) {
    last.before = before;
  } else if (before - last.before != after - last.after) {
    runs.push_back({after, before});
  }
}

std::size_t OffsetMap::to_file(std::size_t text_offset) const noexcept {
  std::size_t offset = text_offset;
  for (auto stage = stages_.rbegin(); stage != stages_.rend(); ++stage) {
    const auto next =
        std::upper_bound(stage->begin(), stage->end(), offset,
                         [](std::size_t value, const Run& run) { return value < run.after; });
    const Run& run = *std::prev(next);
    offset = run.before + (offset - run.after);
    if (next != stage->end()) offset = std::min(offset, next->before);
  }
  return offset;
}

SourceText read_source_text(std::string_view bytes) {
  SourceText source = convert(bytes);
  clean_lines(source);
  compose(source);
  return source;
}

}  // namespace geul::text
