// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

namespace geul::test {

/// By how much a test that takes times waits longer where sanitizers make everything slower: they
/// are run for their own findings.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr double kPatience = 20;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr double kPatience = 20;
#else
inline constexpr double kPatience = 1;
#endif
#else
inline constexpr double kPatience = 1;
#endif

/// How much slower this machine is, now, than the one that limits of time were set on: 1 and more.
/// Measured once, by a fixed piece of work.
[[nodiscard]] double slowness();

/// Seconds that an answer may take in a build for tests, which optimises little and asserts much:
/// twice what is promised, times slowness().
[[nodiscard]] double most_seconds();

}  // namespace geul::test
