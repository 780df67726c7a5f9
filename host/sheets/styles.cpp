// SPDX-License-Identifier: MIT
#include "sheets/styles.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"

namespace orienta {
namespace {

/// "xl/" and "../a/b.xml" is "a/b.xml"; a target that begins with '/' counts from the top.
std::string joined(std::string_view folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  while (target.starts_with("../") || target.starts_with("./")) {
    const bool up = target.starts_with("../");
    target.remove_prefix(up ? 3 : 2);
    if (!up || folder.empty()) continue;
    const auto slash = folder.substr(0, folder.size() - 1).rfind('/');
    folder = slash == std::string_view::npos ? std::string_view{} : folder.substr(0, slash + 1);
  }
  return std::string(folder) + std::string(target);
}

}  // namespace

std::uint32_t whole_number(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() ? number : otherwise;
}

std::string unescaped(std::string text) {
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string out = text.substr(0, at);
  while (at < text.size()) {
    unsigned code = 0;
    const std::string_view left = std::string_view(text).substr(at);
    const bool fits = left.size() >= 7 && left.starts_with("_x") && left[6] == '_';
    const char* const end = fits ? left.data() + 6 : nullptr;
    if (fits && std::from_chars(left.data() + 2, end, code, 16).ptr == end && (code < 0x20 || code == '_')) {
      if (code == '_' || code == '\t' || code == '\n') out += static_cast<char>(code);
      at += 7;
    } else {
      out += text[at++];
    }
  }
  return out;
}

bool Links::start(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship" || attributes.get("TargetMode") == "External") return true;
  const std::string_view type = attributes.get("Type");
  links_.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)),
                    std::string(attributes.get("Target"))});
  return true;
}

std::string Links::path_of(std::string_view id, std::string_view folder) const {
  const auto found = std::ranges::find(links_, id, &Link::id);
  return found == links_.end() ? std::string() : joined(folder, found->target);
}

std::string Links::path_of_type(std::string_view type, std::string_view folder) const {
  const auto found = std::ranges::find(links_, type, &Link::type);
  return found == links_.end() ? std::string() : joined(folder, found->target);
}

bool SheetList::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "workbookPr") from_1904 = attributes.is_set("date1904");
  if (name != "sheet") return true;
  const std::string_view state = attributes.get("state");
  sheets.push_back({std::string(attributes.get("name")), std::string(attributes.get("id")),
                    !state.empty() && state != "visible"});
  return true;
}

bool Styles::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "numFmt")
    formats_[whole_number(attributes.get("numFmtId"), 0)] = look_of_format(attributes.get("formatCode"));
  if (name == "cellXfs") in_cells_ = true;
  if (name != "xf" || !in_cells_) return true;
  const std::uint32_t format = whole_number(attributes.get("numFmtId"), 0);
  const auto own = formats_.find(format);
  looks_.push_back(own != formats_.end() ? own->second : look_of_builtin(format));
  return true;
}

bool Styles::end(std::string_view name) {
  if (name == "cellXfs") in_cells_ = false;
  return true;
}

bool SharedStrings::start(std::string_view name, const XmlAttributes&) {
  if (name == "si") now_.clear();
  if (name == "rPh") ++aloud_;
  if (name == "t") in_text_ = aloud_ == 0;
  return true;
}

bool SharedStrings::end(std::string_view name) {
  if (name == "t") in_text_ = false;
  if (name == "rPh") --aloud_;
  if (name == "si") strings.push_back(unescaped(std::move(now_)));
  return strings.size() <= limits::kWorkbookCells;
}

bool SharedStrings::text(std::string_view piece) {
  if (in_text_) now_ += piece;
  return true;
}

}  // namespace orienta
