// SPDX-License-Identifier: MIT
#include "common/analysis/core/word_end.hpp"

#include "common/analysis/core/eomi.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/predicate.hpp"

namespace geul::analysis::core {

bool ends_word(Run run, size_t size) noexcept {
  if (size == run.size || are_particles(run, size)) return true;
  if (run[size] == u'들' && (size + 1 == run.size || are_particles(run, size + 1))) return true;
  const Readings readings(run);
  return is_copula_behind(run, readings, size);
}

}  // namespace geul::analysis::core
