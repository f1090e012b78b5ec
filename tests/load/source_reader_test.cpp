// SPDX-License-Identifier: Apache-2.0
#include <norma/load/impl/source_reader.hpp>

#include <sys/stat.h>  // mkfifo

#include "catch.hpp"
#include "reading.hpp"

namespace norma_test::source_reader_test {

using norma::load_detail::check_text;
using norma::load_detail::read_source;
using norma_test::places;
using norma_test::source;

TEST_CASE("a file is read whole, symbolic links are followed") {
  const norma_test::folder f({{"甲.yaml", "a: 1\r\n"}});
  std::filesystem::create_symlink("甲.yaml", f.path() / "link.yaml");
  std::vector<norma::diagnostic> findings;
  for (const char* name : {"甲.yaml", "link.yaml"}) {
    const auto file = read_source(f.path() / name, {}, findings);
    REQUIRE(file);
    CHECK(file->content() == "a: 1\r\n");
    CHECK(file->name() == (f.path() / name).generic_string());
  }
  CHECK(findings.empty());
}

TEST_CASE("what can not be read is a finding, not an exception") {
  const norma_test::folder f({{"big.yaml", "0123456789"}});
  std::filesystem::create_symlink("round", f.path() / "round");
  std::vector<norma::diagnostic> findings;
  norma::limits small;
  small.file_bytes = 9;
  CHECK_FALSE(read_source(f.path() / "none.yaml", {}, findings));
  CHECK_FALSE(read_source(f.path(), {}, findings));
  CHECK_FALSE(read_source(f.path() / "round", {}, findings));
  CHECK_FALSE(read_source("/dev/zero", {}, findings));
  CHECK_FALSE(read_source(f.path() / "big.yaml", small, findings));
  small.file_bytes = 10;
  CHECK(read_source(f.path() / "big.yaml", small, findings));
  CHECK(places(findings) ==
        std::vector<std::string>{"N0101", "N0101", "N0101", "N0101", "N0102"});
  CHECK(findings[4].arguments[1] == "10");

  const auto why = [&](const std::filesystem::path& where) {
    findings.clear();
    CHECK_FALSE(read_source(where, {}, findings));
    return findings.at(0).help(norma::language::en);
  };
  REQUIRE(::mkfifo((f.path() / "pipe").c_str(), 0600) == 0);
  CHECK(why(f.path() / "none.yaml").ends_with("there is no such file or folder"));
  CHECK(why(f.path()).ends_with("this is a folder, not a file"));
  CHECK(why("/dev/zero").ends_with("this is a device, not a file"));
  CHECK(why(f.path() / "pipe")
            .ends_with("this is a pipe, not a file: save what comes through it first"));
}

TEST_CASE("text must be UTF-8 without hidden characters") {
  const auto found = [](const std::string& text) {
    std::vector<norma::diagnostic> findings;
    const bool good = check_text(source(text), {}, findings);
    CHECK(good == findings.empty());
    return places(findings);
  };
  using list = std::vector<std::string>;
  CHECK(found("\xef\xbb\xbf标准：a\tb\r\n‘’“”…—·").empty());
  CHECK(found("a\nb\xff") == list{"N0103 2:2"});
  CHECK(found("甲\x04 b\x7f\n\x1b") == list{"N0104 1:2", "N0104 1:5", "N0104 2:1"});
  CHECK(found("a\xc2\x85") == list{"N0104 1:2"});
  CHECK(found("a\xef\xbb\xbf") == list{"N0104 1:2"});
  CHECK(found("a\xe2\x80\xae\xe2\x81\xa6\xd8\x9c") ==
        list{"N0105 1:2", "N0105 1:3", "N0105 1:4"});
  std::vector<norma::diagnostic> many;
  CHECK_FALSE(check_text(source(std::string(100'000, '\x01')), {}, many));
  CHECK(many.size() == norma::limits{}.diagnostics_per_file);
}

}  // namespace norma_test::source_reader_test
