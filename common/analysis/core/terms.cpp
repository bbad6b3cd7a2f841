// SPDX-License-Identifier: MIT
#include "common/analysis/core/terms.hpp"

#include "common/analysis/core/key.hpp"
#include "common/analysis/core/variant.hpp"

namespace geul::analysis::core {
namespace {

void cross(char16_t before, Run run, TermSink sink) {
  const char16_t pair[] = {before, run[0]};
  sink.take(sink.context, TermKind::crossing_pair, {pair, 2});
}

void pairs(Run run, size_t stem, TermSink sink) {
  if (run.size == 1) return sink.take(sink.context, TermKind::pair, run);
  for (size_t i = 0; i + 1 < run.size; ++i)
    sink.take(sink.context, i + 2 <= stem ? TermKind::pair : TermKind::tail_pair,
              {run.data + i, 2});
}

}  // namespace

char16_t hangul_terms(Run run, Before before, const UserWords& words, TermSink sink) {
  const Key key = key_of(run, before.attachment, words);
  if (key.size == 0) return 0;
  if (before.last_of_key != 0) cross(before.last_of_key, run, sink);
  sink.take(sink.context, TermKind::word, key.view());
  if (key.is_noun) {
    const Key variant = variant_of(key.view());
    if (variant.size != 0) sink.take(sink.context, TermKind::variant, variant.view());
  }
  pairs(run, run.size > kMaxRun ? run.size : key.stem, sink);
  return key.view().back();
}

}  // namespace geul::analysis::core
