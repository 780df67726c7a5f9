// SPDX-License-Identifier: MIT
// Reports in a real browser. `./dev test full` installs what that needs.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "reports/document_samples.hpp"
#include "reports/html.hpp"
#include "support/run_program.hpp"
#include "support/temp_folder.hpp"

using namespace orienta;
using namespace orienta::report;

namespace {

namespace fs = std::filesystem;

/// Kept, so that a person can look at pages and pictures.
fs::path folder() {
  return fs::path(ORIENTA_BUILD_DIR) / "web-pages";
}

std::string text_of_pdf(const std::string& name) {
  return test::run_program("/usr/bin/pdftotext", {"-layout", (folder() / name).string(), "-"}).out;
}

}  // namespace

TEST_CASE("reports in a browser: both themes, phone, print, keys, no request, nothing for axe", "[web]") {
  const fs::path modules = fs::path(ORIENTA_SOURCE_DIR) / "build/web/node_modules";
  INFO("./dev test full installs the browser's driver into build/web");
  REQUIRE(fs::exists(modules / "playwright-core"));
  fs::remove_all(folder());
  test::write_text(folder() / "small.html", to_html(samples::small_document()));
  test::write_text(folder() / "full.html", to_html(samples::full_document()));
  test::write_text(folder() / "hostile.html", to_html(samples::hostile_document()));
  test::RunOptions options;
  options.timeout = std::chrono::minutes(4);
  const auto run = test::run_program(
      "/usr/bin/env",
      {"node", std::string(ORIENTA_SOURCE_DIR) + "/tests/web/pages.mjs", modules.string(), folder().string()},
      options);
  INFO(run.out << run.err);
  CHECK(run.exit_code == 0);

  for (const auto& [name, document] :
       {std::pair{"full.pdf", samples::full_document()}, std::pair{"small.pdf", samples::small_document()}}) {
    const std::string text = text_of_pdf(name);
    INFO(name);
    for (const Chapter& chapter : document.chapters)
      CHECK(text.find(chapter.title) != std::string::npos);
  }
  // The head of a table stands again on every sheet of it.
  const std::string text = text_of_pdf("full.pdf");
  std::size_t heads = 0;
  for (std::size_t at = text.find("Полнота"); at != std::string::npos; at = text.find("Полнота", at + 1))
    ++heads;
  CHECK(heads >= 2);
}
