// SPDX-License-Identifier: MIT
#include <catch2/catch_test_macros.hpp>

#include "app/conformity.hpp"

using namespace orienta;

TEST_CASE("what a set maps to is a standard, its edition and a clause", "[app]") {
  CHECK(clause_of("ISO 9001:2015 9.1.2") == StandardClause{"ISO 9001", "2015", "9.1.2"});
  CHECK(clause_of("ISO 18295-1:2017") == StandardClause{"ISO 18295-1", "2017", ""});
  CHECK(clause_of("Client-centricity standard for business:2022 4.5") ==
        StandardClause{"Client-centricity standard for business", "2022", "4.5"});
  CHECK(clause_of("ISO 9001 9.1") == StandardClause{"ISO 9001", "", "9.1"});
  CHECK(clause_of("ISO 9001") == StandardClause{"ISO 9001", "", ""});
  CHECK(clause_of("ISO/IEC 33020:2019 A.3") == StandardClause{"ISO/IEC 33020", "2019", "A.3"});
  CHECK(clause_of("") == StandardClause{});
}

TEST_CASE("a standard is meant however it is written", "[app]") {
  const StandardClause complaints{"ISO 10002", "2018", "8.2"};
  for (const char* const written :
       {"ISO 10002", "ISO-10002", "iso10002", "iso10002:2018", "ISO 10002-2018", "10002"})
    CHECK(means_standard(written, complaints));
  for (const char* const written :
       {"", "ISO", "ISO 1000", "ISO 10002:2014", "0002", "ISO 10004", "ISO 10002 8.2"})
    CHECK_FALSE(means_standard(written, complaints));
  const StandardClause centre{"ISO 18295-1", "2017", ""};
  for (const char* const written : {"ISO 18295", "18295-1", "iso 18295-1:2017"})
    CHECK(means_standard(written, centre));
  CHECK_FALSE(means_standard("ISO 18295-2", centre));
  const StandardClause state{"Client-centricity standard for business", "2022", "4.5"};
  CHECK(means_standard("client-centricity", state));
  CHECK_FALSE(means_standard("client", StandardClause{"ISO 9001", "2015", ""}));
}
