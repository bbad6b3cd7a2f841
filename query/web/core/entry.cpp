// SPDX-License-Identifier: MIT
// What JavaScript calls of the analyser's core (common/analysis/core), over fixed buffers: a run is
// written into input(), results are read from output(). Only the first kMaxRun + 1 syllables of a
// run are needed: the core tells no longer ones apart.
#include "common/analysis/core/function_word.hpp"
#include "common/analysis/core/hangul.hpp"
#include "common/analysis/core/josa.hpp"
#include "common/analysis/core/key.hpp"
#include "common/analysis/core/lookup.hpp"
#include "common/analysis/core/native_stem.hpp"
#include "common/analysis/core/porter.hpp"
#include "common/analysis/core/user_words.hpp"
#include "common/analysis/core/variant.hpp"
#include "common/analysis/core/word_end.hpp"
#include "korean_tables.hpp"

#define GEUL_EXPORT(name) extern "C" __attribute__((export_name(#name)))

namespace geul::analysis::core {

char16_t Run::buffer[kMaxRun + 3];
unsigned char packed_rows[kRowBytes * tables::kRows];

namespace {

char input_word[kMaxRun + 1];

/// What key_at() and alternates_at() leave behind: two keys, of each the last two syllables, which
/// may be others than the run's (of the second in key_at(): than the first key's).
struct Output {
  char16_t size;
  char16_t stem;
  char16_t is_noun;
  char16_t tail[2];
};
Output output_keys[2];

void put(Output& output, const Key& key) noexcept {
  output.size = static_cast<char16_t>(key.size);
  output.stem = static_cast<char16_t>(key.stem);
  output.is_noun = key.is_noun;
  output.tail[0] = key.tail[0];
  output.tail[1] = key.tail[1];
}

Run run_of(size_t size) noexcept {
  return {size};
}

}  // namespace

/// In place of user_words.cpp.
UserWord find_user_word(const UserWords& words, Run run) noexcept {
  for (size_t size = kMaxUserWord; size > 1; --size)
    if ((words.prefixes >> size & 1U) != 0 && ends_word(run, size)) return {0, size};
  return {};
}

GEUL_EXPORT(rows) unsigned char* rows() {
  return packed_rows;
}
GEUL_EXPORT(input) char16_t* input() {
  return Run::begin();
}
GEUL_EXPORT(word) char* word() {
  return input_word;
}
GEUL_EXPORT(output) Output* output() {
  return output_keys;
}

/// key_of(), and the variant_of() a noun.
GEUL_EXPORT(keyOf) void key_at(size_t size, Attachment attachment, uint32_t user_words) {
  const Key key = key_of(run_of(size), attachment, {user_words});
  put(output_keys[0], key);
  put(output_keys[1], key.is_noun ? variant_of(key.view()) : Key{});
}

/// Returns their number.
GEUL_EXPORT(alternatesOf) size_t alternates_at(size_t size, uint32_t user_words) {
  const Alternates found = alternates_of(run_of(size), {user_words});
  for (size_t i = 0; i < found.size; ++i) put(output_keys[i], found.keys[i]);
  return found.size;
}

GEUL_EXPORT(isBareParticle) bool is_bare_particle_at(size_t size, Attachment attachment) {
  return is_bare_particle(run_of(size), attachment);
}
GEUL_EXPORT(areParticles) bool are_particles_at(size_t size, size_t kept) {
  return are_particles(run_of(size), kept);
}
GEUL_EXPORT(isFunctionRun) bool is_function_run_at(size_t size) {
  return is_function_run(run_of(size));
}
GEUL_EXPORT(isNative) bool is_native_at(size_t size) {
  return is_native(Stem(run_of(size), size));
}
/// Stems word() in place; returns its new length.
GEUL_EXPORT(stemEnglish) size_t stem_english_at(size_t length) {
  return stem_english(input_word, length);
}

}  // namespace geul::analysis::core

// What clang calls of a C library.
extern "C" void* memcpy(void* to, const void* from, size_t size) {
  char* const bytes = static_cast<char*>(to);
  for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<const char*>(from)[i];
  return to;
}
extern "C" void* memset(void* to, int value, size_t size) {
  char* const bytes = static_cast<char*>(to);
  for (size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(value);
  return to;
}
