// SPDX-License-Identifier: GPL-2.0-or-later
// Tries the laws on the seeds without libFuzzer: on each file of the folders below CORPUS, one for
// each target, and on what is left of it where it is cut or a byte is another; with --whole on the
// files alone.
//
//     fuzz-replay [--whole] CORPUS [TARGET...]
//
// A broken law aborts, behind the name of the file.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#define GEUL_FUZZ_TARGET(symbol, name) \
  extern "C" int geul_fuzz_##symbol(const std::uint8_t* data, std::size_t size);
#include "targets.inc"
#undef GEUL_FUZZ_TARGET

namespace geul::fuzz {
namespace {

namespace fs = std::filesystem;

struct Target {
  std::string_view name;
  int (*try_on)(const std::uint8_t* data, std::size_t size);
};

#define GEUL_FUZZ_TARGET(symbol, name) {name, geul_fuzz_##symbol},
constexpr Target kTargets[] = {
#include "targets.inc"
};
#undef GEUL_FUZZ_TARGET

/// Ends of one file that are tried, and bytes of it that are changed: enough to reach most places
/// where a format ends too soon, in a second or two for all files.
constexpr std::size_t kCuts = 64;

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A copy, so that a sanitizer knows where it ends.
void try_bytes(const Target& target, std::string_view bytes) {
  const std::vector<std::uint8_t> copy(bytes.begin(), bytes.end());
  target.try_on(copy.data(), copy.size());
}

enum class Changes { none, some };

void try_file(const Target& target, const fs::path& path, Changes changes) {
  std::cout << path.string() << std::endl;  // before a law is broken
  std::string bytes = content(path);
  try_bytes(target, bytes);
  if (changes == Changes::none) return;
  const std::size_t step = std::max<std::size_t>(bytes.size() / kCuts, 1);
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    try_bytes(target, std::string_view(bytes).substr(0, at));
    const char before = bytes[at];
    bytes[at] = static_cast<char>(before ^ 0x55);
    try_bytes(target, bytes);
    bytes[at] = before;
  }
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    files.push_back(entry.path());
  std::ranges::sort(files);
  if (files.empty()) throw std::runtime_error("no seeds in " + folder.string());
  return files;
}

void run(const fs::path& corpus, const std::vector<std::string_view>& names, Changes changes) {
  for (const Target& target : kTargets) {
    if (!names.empty() && std::ranges::find(names, target.name) == names.end()) continue;
    for (const fs::path& file : files_in(corpus / target.name)) try_file(target, file, changes);
  }
}

}  // namespace
}  // namespace geul::fuzz

int main(int count, char** arguments) {
  using geul::fuzz::Changes;
  try {
    std::vector<std::string_view> words(arguments + 1, arguments + count);
    const bool whole = !words.empty() && words.front() == "--whole";
    if (whole) words.erase(words.begin());
    if (words.empty()) throw std::runtime_error("usage: fuzz-replay [--whole] CORPUS [TARGET...]");
    const std::string corpus(words.front());
    words.erase(words.begin());
    geul::fuzz::run(corpus, words, whole ? Changes::none : Changes::some);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "fuzz-replay: " << error.what() << '\n';
    return 2;
  }
}
