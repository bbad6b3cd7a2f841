// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <exception>
#include <string>
#include <type_traits>
#include <utility>

#include "common/base/result.hpp"

namespace geul::index {

/// What Xapian threw, as an error about `database`, or about the remote one that it names: conflict
/// for a lock, corrupt, incompatible for another version of its format, not_found, unreachable, io,
/// else internal.
[[nodiscard]] Error to_error(const Xapian::Error& error, const std::string& database);

/// HOST:PORT of the remote database that an error is about; empty where Xapian does not say.
[[nodiscard]] std::string remote_behind(const Xapian::Error& error);

/// Calls `action`, which may throw, and gives back its value or its failure. Xapian::Error is no
/// std::exception; both end here, so that none leaves the library.
template <class Action>
[[nodiscard]] auto guarded(const std::string& database, Action&& action)
    -> Result<std::invoke_result_t<Action>> {
  using Value = std::invoke_result_t<Action>;
  try {
    if constexpr (std::is_void_v<Value>) {
      std::forward<Action>(action)();
      return {};
    } else {
      return std::forward<Action>(action)();
    }
  } catch (const Xapian::Error& error) {
    return fail(to_error(error, database));
  } catch (const std::exception& error) {
    return fail(ErrorCode::internal, "cannot use the database " + database + ": " + error.what(),
                "geul-index check says whether the database is whole");
  }
}

}  // namespace geul::index
