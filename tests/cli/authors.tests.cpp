// SPDX-License-Identifier: MIT
// What authors of sets type: a set to grow from, what lint says of it, and a page to read or print.
#include <catch2/catch_test_macros.hpp>
#include <filesystem>

#include "workspace.hpp"

using namespace orienta::test;

namespace {

namespace fs = std::filesystem;

/// Makes a set in the workspace and gives its folder.
std::string new_set(const Workspace& workspace, const std::string& plugin) {
  workspace.out({"criteria", "new", "our-set", "--plugin", plugin, "-o", workspace.path("")});
  return workspace.path("our-set");
}

}  // namespace

TEST_CASE("a new set for each plugin lints clean and its samples agree", "[cli]") {
  for (const char* const plugin :
       {"service-levels", "staff-competencies", "process-standards", "feedback-systems"}) {
    INFO(plugin);
    const Workspace workspace;
    const std::string folder = new_set(workspace, plugin);
    const ProgramRun lint = workspace.run({"criteria", "lint", folder});
    CHECK(lint.exit_code == 0);
    CHECK(lint.err.empty());
    const ProgramRun test = workspace.run({"criteria", "test", folder});
    INFO(test.out + test.err);
    CHECK(test.exit_code == 0);
    CHECK(test.err.empty());
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) CHECK(read_text(entry.path()).find("my-set") == std::string::npos);
    const std::string project = workspace.path("p.orienta");
    workspace.out(
        {"new", project, "--organisation", "O", "--set", "our-set", "--criteria", workspace.path("")});
  }
}

TEST_CASE("a new set replaces nothing and says what is possible", "[cli]") {
  const Workspace workspace;
  new_set(workspace, "service-levels");
  const auto make = [&](const std::string& id, const std::string& plugin) {
    return workspace.run({"criteria", "new", id, "--plugin", plugin, "-o", workspace.path("")});
  };
  const ProgramRun again = make("our-set", "service-levels");
  CHECK(again.exit_code == 1);
  CHECK(again.err.find("our-set") != std::string::npos);
  const ProgramRun near = make("other", "service-level");
  CHECK(near.exit_code == 1);
  CHECK(near.err.find("\"service-levels\"") != std::string::npos);
  CHECK(make("Big Letters", "service-levels").exit_code == 1);
  CHECK(make("../out", "service-levels").exit_code == 1);
  CHECK_FALSE(fs::exists(workspace.path("other")));
}

TEST_CASE("lint asks the plugin about its params and says where they stand", "[cli]") {
  const Workspace workspace;
  const std::string folder = new_set(workspace, "process-standards");
  std::string text = read_text(folder + "/set.yaml");
  text.replace(text.find("major: 50"), 9, "major: 500");
  write_text(folder + "/set.yaml", text);
  const ProgramRun run = workspace.run({"criteria", "lint", folder, "--format", "csv"});
  CHECK(run.exit_code == 1);
  CHECK(csv_field(run.out, {{"code", "trace.param-number"}}, "severity") == "error");
  CHECK(csv_field(run.out, {{"code", "trace.param-number"}}, "line") != "");
  CHECK(workspace.run({"criteria", "lint", folder}).err.find("caps.major") != std::string::npos);

  text.replace(text.find("plugin: process-standards"), 25, "plugin: process-standard");
  write_text(folder + "/set.yaml", text);
  const ProgramRun unknown = workspace.run({"criteria", "lint", folder});
  CHECK(unknown.exit_code == 0);
  CHECK(unknown.err.find("\"process-standards\"") != std::string::npos);
}

TEST_CASE("a set becomes one page to read or print in each language", "[cli]") {
  const Workspace workspace;
  const std::string folder = new_set(workspace, "service-levels");
  std::string text = read_text(folder + "/set.yaml");
  const std::string ask = "Can staff name what is promised?";
  text.replace(text.find(ask), ask.size(), "<script>alert('x')</script> & more?");
  write_text(folder + "/set.yaml", text);
  const std::vector<std::string> show{"criteria", "show", "our-set", "--criteria", workspace.path("")};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), show.begin(), show.end());
    return workspace.out(more);
  };
  const std::string page = with({"--format", "html"});
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.find("<html lang=\"en\">") != std::string::npos);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; more?") != std::string::npos);
  CHECK(page.find("@media print") != std::string::npos);
  for (const char* const outside : {"http:", "https:", "url(", "@import", "src="})
    CHECK(page.find(outside) == std::string::npos);
  CHECK(with({"--format", "html", "--lang", "pl"}).find("Czy jest zapisane") != std::string::npos);

  with({"-o", workspace.path("page.html"), "--lang", "ru"});
  const std::string written = read_text(workspace.path("page.html"));
  CHECK(written.find("<html lang=\"ru\">") != std::string::npos);
  CHECK(written.find("Засчитывается, если") != std::string::npos);
  with({"-o", workspace.path("page.csv"), "--format", "csv"});
  CHECK(read_text(workspace.path("page.csv")).starts_with("dimension,criterion,indicator"));
  CHECK(workspace.run({"criteria", "list", "--format", "html"}).exit_code == 2);
}
