// SPDX-License-Identifier: MIT
// A report before it has a form: chapters of blocks in ready words. One document is written as HTML, PDF or
// DOCX, and a few of its blocks as slides; no writer decides what is said, only how it looks.
//
// All text is what a reader sees, in one language, with numbers already displayed; nothing in it is markup,
// so each writer escapes all of it for its target.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/catalogue.hpp"
#include "base/lang.hpp"
#include "charts/scene.hpp"

namespace orienta::report {

/// Within a chapter: level 2 or 3; the chapter's own title is level 1.
struct Heading {
  int level = 2;
  std::string text;
};

struct Paragraph {
  enum class Tone { kNormal, kQuiet, kStrong, kQuote };
  std::string text;  ///< may have line ends
  Tone tone = Tone::kNormal;
};

struct Bullets {
  std::vector<std::string> items;
  bool is_numbered = false;
};

/// The one number that matters of something, with what it is and a few short lines.
struct Card {
  std::string title;
  std::string figure;  ///< "2 of 7", "46", "–"
  std::string says;    ///< "level", "index so far, 34 % answered"
  std::vector<std::string> lines;
};
/// Cards side by side.
struct Cards {
  std::vector<Card> cards;
};

/// Rows of text. Widths are shares of the whole; a column of numbers stands to the right.
struct Grid {
  struct Column {
    std::string title;
    bool is_number = false;
    double share = 1;
  };
  std::string title;  ///< may be empty
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< each as wide as `columns`
  std::string empty;                           ///< said instead of no rows
};

/// A chart. `alt` says in a sentence what it shows, for those who cannot see it.
struct Chart {
  std::string title;
  std::string alt;
  charts::Scene scene;
};

using Block = std::variant<Heading, Paragraph, Bullets, Cards, Grid, Chart>;

struct Chapter {
  std::string id;  ///< [a-z0-9-], unique in the document: the anchor of links
  std::string title;
  std::vector<Block> blocks;
  bool begins_page = false;
};

/// What a project's owner has put on all its reports.
struct Brand {
  std::string author;
  std::string accent;  ///< "#1f4e9c", or empty for the product's own
  std::string logo;    ///< bytes of a PNG, or empty
};

/// The few words that writers say themselves. A writer leaves out what has no words.
struct Words {
  std::string contents;  ///< above the table of contents
  std::string skip;      ///< of the link past it, for those who go by keyboard
};
Words words_in(const Catalogue& catalogue);

struct Document {
  std::string title;     ///< of the organisation or unit it is about
  std::string subtitle;  ///< what it is, and of which period
  std::string note;      ///< that the data are invented, or internal; may be empty
  std::string date;      ///< as-of date, as displayed
  Lang lang = Lang::kEn;
  Brand brand;
  Words words;
  std::vector<Chapter> chapters;
};

/// What of a document goes before a board: eight to ten slides, each with a title that says what it shows.
struct Slide {
  std::string title;
  std::vector<Block> blocks;
};

}  // namespace orienta::report
