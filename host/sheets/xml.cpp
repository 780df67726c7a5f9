// SPDX-License-Identifier: MIT
#include "sheets/xml.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <type_traits>

namespace orienta {
namespace {

constexpr int kMostDepth = 64;
constexpr char kSeparator = '|';
constexpr std::size_t kPiece = 1u << 20;

std::string_view local(const char* name) {
  const std::string_view whole = name;
  const auto separator = whole.rfind(kSeparator);
  return separator == std::string_view::npos ? whole : whole.substr(separator + 1);
}

struct Free {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free>;

struct Run {
  XML_Parser parser;
  XmlHandler& handler;
  int depth = 0;
  XmlEnd end = XmlEnd::kDone;

  void stop(XmlEnd why) {
    if (end == XmlEnd::kDone) end = why;
    XML_StopParser(parser, XML_FALSE);
  }
  bool is_over() const { return end != XmlEnd::kDone; }
};

void on_start(void* data, const char* name, const char** attributes) {
  Run& run = *static_cast<Run*>(data);
  if (run.is_over()) return;
  if (++run.depth > kMostDepth) return run.stop(XmlEnd::kBad);
  if (!run.handler.start(local(name), XmlAttributes(attributes))) run.stop(XmlEnd::kStopped);
}

void on_end(void* data, const char* name) {
  Run& run = *static_cast<Run*>(data);
  if (run.is_over()) return;
  --run.depth;
  if (!run.handler.end(local(name))) run.stop(XmlEnd::kStopped);
}

void on_text(void* data, const char* text, int size) {
  Run& run = *static_cast<Run*>(data);
  if (run.is_over()) return;
  if (!run.handler.text({text, static_cast<std::size_t>(size)})) run.stop(XmlEnd::kStopped);
}

void on_doctype(void* data, const char*, const char*, const char*, int) {
  static_cast<Run*>(data)->stop(XmlEnd::kDoctype);
}

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2)
    if (local(pair[0]) == name) return pair[1];
  return {};
}

bool XmlAttributes::is_set(std::string_view name) const {
  const std::string_view value = get(name);
  return value == "1" || value == "true";
}

XmlEnd read_xml(std::string_view bytes, XmlHandler& handler) {
  const Parser parser(XML_ParserCreateNS(nullptr, kSeparator));
  if (!parser) return XmlEnd::kBad;
  Run run{parser.get(), handler};
  XML_SetUserData(parser.get(), &run);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
  for (bool last = false; !last;) {
    const std::size_t size = std::min(bytes.size(), kPiece);
    last = size == bytes.size();
    const XML_Status status = XML_Parse(parser.get(), bytes.data(), static_cast<int>(size), last ? 1 : 0);
    if (run.is_over()) return run.end;
    if (status != XML_STATUS_OK) return XmlEnd::kBad;
    bytes.remove_prefix(size);
  }
  return run.end;
}

}  // namespace orienta
