// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/text/versions.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include "common/base/format.hpp"

namespace geul::text {
namespace {

std::string major_minor(const UVersionInfo& version) {
  return format("{}.{}", version[0], version[1]);
}

}  // namespace

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return major_minor(version);
}

std::string library_version() {
  UVersionInfo version;
  u_getVersion(version);
  return "ICU " + major_minor(version);
}

}  // namespace geul::text
