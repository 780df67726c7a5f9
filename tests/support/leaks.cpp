// SPDX-License-Identifier: MIT
// What the leak sanitizer is not to report: memory that a library of the system keeps to the end of the
// process.

/// Fontconfig keeps the patterns of its cache. Only builds with the sanitizer call this.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig\n";
}
