// SPDX-License-Identifier: GPL-2.0-or-later
// Turns data/korean/*.tsv into one constexpr header. Run by CMake:
//     geul_make_tables DATA_FOLDER OUTPUT
#include <fstream>
#include <iostream>

#include "common/analysis/tables/emit.hpp"
#include "common/analysis/tables/rows.hpp"

namespace {

using geul::analysis::tables::Failure;

int run(const std::string& data, const std::string& output) {
  const std::string header = geul::analysis::tables::emit_header(data);
  std::ofstream out(output, std::ios::binary | std::ios::trunc);
  out << header;
  out.close();
  if (!out) throw Failure(output + ": cannot be written");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: geul_make_tables DATA_FOLDER OUTPUT\n";
    return 2;
  }
  try {
    return run(argv[1], argv[2]);
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
