// SPDX-License-Identifier: MIT
// Where the named widgets of the last frame are: so that a test clicks what a user would click, and sees what
// text did not fit.
#pragma once

#include <imgui.h>

#include <map>
#include <string>
#include <vector>

namespace orienta::gui {

struct Spot {
  ImVec2 from;
  ImVec2 to;
  bool enabled = true;
  std::string text;  ///< what it says
};

class Recorder {
 public:
  /// A recorder that is off costs nothing; the dashboard's is off unless it is tested or photographed.
  void turn_on() { is_on_ = true; }
  bool is_on() const { return is_on_; }
  void begin_frame() {
    spots_.clear();
    cut_.clear();
  }
  void put(const std::string& name, Spot spot) {
    if (is_on_) spots_[name] = std::move(spot);
  }
  void put_cut(const std::string& text) {
    if (is_on_) cut_.push_back(text);
  }
  const std::map<std::string, Spot>& spots() const { return spots_; }
  /// Texts that were wider than their place.
  const std::vector<std::string>& cut() const { return cut_; }

 private:
  bool is_on_ = false;
  std::map<std::string, Spot> spots_;
  std::vector<std::string> cut_;
};

}  // namespace orienta::gui
