// SPDX-License-Identifier: MIT
// XML as events. Internal to sheets; the only part that knows expat.
#pragma once

#include <string>
#include <string_view>

namespace orienta {

/// Attributes of an element, by their names without namespace; valid during the event.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  /// Empty when there is none.
  std::string_view get(std::string_view name) const;
  /// "1" or "true".
  bool is_set(std::string_view name) const;

 private:
  const char** pairs_;
};

/// Names come without their namespaces.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// False stops reading.
  virtual bool start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual bool end(std::string_view name) = 0;
  /// Comes in pieces.
  virtual bool text(std::string_view piece) = 0;
};

enum class XmlEnd : unsigned char {
  kDone,
  kBad,      ///< not well formed, or nested too deeply
  kDoctype,  ///< declares a document type
  kStopped,  ///< by the handler
};

XmlEnd read_xml(std::string_view bytes, XmlHandler& handler);

}  // namespace orienta
