// SPDX-License-Identifier: MIT
// What the build puts in (site.cmake): addresses of the engine's files, apart by spaces. Modules that
// run as they are have none.
declare const GEUL_PARTS: string;
