// SPDX-License-Identifier: MIT
// Owners of libzip's handles. Internal to archives.
#pragma once

#include <zip.h>

#include <memory>

namespace orienta::zip_handles {

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_source_t* source) const { zip_source_free(source); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using Source = std::unique_ptr<zip_source_t, Discard>;
using File = std::unique_ptr<zip_file_t, Discard>;

}  // namespace orienta::zip_handles
