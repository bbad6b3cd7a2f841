// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/program.hpp"

int main(int argc, char** argv) {
  return static_cast<int>(geul::query::run(argc, argv));
}
