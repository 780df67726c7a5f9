// SPDX-License-Identifier: MIT
#include "sheets/workbook.hpp"

#include "archives/archive.hpp"
#include "base/limits.hpp"
#include "sheets/cells.hpp"
#include "sheets/styles.hpp"

namespace orienta {
namespace {

/// Opens the parts of one workbook, one after the other.
class Reading {
 public:
  Reading(ArchiveReader archive, std::string_view name) : archive_(std::move(archive)), name_(name) {}

  Result<Workbook> read() {
    Links top;
    if (Status good = read_part("_rels/.rels", top, Needed::kNo); !good) return failure(good.error());
    std::string book = top.path_of_type("officeDocument", "");
    if (book.empty()) book = "xl/workbook.xml";
    if (!archive_.find(book) || !book.ends_with(".xml"))
      return failure(ErrorKind::kInput, msg("sheets.not-a-workbook"), {name_});
    const auto slash = book.rfind('/');
    folder_ = slash == std::string::npos ? std::string() : book.substr(0, slash + 1);
    if (Status good = read_part(book, list_, Needed::kYes); !good) return failure(good.error());
    const std::string links = folder_ + "_rels/" + book.substr(folder_.size()) + ".rels";
    if (Status good = read_part(links, links_, Needed::kYes); !good) return failure(good.error());
    if (Status good = read_shared(); !good) return failure(good.error());
    return read_sheets();
  }

 private:
  enum class Needed : unsigned char { kNo, kYes };

  tl::unexpected<Error> damaged(std::string_view part) const {
    return failure(ErrorKind::kCorrupt, msg("sheets.damaged", {{"part", part.substr(0, 80)}}), {name_});
  }
  tl::unexpected<Error> too_large() const {
    return failure(ErrorKind::kLimit,
                   msg("sheets.too-large",
                       {{"mebibytes", limits::kWorkbookBytes >> 20}, {"cells", limits::kWorkbookCells}}),
                   {name_});
  }

  Status read_part(const std::string& path, XmlHandler& handler, Needed needed) {
    const auto index = archive_.find(path);
    if (!index && needed == Needed::kNo) return {};
    if (!index) return damaged(path);
    const auto bytes = archive_.read(*index);
    if (!bytes && bytes.error() == ArchiveFault::kTooLarge) return too_large();
    if (!bytes) return damaged(path);
    switch (read_xml(*bytes, handler)) {
      case XmlEnd::kDone:
        return {};
      case XmlEnd::kDoctype:
        return failure(ErrorKind::kCorrupt, msg("sheets.has-doctype", {{"part", path}}), {name_});
      case XmlEnd::kBad:
      case XmlEnd::kStopped:
        break;
    }
    return damaged(path);
  }

  Status read_shared() {
    if (const std::string path = links_.path_of_type("styles", folder_); !path.empty())
      if (Status good = read_part(path, styles_, Needed::kNo); !good) return good;
    if (const std::string path = links_.path_of_type("sharedStrings", folder_); !path.empty())
      if (Status good = read_part(path, strings_, Needed::kNo); !good) return good;
    return {};
  }

  Result<Workbook> read_sheets() {
    Workbook book;
    for (const SheetList::Entry& entry : list_.sheets) {
      const std::string path = links_.path_of(entry.link, folder_);
      if (path.empty()) return damaged(entry.name);
      if (path.find("worksheets/") == std::string::npos && path.find("chartsheets/") != std::string::npos)
        continue;
      Sheet& sheet = book.sheets.emplace_back();
      sheet.name = entry.name;
      sheet.is_hidden = entry.is_hidden;
      CellReader cells(sheet, strings_.strings, styles_, list_.from_1904, room_);
      Status good = read_part(path, cells, Needed::kYes);
      if (cells.trouble() == CellReader::Trouble::kTooMany) return too_large();
      if (!good) return failure(good.error());
    }
    if (book.sheets.empty()) return damaged("workbook.xml");
    return book;
  }

  ArchiveReader archive_;
  std::string name_;
  std::string folder_;
  SheetList list_;
  Links links_;
  Styles styles_;
  SharedStrings strings_;
  Room room_{limits::kWorkbookCells, limits::kWorkbookBytes};
};

}  // namespace

bool is_archive(std::string_view beginning) {
  return beginning.starts_with(std::string_view("PK\x03\x04", 4));
}

bool is_old_workbook(std::string_view beginning) {
  return beginning.starts_with(std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8));
}

Result<Workbook> read_workbook(std::string_view bytes, std::string_view name) {
  const Where where{std::string(name)};
  if (is_old_workbook(bytes)) return failure(ErrorKind::kInput, msg("sheets.not-a-workbook"), where);
  auto archive = ArchiveReader::open(
      bytes, {limits::kWorkbookFileBytes, limits::kWorkbookParts, limits::kWorkbookBytes, false});
  if (!archive && archive.error() == ArchiveFault::kDamaged)
    return failure(ErrorKind::kCorrupt, msg("sheets.no-archive"), where);
  if (!archive)
    return failure(ErrorKind::kLimit,
                   msg("sheets.too-large",
                       {{"mebibytes", limits::kWorkbookBytes >> 20}, {"cells", limits::kWorkbookCells}}),
                   where);
  return Reading(std::move(*archive), name).read();
}

}  // namespace orienta
