// SPDX-License-Identifier: MIT
#include "common/analysis/core/function_word.hpp"

#include "common/analysis/core/key.hpp"
#include "common/analysis/core/lookup.hpp"
#include "korean_tables.hpp"

namespace geul::analysis::core {

bool is_function_run(Run run) noexcept {
  if (contains<tables::kFunctionWords>(run)) return true;
  for (const Form& form : tables::kFunctionPrefixes)
    if (starts_with(run, form)) return true;
  return contains<tables::kFunctionKeys>(key_of(run, Attachment::none).view());
}

}  // namespace geul::analysis::core
