// SPDX-License-Identifier: GPL-2.0-or-later
// Turns data/korean/*.tsv into a constexpr header, and into a header and rows for the browser
// (packed/). Run by CMake:
//     geul_make_tables DATA_FOLDER OUTPUT_FOLDER
#include <fstream>
#include <iostream>

#include "common/analysis/tables/emit.hpp"
#include "common/analysis/tables/rows.hpp"

namespace {

using geul::analysis::tables::Failure;

void write(const std::string& output, const std::string& text) {
  std::ofstream out(output, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out) throw Failure(output + ": cannot be written");
}

int run(const std::string& data, const std::string& folder) {
  namespace tables = geul::analysis::tables;
  write(folder + "/korean_tables.hpp", tables::emit_header(data));
  write(folder + "/packed/korean_tables.hpp", tables::emit_packed_header(data));
  write(folder + "/packed/rows.json", tables::emit_json(data));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: geul_make_tables DATA_FOLDER OUTPUT_FOLDER\n";
    return 2;
  }
  try {
    return run(argv[1], argv[2]);
  } catch (const std::exception& failure) {
    std::cerr << failure.what() << '\n';
    return 1;
  }
}
