// SPDX-License-Identifier: MIT
#include "store/fault_vfs.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <new>
#include <stdexcept>

namespace orienta::test {
namespace {

struct Plan {
  int at = 0;  ///< 0: nothing fails
  int count = 0;
  bool failed = false;
  FaultVfs::Fault fault = FaultVfs::Fault::kTransient;

  /// Whether the operation that comes now fails.
  bool next() {
    ++count;
    if (at == 0 || count < at || (count > at && fault == FaultVfs::Fault::kTransient)) return false;
    failed = true;
    return true;
  }
};

// SQLite's interface has no place for it: a file system belongs to the process.
Plan plan;
sqlite3_vfs* real_vfs = nullptr;
sqlite3_vfs fault_vfs;

struct File {
  sqlite3_file base;
  sqlite3_file* real;
};

sqlite3_file* real_of(sqlite3_file* file) {
  return reinterpret_cast<File*>(file)->real;
}

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  sqlite3_file* real = real_of(file);
  if (!plan.next()) return real->pMethods->xWrite(real, bytes, size, at);
  if (plan.fault == FaultVfs::Fault::kExit) {
    real->pMethods->xWrite(real, bytes, size / 2, at);
    ::_exit(0);
  }
  return plan.fault == FaultVfs::Fault::kFull ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
  sqlite3_file* real = real_of(file);
  if (plan.fault == FaultVfs::Fault::kFull || !plan.next()) return real->pMethods->xTruncate(real, size);
  if (plan.fault == FaultVfs::Fault::kExit) ::_exit(0);
  return SQLITE_IOERR_TRUNCATE;
}

int sync(sqlite3_file* file, int flags) {
  sqlite3_file* real = real_of(file);
  if (plan.fault == FaultVfs::Fault::kFull || !plan.next()) return real->pMethods->xSync(real, flags);
  if (plan.fault == FaultVfs::Fault::kExit) ::_exit(0);
  return SQLITE_IOERR_FSYNC;
}

int remove(sqlite3_vfs*, const char* name, int flags) {
  if (plan.fault == FaultVfs::Fault::kFull || !plan.next()) return real_vfs->xDelete(real_vfs, name, flags);
  if (plan.fault == FaultVfs::Fault::kExit) ::_exit(0);
  return SQLITE_IOERR_DELETE;
}

/// Calls the same method of the real file.
template <auto Method, class... Args>
auto pass(sqlite3_file* file, Args... args) {
  sqlite3_file* real = real_of(file);
  return (real->pMethods->*Method)(real, args...);
}

int close(sqlite3_file* file) {
  sqlite3_file* real = real_of(file);
  return real->pMethods != nullptr ? real->pMethods->xClose(real) : SQLITE_OK;
}

using Methods = sqlite3_io_methods;
const Methods kMethods = {
    2,
    close,
    [](sqlite3_file* f, void* b, int n, sqlite3_int64 at) { return pass<&Methods::xRead>(f, b, n, at); },
    write,
    truncate,
    sync,
    [](sqlite3_file* f, sqlite3_int64* size) { return pass<&Methods::xFileSize>(f, size); },
    [](sqlite3_file* f, int lock) { return pass<&Methods::xLock>(f, lock); },
    [](sqlite3_file* f, int lock) { return pass<&Methods::xUnlock>(f, lock); },
    [](sqlite3_file* f, int* out) { return pass<&Methods::xCheckReservedLock>(f, out); },
    [](sqlite3_file* f, int op, void* arg) { return pass<&Methods::xFileControl>(f, op, arg); },
    [](sqlite3_file* f) { return pass<&Methods::xSectorSize>(f); },
    [](sqlite3_file* f) { return pass<&Methods::xDeviceCharacteristics>(f); },
    [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
      return pass<&Methods::xShmMap>(f, page, size, extend, out);
    },
    [](sqlite3_file* f, int offset, int n, int flags) {
      return pass<&Methods::xShmLock>(f, offset, n, flags);
    },
    [](sqlite3_file* f) { pass<&Methods::xShmBarrier>(f); },
    [](sqlite3_file* f, int remove_it) { return pass<&Methods::xShmUnmap>(f, remove_it); },
    nullptr,
    nullptr,
};

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  File* ours = reinterpret_cast<File*>(file);
  ours->real = reinterpret_cast<sqlite3_file*>(ours + 1);
  ours->real->pMethods = nullptr;
  const int code = real_vfs->xOpen(real_vfs, name, ours->real, flags, out_flags);
  ours->base.pMethods = code == SQLITE_OK ? &kMethods : nullptr;
  return code;
}

}  // namespace

FaultVfs::FaultVfs() {
  real_vfs = sqlite3_vfs_find(nullptr);
  if (real_vfs == nullptr) throw std::runtime_error("SQLite has no file system");
  fault_vfs = *real_vfs;
  fault_vfs.zName = "orienta-faults";
  fault_vfs.szOsFile = static_cast<int>(sizeof(File)) + real_vfs->szOsFile;
  fault_vfs.xOpen = open;
  fault_vfs.xDelete = remove;
  plan = {};
  sqlite3_vfs_register(&fault_vfs, 1);
}

FaultVfs::~FaultVfs() {
  sqlite3_vfs_unregister(&fault_vfs);
  sqlite3_vfs_register(real_vfs, 1);
}

void FaultVfs::fail_at(int n, Fault fault) {
  plan = {n, 0, false, fault};
}

void FaultVfs::heal() {
  plan.at = 0;
}

bool FaultVfs::has_failed() const {
  return plan.failed;
}

}  // namespace orienta::test
