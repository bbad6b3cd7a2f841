#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# compile_wasm.sh CLANG PROJECT GENERATED OUTPUT: compiles each source of the core as the browser
# build will; any use of a library fails.
set -eu
mkdir -p "$4"
for source in "$2"/common/analysis/core/*.cpp; do
  "$1" --target=wasm32 -nostdlib -nostdlibinc -ffreestanding -fno-exceptions -fno-rtti -Oz \
    -std=c++20 -Wall -Wextra -Werror -I"$2" -I"$3" -c "$source" -o "$4/$(basename "$source").o"
done
cat "$4"/*.o | wc -c
