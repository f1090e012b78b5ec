// SPDX-License-Identifier: Apache-2.0
#include <norma/load/schema.hpp>

#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::usage_test {

TEST_CASE("wrong usage ends with 64, says what is wrong and prints nothing else") {
  const struct {
    std::string arguments, code, says;
  } all[] = {
      {"", "N0112", "norma --help"},
      {"chek a.yaml", "N0111", "did you mean `check`?"},
      {"check", "N0113", "UNIT"},
      {"check --pak x a.yaml", "N0110", "did you mean `--pack`?"},
      {"check a.yaml --pack", "N0114", "--pack"},
      {"check a.yaml --pack a --pack b", "N0114", "--pack"},
      {"check a.yaml --format xml", "N0115", "text, json, md, html"},
      {"check a.yaml --lang fr", "N0115", "zh, en"},
      {"check a.yaml --as-of 2024/3/31", "N0118", "2024-03-31"},
      {"check a.yaml --as-of 2023/5/6", "N0118", "write the day as `2023-05-06`"},
      {"check a.yaml --as-of 2023-5-6", "N0118", "write the day as `2023-05-06`"},
      {"check a.yaml -f html", "N0110", "did you mean `--format`?"},
      {"check a.yaml -x html", "N0110", "`-x` is not understood\n"},
      {"check a.yaml -format html", "N0110", "did you mean `--format`?"},
      {"check a.yaml --as-of 2023-02-29", "N0118", "2023-02-29"},
      {"check a.yaml --as-of 20240-03-31", "N0118", "20240-03-31"},
      {"check a.yaml --known-as-of ''", "N0155", "--known-as-of"},
      {"check a.yaml -o ''", "N0155", "leave `--output` out"},
      {"check a.yaml --pack ''", "N0155", "`--pack`"},
      {"check a.yaml --pack cn --standard ''", "N0155", "`--standard`"},
      {"check --facts '' --pack cn", "N0155", "`--facts`"},
      {"schema report --output= --lang en", "N0155", "`--output`"},
      {"check --facts a.csv --line ''", "N0155", "`--line`"},
      {"check a.yaml --format ''", "N0155", "`--format`"},
      {"check a.yaml --lang ''", "N0155", "`--lang`"},
      {"--lang '' list", "N0155", "`--lang`"},
      {"eval 1 --facts ''", "N0155", "`--facts`"},
      {"show a --pack ''", "N0155", "`--pack`"},
      {"template area --members ''", "N0155", "`--members`"},
      {"template area -o ''", "N0155", "`--output`"},
      {"schema report --output ''", "N0155", "`--output`"},
      {"eval", "N0113", "EXPR"},
      {"eval 1 2", "N0122", "`2`"},
      {"show", "N0113", "NAME"},
      {"template", "N0113", "STANDARD"},
      {"schema", "N0113", "KIND"},
      {"check a.yaml --max-bytes", "N0114", "--max-bytes"},
      {"check a.yaml --max-bytes ''", "N0155", "--max-bytes"},
      {"check a.yaml --max-bytes 0", "N0131", "200MiB"},
      {"check a.yaml --max-bytes -1", "N0131", "`-1`"},
      {"check a.yaml --max-bytes 1.5MiB", "N0131", "`1.5MiB`"},
      {"check a.yaml --max-bytes 200MB", "N0131", "`200MB`"},
      {"list --max-bytes MiB", "N0131", "`MiB`"},
      {"check --facts a.csv --threads 0", "N0138", "`0`"},
      {"check --facts a.csv --threads -1", "N0138", "`-1`"},
      {"check --facts a.csv --threads 257", "N0138", "256"},
      {"check --facts a.csv --threads 2x", "N0138", "`2x`"},
      {"check --facts a.csv --threads 4294967297", "N0138", "256"},
      {"list --max-bytes 18446744073709551616", "N0131", "--max-bytes"},
      {"list --max-bytes 17179869184GiB", "N0131", "--max-bytes"},
      {"--nosuch", "N0110", "--nosuch"},
  };
  for (const auto& one : all) {
    CAPTURE(one.arguments);
    const auto r = norma_test::norma(one.arguments);
    CHECK(r.code == 64);
    CHECK(r.out.empty());
    CHECK(contains(r.err, one.code));
    CHECK(contains(r.err, one.says));
  }
}

TEST_CASE("the language is that asked for, else that of the environment") {
  const std::string line = "$norma check " + fails + on;
  CHECK(contains(shell(line).out, "FAIL"));
  CHECK(contains(shell(line + "--lang zh").out, "不达标"));
  CHECK(contains(shell("LC_ALL=zh_CN.UTF-8 " + line).out, "不达标"));
  CHECK(contains(shell("LC_ALL= LANG=zh_CN.UTF-8 " + line).out, "不达标"));
  CHECK(contains(shell("LC_ALL=C.UTF-8 LANG=zh_CN.UTF-8 " + line).out, "FAIL"));
  CHECK(contains(shell("LC_ALL=zh_CN.UTF-8 " + line + "--lang=en").out, "FAIL"));
  CHECK(contains(shell("$norma --lang zh check").err, "缺少"));
}

TEST_CASE("every verb has a help page in both languages that names its options") {
  for (const std::string verb :
       {"", "check ", "eval ", "list ", "show ", "test ", "template ", "schema "}) {
    CAPTURE(verb);
    const auto en = norma_test::norma(verb + "--help");
    const auto zh = norma_test::norma(verb + "-h --lang zh");
    CHECK(en.code == 0);
    CHECK(zh.code == 0);
    CHECK(en.err.empty());
    CHECK(contains(en.out, "Usage: norma " + verb));
    CHECK(contains(zh.out, "用法：norma " + verb));
    CHECK(contains(en.out, "--help"));
    CHECK(contains(zh.out, "--help"));
  }
  for (const std::string option :
       {"--pack", "--standard", "--as-of", "--known-as-of", "--format", "--no-remedies",
        "--max-bytes", "--output", "--lang"}) {
    CAPTURE(option);
    CHECK(contains(norma_test::norma("check --help").out, option));
    CHECK(contains(norma_test::norma("check --help --lang zh").out, option));
  }
}

TEST_CASE("the help of schema names every kind of files") {
  for (const auto& kind : norma::file_kinds()) {
    CAPTURE(kind);
    CHECK(contains(norma_test::norma("schema --help").out, kind));
    CHECK(contains(norma_test::norma("schema --help --lang zh").out, kind));
  }
}

TEST_CASE("the version is that of the library") {
  const auto r = norma_test::norma("--version");
  CHECK(r.code == 0);
  CHECK(r.out.rfind("norma 1.", 0) == 0);
}

}  // namespace norma_test::usage_test
