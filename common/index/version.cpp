// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/version.hpp"

#include "common/analysis/analyzer.hpp"
#include "common/base/format.hpp"
#include "common/index/fields.hpp"
#include "common/text/versions.hpp"

namespace geul::index {

std::string version_text(std::string_view program) {
  return format("{} {}\nschema {}\nanalyser {}\n{}, Unicode {}\n", program, GEUL_VERSION,
                kSchemaVersion, analysis::fingerprint(), text::library_version(),
                text::unicode_version());
}

}  // namespace geul::index
