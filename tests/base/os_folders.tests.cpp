// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <cstdlib>

#include "base/os.hpp"

using namespace orienta;

namespace {

/// Sets a variable (or, with null, removes it) for the life of this.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name), old_(os::environment(name)) { set(value); }
  ~Variable() { set(old_ ? old_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) const {
    if (value)
      ::setenv(name_, value, 1);
    else
      ::unsetenv(name_);
  }

  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("the user's folders follow the XDG variables", "[base]") {
  const Variable data("XDG_DATA_HOME", "/tmp/data");
  const Variable config("XDG_CONFIG_HOME", "/tmp/config");
  CHECK(os::user_data_folder() == "/tmp/data/orienta");
  CHECK(os::user_config_folder() == "/tmp/config/orienta");
}

TEST_CASE("the user's folders are below home when the variables are empty or relative", "[base]") {
  const Variable home("HOME", "/tmp/somebody");
  const Variable config("XDG_CONFIG_HOME", "");
  for (const char* value : {"relative/folder", ""}) {
    const Variable data("XDG_DATA_HOME", value);
    CHECK(os::user_data_folder() == "/tmp/somebody/.local/share/orienta");
  }
  CHECK(os::user_config_folder() == "/tmp/somebody/.config/orienta");
}

TEST_CASE("without HOME the account's home is used", "[base]") {
  const Variable home("HOME", nullptr);
  const Variable data("XDG_DATA_HOME", nullptr);
  const auto folder = os::user_data_folder();
  CHECK((folder.empty() || folder.is_absolute()));
}

TEST_CASE("the program's folder is where this test program lies", "[base]") {
  CHECK(std::filesystem::exists(os::program_folder() / "orienta_tests_base"));
}

TEST_CASE("an empty variable counts as not set", "[base]") {
  const Variable empty("ORIENTA_TEST_VARIABLE", "");
  CHECK_FALSE(os::environment("ORIENTA_TEST_VARIABLE"));
  const Variable set("ORIENTA_TEST_VARIABLE", "x");
  CHECK(os::environment("ORIENTA_TEST_VARIABLE") == "x");
}

TEST_CASE("the machine has one name that does not show what it is", "[base]") {
  CHECK(os::machine_id().size() == 64);
  CHECK(os::machine_id() == os::machine_id());
  CHECK(os::machine_id().find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("a file is not a terminal", "[base]") {
  const int file = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  CHECK_FALSE(os::is_terminal(file));
  ::close(file);
  CHECK_FALSE(os::is_terminal(-1));
}
