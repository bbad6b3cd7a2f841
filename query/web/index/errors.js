// SPDX-License-Identifier: MIT
// The errors of the client library (geul.d.ts says what each code means).

/** @typedef {'offline'|'missing'|'stale'|'corrupt'|'incompatible'} ErrorCode */

export class GeulError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} file  relative to the index's folder
   * @param {unknown} [cause]
   */
  constructor(code, file, cause) {
    super(`geul: ${file}: ${code}`, { cause });
    this.name = 'GeulError';
    this.code = code;
    this.file = file;
  }
}

/** Rejections of an aborted signal; fetch's own are alike.
 * @param {AbortSignal} [signal] */
export function throwIfAborted(signal) {
  if (signal?.aborted) throw new DOMException('aborted', 'AbortError');
}
