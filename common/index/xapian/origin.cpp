// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/index/origin.hpp"

#include <xapian.h>

#include <string_view>

#include "common/base/format.hpp"
#include "common/index/xapian/guard.hpp"
#include "common/index/xapian/identity.hpp"
#include "common/index/xapian/version_file.hpp"

namespace geul::index {

namespace fs = std::filesystem;

Result<void> check_origin(const fs::path& folder) {
  Result<Identity> identity = guarded(folder.string(), [&] {
    check_version_file(folder.string());
    return identity_of(Xapian::Database(folder.string()));
  });
  if (identity) return identity->schema.empty() ? Result<void>(not_ours(folder)) : Result<void>();
  // Nothing says any more that it is geul's, so it is not overwritten.
  const std::string_view before = identity.error().code == ErrorCode::corrupt
                                      ? ""
                                      : "look at the disk and the permissions; or ";
  identity.error().hint = format("{}move it away or delete it, and build it again", before);
  return fail(identity.error());
}

Failure not_ours(const fs::path& folder) {
  return fail(ErrorCode::conflict,
              format("{} holds something that is no geul database", folder.string()),
              "name a folder of its own with --db; it is created where it is missing");
}

Failure failed_before(const fs::path& folder) {
  return fail(ErrorCode::io, format("writing {} has failed before", folder.string()),
              "run geul-index build again; it goes on from the last commit");
}

}  // namespace geul::index
