// SPDX-License-Identifier: Apache-2.0
// `norma check --facts`: what is told of the input, short of an error or not.

#include <array>       // std::array
#include <filesystem>  // std::filesystem::exists
#include <string>      // std::string
#include <vector>      // std::vector

#include "catch.hpp"
#include "cli/run.hpp"

namespace norma_test::facts_findings_test {

namespace {

using norma_test::contains;
using norma_test::on;
using norma_test::outcome;
using norma_test::scratch;

const std::string rest =
    " --pack rules/cn-zj --standard enterprise.large_medium --as-of 2024-03-31 ";

outcome check(const std::string& name, const std::string& content,
              const std::string& options = "--lang en") {
  const scratch files;
  return norma_test::norma("check --facts " + files.file(name, content) + rest + options);
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++n;
  return n;
}

const std::string utf8_none = "\xc4\xe3\xba\xc3";  // GBK

}  // namespace

TEST_CASE("values out of range and against a check are told with line and column") {
  const auto run = check("units.csv",
                         "id,worker_count,contract_due_count,contract_signed_count\n"
                         "a,-5,3,3\nb,1000,\"10\",  11\nc,1000,10,10\n");
  CHECK(run.code == 2);
  CHECK(contains(run.err,
                 "units.csv:2:3: warning[N0676]: the fact `worker_count` counts "
                 "as unknown: "));
  CHECK(contains(run.err, "[N0742]"));
  CHECK(times(run.err, "[N0746]") == 1);
  CHECK(contains(run.err, "units.csv:3:8: warning[N0676]"));
  CHECK(!contains(run.err, "units.csv:4:"));
  CHECK(contains(run.out, "2 with facts in error"));
  const auto chinese = check("units.csv", "id,worker_count\na,-5\n", "--lang zh");
  CHECK(contains(chinese.err, "事实 `worker_count` 按未知处理：数据有误"));
  CHECK(contains(chinese.out, "数据有误 1"));
}

TEST_CASE("values out of range are told of lines, wherever the key stands") {
  const auto run =
      check("units.ndjson",
            "{\"id\":\"a\",\"worker_count\": -5}\n{\"worker_count\":4}\n"
            // Read by itself: something waits for a decision.
            "{\"在岗人数\":-1,\"training_plan_made\":{\"pending\":\"x\"}}\n");
  CHECK(contains(run.err, "units.ndjson:1:27: warning[N0676]"));
  CHECK(!contains(run.err, "units.ndjson:2:"));
  CHECK(contains(run.err, "units.ndjson:3:"));
  CHECK(contains(run.out, "2 with facts in error"));
}

TEST_CASE("of many rows in error all are counted, and some are told") {
  std::string rows = "id,worker_count\n";
  for (int i = 0; i < 3000; ++i) rows += "a,-1\n";
  const auto run = check("units.csv", rows);
  CHECK(times(run.err, "warning[N0676]") == 100);
  CHECK(contains(run.err, "2900 more findings are not shown"));
  CHECK(contains(run.out, "3000 with facts in error"));
}

TEST_CASE("of a row with more errors than are told it is said that there are more") {
  const scratch files;
  files.file("shops/pack.yaml",
             "norma: 1\npack: shops\nversion: 1.0.0\ntitle: {zh: 店, en: Shops}\n"
             "documents:\n  d: {number: 1, title: {zh: 文}}\n");
  files.file("shops/facts.yaml",
             "norma: 1\nunits:\n  shop: {label: {zh: 店, en: shop}}\nrecords:\n"
             "  case:\n    fields:\n"
             "      people: {type: count, label: {zh: 人数, en: people}}\n"
             "facts:\n  cases: {label: {zh: 案件, en: cases}, of: [shop], "
             "type: list of case}\n");
  files.file("shops/shop.yaml",
             "norma: 1\nstandard: shop\ntitle: {zh: 店, en: Shops}\nunit: shop\n"
             "in_force: {from: 2023-01-01}\ncite: {document: d, clause: 一}\nitems:\n"
             "  - id: size\n    cite: ①\n    title: {zh: 人数, en: Size}\n    all:\n"
             "      - id: people\n        title: {zh: 人, en: People}\n"
             "        require: every c in cases satisfies c.people <= 3\n");
  const auto line = [](int cases) {
    std::string all;
    for (int i = 0; i < cases; ++i)
      all += (i == 0 ? "" : ",") + ("{\"people\":" + std::to_string(-1 - i)) + "}";
    return "{\"cases\":[" + all + "]}\n";
  };
  const auto told = [&](const std::string& rows, const std::string& lang) {
    return norma_test::norma("check --facts " + files.file("units.ndjson", rows) +
                             " --pack " + files.path("shops") +
                             " --as-of 2024-03-31 --all-findings --lang " + lang)
        .err;
  };
  const auto one = told(line(101), "en");
  CHECK(contains(one,
                 "units.ndjson:1: warning[N0688]: more than 100 values are in error; "
                 "the first 100 are told"));
  CHECK(times(one, "warning[N0676]") == 100);
  CHECK(contains(told(line(3) + line(150), "zh"), "units.ndjson:2: 警告[N0688]"));
  CHECK(!contains(told(line(100), "en"), "N0688"));
}

TEST_CASE("facts of which nothing is said are named once") {
  const auto run = check("units.csv", "id,worker_count\na,5\nb,5\n");
  CHECK(times(run.err, "note[N0139]") == 1);
  CHECK(contains(run.err, "… (+"));
  CHECK(!contains(run.err, "worker_count,"));
  const auto lines =
      check("units.ndjson", "{\"worker_count\":1}\n{\"size_class\":\"large\"}\n");
  CHECK(times(lines.err, "note[N0139]") == 1);
  CHECK(!contains(lines.err, "size_class"));
  CHECK(!contains(lines.err, "worker_count"));
}

TEST_CASE("a value that can not be read is told with its column or key") {
  const auto rows = check("units.csv",
                          "id,在岗人数,coordinator_count,size_class,name\n"
                          "a,many,1,large,\nb,5,\"few\",large,\nc,5,1,lrage,\nd,5\n");
  CHECK(contains(rows.err, "units.csv:2:3: error[N0646]: `在岗人数`: `many` is not a"));
  CHECK(contains(rows.err, "units.csv:3:5: error[N0646]: `coordinator_count`: `few`"));
  CHECK(
      contains(rows.err, "units.csv:4:7: error[N0617]: `size_class`: `lrage` is not a"));
  CHECK(contains(rows.err, "units.csv:5:1: error[N0639]: this row has only"));
  const auto lines = check("units.ndjson",
                           "{\"在岗人数\":\"many\"}\n{\"size_class\":\"lrage\"}\n"
                           "{\"worker_count\":1,\"在岗人数\":2}\n",
                           "--lang zh");
  CHECK(contains(lines.err, "units.ndjson:1:9: 错误[N0646]：`在岗人数`：`many` 不是数"));
  CHECK(contains(lines.err, "错误[N0617]：`size_class`：`lrage` 不是"));
  CHECK(contains(lines.err, "错误[N0602]：事实 `worker_count` 给出了两次"));
}

TEST_CASE("all findings, and all facts of which nothing is said, are told if asked for") {
  std::string rows = "id,worker_count\n";
  for (int i = 0; i < 150; ++i) rows += "a,-1\nb,many\n";
  const auto run = check("units.csv", rows, "--all-findings --lang en");
  CHECK(times(run.err, "warning[N0676]") == 150);
  CHECK(times(run.err, "error[N0646]") == 150);
  CHECK(!contains(run.err, "N0134"));
  CHECK(!contains(run.err, "(+"));
  CHECK(!contains(run.err, "--all-findings"));
  // In the order of the clauses.
  const auto at = [&run](const std::string& fact) { return run.err.find(fact); };
  CHECK(at("size_industry") < at("party_org_sound"));
  CHECK(at("party_org_sound") < at("contract_due_count"));
  CHECK(at("contract_due_count") < at("satisfaction_valid_count"));
  CHECK(at("satisfaction_valid_count") != std::string::npos);
  const auto few = check("units.csv", rows);
  CHECK(contains(few.err, "help: `--all-findings` tells them all"));
  CHECK(contains(few.err, "help: `--all-findings` names them all"));
  CHECK(norma_test::norma("check a.yaml --all-findings").code == 64);
}

TEST_CASE("of a file of lines without any unit that is told, and no missing fact") {
  const auto empty = check("units.ndjson", "");
  CHECK(empty.code == 66);
  CHECK(contains(empty.err, "error[N0699]: the file holds no unit"));
  const auto wrong = check("units.ndjson", "{\"unit\":\"nothing\"}\n");
  CHECK(wrong.code == 65);
  CHECK(!contains(wrong.err, "N0139"));
  CHECK(contains(check("units.csv", "").err, "error[N0637]"));
}

TEST_CASE("a misspelt column is told with what is meant") {
  const auto run = check("units.csv", "id,worker_cuont,size_class\na,5,large\n");
  CHECK(contains(run.err, "unknown column `worker_cuont`"));
  CHECK(contains(run.err, "did you mean `worker_count`"));
}

TEST_CASE("booleans and days are read as pandas writes them") {
  const std::string head = "id,training_plan_made,training_plan_made__date\n";
  const auto plain = check("units.csv", head + "a,true,2024-01-31\nb,false,2024-01-31\n",
                           "--format csv");
  const auto python = check(
      "units.csv", head + "a,True,2024-01-31 00:00:00\nb,False,2024-01-31T00:00:00.000\n",
      "--format csv");
  CHECK(python.out == plain.out);
  CHECK(python.err == plain.err);
  // The reader of single rows takes them, too: a number stands where there is none.
  const auto both = check(
      "units.csv", "id,training_plan_made,worker_count\na,True,#pending\n", "--lang en");
  CHECK(both.code == 2);
  const auto late = check("units.csv", head + "a,true,2024-01-31 08:15:00\n");
  CHECK(late.code == 65);
  CHECK(contains(late.err,
                 "units.csv:2:8: error[N0614]: `training_plan_made__date`: `2024-01-31 "
                 "08:15:00` is not a "
                 "date; help: write dates like `2024-01-31`"));
}

TEST_CASE("a strict run ends at the first row with facts in error") {
  const std::string head = "id,worker_count\n";
  const auto run =
      check("units.csv", head + "a,1\nb,-5\nc,-6\nd,x\n", "--strict --lang en");
  CHECK(run.code == 65);
  CHECK(contains(run.err, "units.csv:3:3: warning[N0676]"));
  CHECK(contains(run.err, "error[N0151]: line 3 has facts in error"));
  CHECK(!contains(run.err, "units.csv:4:"));
  CHECK(!contains(run.err, "units.csv:5:"));
  CHECK(run.out.empty());
  // What can not be read before it ends the run as ever.
  const auto unread = check("units.csv", head + "a,x\nb,-5\n", "--strict --lang en");
  CHECK(unread.code == 65);
  CHECK(!contains(unread.err, "N0151"));
  CHECK(!contains(unread.err, "N0676"));
  const auto lines =
      check("units.ndjson", "{\"worker_count\":1}\n{\"worker_count\":-1}\n",
            "--strict --lang zh");
  CHECK(lines.code == 65);
  CHECK(contains(lines.err, "第 2 行数据有误"));
  const auto good = check("units.csv", head + "a,1\n", "--strict --lang en");
  CHECK(good.code == 2);
  CHECK(contains(good.out, "1 undetermined"));
}

TEST_CASE("a strict run writes no results") {
  const scratch files;
  const auto rows = files.file("units.csv", "id,worker_count\na,1\nb,-5\n");
  const auto out = rows + ".out.csv";
  const auto run =
      norma_test::norma("check --facts " + rows + rest + "--strict -o " + out);
  CHECK(run.code == 65);
  CHECK(!std::filesystem::exists(out));
  CHECK(norma_test::norma("check --facts " + rows + rest + "-o " + out).code == 2);
  CHECK(std::filesystem::exists(out));
}

TEST_CASE("a file of another form is told as such") {
  for (const auto& [bytes, form] :
       {std::pair<std::string, std::string>{"PAR1\x15\x04", "Parquet"},
        {std::string("ARROW1\0\0", 8), "Arrow"},
        {std::string("PK\x03\x04\x14\0", 6), "Excel"}}) {
    const auto run = check("units.bin", bytes);
    CHECK(run.code == 65);
    CHECK(contains(run.err, "error[N0141]"));
    CHECK(contains(run.err, "is a file of " + form));
    CHECK(contains(run.err, "python -m norma check"));
    CHECK(contains(run.err, "this reads CSV and NDJSON"));
  }
}

TEST_CASE("old Excel is told as what it is, wherever a file is named") {
  const std::string old("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", 10);
  const scratch files;
  const auto book = files.file("units.xls", old);
  for (const std::string& asked : {"check --facts " + book + rest, "check " + book}) {
    const auto run = norma_test::norma(asked + " --lang en");
    CHECK(run.code == 65);
    CHECK(contains(run.err, "error[N0150]"));
    CHECK(contains(run.err, "a workbook of old Excel (.xls)"));
    CHECK(contains(run.err, "CSV UTF-8"));
    CHECK(!contains(run.err, "N0103"));
  }
  const auto parquet =
      norma_test::norma("check " + files.file("a.yaml", "PAR1\x15\x04") + " --lang en");
  CHECK(parquet.code == 65);
  CHECK(contains(parquet.err, "a file of Parquet, and this reads YAML, JSON and CSV"));
}

TEST_CASE("text in another encoding is told once") {
  std::string rows = "id,name,worker_count\n", lines;
  for (int i = 0; i < 30; ++i) {
    rows += "a," + utf8_none + ",5\n";
    lines += "{\"id\":\"a\",\"name\":\"" + utf8_none + "\"}\n";
  }
  for (const auto& run : {check("units.csv", rows), check("units.ndjson", lines)}) {
    CHECK(run.code == 65);
    CHECK(times(run.err, "error[N0140]") == 1);
    CHECK(!contains(run.err, "N0103"));
    CHECK(contains(run.err, "iconv -f GB18030 -t UTF-8"));
    CHECK(!contains(run.err, "N0134"));
    CHECK(contains(run.out, "30 could not be judged"));
  }
  const auto other = check("units.csv", "id,worker_count\n\xff\xfe,5\n\xff\xfe,5\n");
  CHECK(times(other.err, "error[N0103]") == 1);
}

TEST_CASE("a fact in two columns is told once, a row with a quote left open once") {
  const auto twice = check("units.csv", "id,worker_count,在岗人数\na,5,6\nb,5,6\nc,5,\n");
  CHECK(times(twice.err, "error[N0602]") == 1);
  CHECK(contains(twice.err, "units.csv:2:"));
  CHECK(contains(twice.out, "2 could not be judged"));
  const auto open = check("units.csv", "id,name,worker_count\na,\"b\nc,d,5\n");
  CHECK(times(open.err, "error[") == 1);
  CHECK(contains(open.err, "error[N0220]"));
}

TEST_CASE("each line that gives a fact twice is told") {
  const std::string line = "{\"worker_count\":5,\"worker_count\":6}\n";
  const auto run = check("units.ndjson", line + "{\"worker_count\":5}\n" + line + line);
  CHECK(times(run.err, "error[N0602]") == 3);
  for (const auto* place : {"units.ndjson:1:", "units.ndjson:3:", "units.ndjson:4:"})
    CHECK(contains(run.err, place));
  CHECK(contains(run.out, "3 could not be judged"));
}

TEST_CASE("a line says nothing twice, be one of both blank") {
  const std::vector<std::array<std::string, 3>> all = {
      {"worker_count", "5", "N0602"}, {"worker_count__date", "\"2024-03-01\"", "N0602"},
      {"id", "\"a\"", "N0202"},       {"unit", "\"enterprise\"", "N0202"},
      {"kind", "\"a\"", "N0202"},     {"colour", "1", "N0202"}};
  for (const auto& [key, some, code] : all) {
    for (const bool blank_first : {true, false}) {
      const auto named = '"' + key + "\":";
      const auto line = "{\"size_class\":\"large\"," + named +
                        (blank_first ? "null" : some) + ',' + named +
                        (blank_first ? some : "null") + "}\n";
      INFO(line);
      for (const std::string how : {"", "--line 1 "}) {
        const auto run = check("units.ndjson", line, how + "--lang en");
        CHECK(run.code == 65);
        CHECK(contains(run.err, "units.ndjson:1:"));
        CHECK(contains(run.err, "error[" + code + "]"));
      }
    }
  }
}

TEST_CASE("a fact under two of its names is given twice, though one be blank") {
  for (const std::string line : {"{\"worker_count\":5,\"在岗人数\":null}\n",
                                 "{\"worker_count\":null,\"在岗人数\":5}\n",
                                 "{\"persons working\":5,\"worker_count\":null}\n",
                                 "{\"persons working\":null,\"在岗人数\":null}\n"}) {
    INFO(line);
    for (const std::string how : {"", "--line 1 "}) {
      const auto run = check("units.ndjson", line, how + "--lang en");
      CHECK(run.code == 65);
      CHECK(contains(run.err, "error[N0602]: the fact `worker_count` is given twice"));
    }
  }
}

TEST_CASE("blanks and days say the same of a line, however it is read") {
  const auto read = [](const std::string& more, const std::string& how) {
    return check(
        "units.ndjson",
        "{\"id\":\"a\",\"worker_count\":5,\"size_class\":\"large\"," + more + "}\n",
        how + "--lang en");
  };
  // Of a site; of which kind the unit is.
  for (const std::string more : {"\"site_worker_count\":null", "\"unit\":null",
                                 "\"unit\":\"\",\"site_worker_count\":\"\"",
                                 "\"training_plan_made__date\":\"2024-03-01\""}) {
    INFO(more);
    CHECK(read(more, "").code == 2);
    CHECK(read(more, "--line 1 ").code == 2);
  }
  for (const std::string more :
       {"\"site_worker_count\":5", "\"site_worker_count__date\":\"2024-03-01\"",
        "\"training_plan_made__date\":\"soon\""}) {
    INFO(more);
    for (const std::string how : {"", "--line 1 "}) {
      const auto run = read(more, how);
      CHECK(run.code == 65);
      CHECK(contains(run.err, "units.ndjson:1:"));
    }
  }
}

TEST_CASE("findings of lines have their column") {
  const auto twice =
      check("units.ndjson", "{\"id\":\"a\", \"worker_count\":5, \"worker_count\":6}\n");
  CHECK(contains(twice.err, "units.ndjson:1:"));
  CHECK(!contains(twice.err, "units.ndjson:1: "));
  const auto none = check("units.ndjson", "{\"id\":\"a\"}\n   [1]\n");
  CHECK(contains(none.err, "units.ndjson:2:4: error[N0136]"));
}

TEST_CASE("a blank in quotes is a unit of which nothing is known") {
  const auto run = check("units.csv", "worker_count\n5\n\"\"\n\n7\n", "--format csv");
  CHECK(contains(run.out, "\n2,,"));
  CHECK(contains(run.out, "\n3,,"));
  CHECK(contains(run.out, "\n5,,"));
}

TEST_CASE("packs and standards that are nearly named are offered") {
  const scratch files;
  const auto units = files.file("units.csv", "id,worker_count\na,5\n");
  const auto pack =
      norma_test::norma("check --facts " + units + " --pack cn-jz --lang en");
  CHECK(pack.code == 66);
  CHECK(contains(pack.err, "did you mean `cn-zj`?"));
  const auto far =
      norma_test::norma("check --facts " + units + " --pack atlantis --lang en");
  CHECK(contains(far.err, "error[N0117]"));
  const auto near =
      norma_test::norma("check --facts " + units +
                        " --pack cn-zj --standard entreprise.large_medium --lang en");
  CHECK(contains(near.err, "did you mean `enterprise.large_medium`?"));
  const auto none = norma_test::norma("check --facts " + units +
                                      " --pack cn-zj --standard hospital --lang en");
  CHECK(none.code == 64);
  CHECK(contains(none.err,
                 "it has `area`, `construction_site`, `enterprise.large_medium`, "));
}

TEST_CASE("of lines that are units' files the first are told which names were meant") {
  const scratch files;
  files.file("shops/pack.yaml",
             "norma: 1\npack: shops\nversion: 1.0.0\ntitle: {zh: 店, en: Shops}\n"
             "documents:\n  d: {number: 1, title: {zh: 文}}\n");
  std::string facts = "norma: 1\nunits:\n  shop: {label: {zh: 店, en: shop}}\nfacts:\n";
  std::string lines;
  for (int i = 0; i < 4'000; ++i) {
    const auto number = std::to_string(i);
    facts += "  a_name_of_forty_characters_more_or_less" + number + ": {label: {zh: 数" +
             number + "}, of: [shop], type: count}\n";
    if (i < 200)
      lines +=
          "{\"norma\":1,\"unit\":\"shop\",\"facts\":"
          "{\"a_name_of_forty_characters_more_or_lest" +
          number + "\":1}}\n";
  }
  files.file("shops/facts.yaml", facts);
  files.file("shops/shop.yaml",
             "norma: 1\nstandard: shop\ntitle: {zh: 店, en: Shops}\nunit: shop\n"
             "in_force: {from: 2023-01-01}\ncite: {document: d, clause: 一}\nitems:\n"
             "  - id: size\n    cite: ①\n    title: {zh: 数, en: Size}\n    all:\n"
             "      - id: few\n        title: {zh: 数, en: Few}\n"
             "        require: a_name_of_forty_characters_more_or_less0 <= 3\n");
  const auto run = norma_test::norma(
      "check --facts " + files.file("units.ndjson", lines) + " --pack " +
      files.path("shops") + " --as-of 2024-03-31 --all-findings --lang en");
  CHECK(times(run.err, "error[N0601]") == 200);
  CHECK(contains(run.err, "did you mean `a_name_of_forty_characters_more_or_less0`?"));
  CHECK(times(run.err, "did you mean") ==
        72);  // two million words, seven for each of these
}

TEST_CASE("an unknown key that stands in a line twice is told as any that does") {
  const auto run =
      check("units.ndjson", "{\"id\":\"a\",\"colour\":1,\"colour\":2}\n{\"id\":\"b\"}\n");
  CHECK(run.code == 65);
  CHECK(
      contains(run.err, "units.ndjson:1:22: error[N0202]: the key `colour` stands here"));
  CHECK(contains(run.out, "1 could not be judged"));
  // What it says of a unit of its own is told as well.
  const auto alone =
      check("units.ndjson", "{\"colour\":1,\"colour\":2}\n", "--line 1 --lang en");
  CHECK(alone.code == 65);
  CHECK(contains(alone.err, "N0202"));
}

TEST_CASE("of very many keys that are nothing the first are told by name") {
  std::string line = "{\"id\":\"a\"";
  for (int i = 0; i < 20'000; ++i) line += ",\"k" + std::to_string(i) + "\":1";
  for (const std::string how : {"", "--line 1 "}) {
    const auto run = check("units.ndjson", line + "}\n", how + "--lang en");
    CHECK(run.code == 2);
    CHECK(contains(run.err, "the unknown key `k0`"));
  }
  const auto all = check("units.ndjson", line + "}\n", "--all-findings --lang en");
  CHECK(times(all.err, "[N0696]") == 1'000);
  CHECK(contains(check("units.ndjson", line + "}\n").err, "more findings are not shown"));
}

}  // namespace norma_test::facts_findings_test
