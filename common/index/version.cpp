// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/version.hpp"

#include "common/analysis/analyzer.hpp"
#include "common/base/format.hpp"
#include "common/index/fields.hpp"
#include "common/text/versions.hpp"

namespace geul::index {

std::string version_text(std::string_view program, std::string_view formats) {
  return format("{} {}\nschema {}\n{}analyser {}\n{}, Unicode {}\n{}\n", program, GEUL_VERSION,
                kSchemaVersion, formats, analysis::fingerprint(), text::library_version(),
                text::unicode_version(), GEUL_LIBRARIES);
}

}  // namespace geul::index
