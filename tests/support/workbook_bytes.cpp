// SPDX-License-Identifier: MIT
#include "support/workbook_bytes.hpp"

#include <algorithm>
#include <stdexcept>

#include "archives/archive.hpp"
#include "base/decimal.hpp"

namespace orienta::test {
namespace {

constexpr const char* kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char* kMain = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr const char* kLink =
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
constexpr const char* kLinks = " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
constexpr const char* kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string link(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kType + type + "\" Target=\"" + target + "\"/>";
}

std::string styles(const HandMadeBook& book) {
  std::string formats, looks = "<xf numFmtId=\"0\"/>";
  for (std::size_t i = 0; i < book.formats.size(); ++i) {
    const std::string id = std::to_string(164 + i);
    formats += "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + book.formats[i] + "\"/>";
    looks += "<xf numFmtId=\"" + id + "\"/>";
  }
  return std::string(kHead) + "<styleSheet" + kMain + "><numFmts>" + formats +
         "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + looks +
         "</cellXfs></styleSheet>";
}

void put(std::vector<ArchiveFile>& files, const std::string& path, const std::string& bytes) {
  const auto found = std::ranges::find(files, path, &ArchiveFile::path);
  if (found != files.end())
    found->bytes = bytes;
  else
    files.push_back({path, bytes});
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text)
    out += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  return out;
}

}  // namespace

std::string workbook_bytes(const HandMadeBook& book) {
  std::vector<ArchiveFile> files;
  std::string list,
      links = link("s", "styles", "styles.xml") + link("t", "sharedStrings", "sharedStrings.xml");
  for (std::size_t i = 0; i < book.sheets.size(); ++i) {
    const HandMadeSheet& sheet = book.sheets[i];
    const std::string id = std::to_string(i + 1);
    const std::string state = sheet.state.empty() ? "" : " state=\"" + sheet.state + "\"";
    list += "<sheet name=\"" + sheet.name + "\" sheetId=\"" + id + "\"" + state + " r:id=\"r" + id + "\"/>";
    links += link("r" + id, "worksheet", "worksheets/sheet" + id + ".xml");
    files.push_back({"xl/worksheets/sheet" + id + ".xml", std::string(kHead) + "<worksheet" + kMain + ">" +
                                                              sheet.before + "<sheetData>" + sheet.rows +
                                                              "</sheetData>" + sheet.rest + "</worksheet>"});
  }
  std::string strings;
  for (const std::string& text : book.strings)
    strings += "<si>" + text + "</si>";
  put(files, "_rels/.rels",
      std::string(kHead) + "<Relationships" + kLinks + ">" + link("b", "officeDocument", "xl/workbook.xml") +
          "</Relationships>");
  put(files, "xl/workbook.xml",
      std::string(kHead) + "<workbook" + kMain + kLink + "><workbookPr date1904=\"" +
          (book.from_1904 ? "1" : "0") + "\"/><sheets>" + list + "</sheets></workbook>");
  put(files, "xl/_rels/workbook.xml.rels",
      std::string(kHead) + "<Relationships" + kLinks + ">" + links + "</Relationships>");
  put(files, "xl/sharedStrings.xml", std::string(kHead) + "<sst" + kMain + ">" + strings + "</sst>");
  put(files, "xl/styles.xml", styles(book));
  for (const auto& [path, bytes] : book.other)
    put(files, path, bytes);
  const auto bytes = write_archive(files, Packing::kDeflated);
  if (!bytes) throw std::runtime_error("no archive");
  return *bytes;
}

std::string rows_of(const std::vector<std::vector<std::string>>& rows) {
  std::string out;
  for (const auto& row : rows) {
    out += "<row>";
    for (const std::string& text : row)
      out += text.empty()          ? "<c/>"
             : parse_decimal(text) ? "<c><v>" + text + "</v></c>"
                                   : "<c t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
    out += "</row>";
  }
  return out;
}

}  // namespace orienta::test
