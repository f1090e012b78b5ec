// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include "cli/run.hpp"

namespace norma_test::output_test {

namespace fs = std::filesystem;

TEST_CASE("what can not be written ends with 74 and a message") {
  for (const std::string& line :
       {"check " + fails + on, std::string("list"), std::string("eval 1"),
        std::string("--help"), std::string("schema report"),
        std::string("test rules/cn-size"),
        std::string("template enterprise.large_medium"), "check examples/facts" + on}) {
    CAPTURE(line);
    const auto r = shell("$norma " + line + " >/dev/full");
    CHECK(r.code == 74);
    CHECK(contains(r.err, "N0119"));
  }
  CHECK(norma("check " + fails + on + "-o /dev/full").code == 74);
  CHECK(norma("check " + fails + on + "-o /nowhere/report.txt").code == 74);
}

TEST_CASE("an output file appears whole, and keeps its mode") {
  const scratch files;
  const auto out = files.path("report.txt");
  const auto r = norma("check " + fails + on + "-o " + out);
  CHECK(r.code == 1);
  CHECK(r.out.empty());
  CHECK(read_file(out) == norma("check " + fails + on).out);

  shell("chmod 600 " + out);
  CHECK(norma("check " + passes + on + "-o " + out).code == 0);
  CHECK(fs::status(out).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(contains(read_file(out), "PASS"));
  CHECK(std::distance(fs::directory_iterator(files.path()), fs::directory_iterator()) ==
        1);
}

TEST_CASE("a file that can not be finished leaves the old one as it was") {
  const scratch files;
  const auto out = files.file("report.html", "old");
  const auto r = shell("trap '' XFSZ; ulimit -f 1; $norma check " + fails + on +
                       "--format html -o " + out);
  CHECK(r.code == 74);
  CHECK(read_file(out) == "old");
  CHECK(std::distance(fs::directory_iterator(files.path()), fs::directory_iterator()) ==
        1);
}

TEST_CASE("an output that is a link stays one, a pipe is written to") {
  const scratch files;
  files.file("target.txt", "old");
  fs::create_symlink("target.txt", files.path("link.txt"));
  CHECK(norma("check " + fails + on + "-o " + files.path("link.txt")).code == 1);
  CHECK(fs::is_symlink(files.path("link.txt")));
  CHECK(contains(read_file(files.path("target.txt")), "FAIL"));

  const auto said = norma("check " + fails + on).out;
  const auto line = "$norma check " + fails + on + "-o ";
  CHECK(shell(line + "/dev/stdout | cat").out == said);
  CHECK(shell(line + "/dev/stdout").out == said);
  CHECK(shell(line + "/dev/fd/3 3>&1 >/dev/null").out == said);
  CHECK(shell(line + "/dev/null").code == 1);
}

TEST_CASE("nothing that is read is written over") {
  const scratch files;
  const auto pack = files.path("pack");
  shell("cp -r examples/tutorial/pack " + pack + "; cp examples/tutorial/shop.yaml " +
        files.path() + "; cp -r examples/files/guide examples/files/city " +
        files.path());
  files.file("pack/tests/kept.yaml", "kept");
  const auto judge = "check " + files.path("shop.yaml") + on + "--pack " + pack + " -o ";
  for (const std::string name : {"facts.yaml", "pack.yaml", "tests/kept.yaml"}) {
    CAPTURE(name);
    const auto before = read_file(pack + '/' + name);
    for (const auto& line :
         {judge + pack + '/' + name, judge + files.path("guide/../pack/") + name,
          "check " + files.path("shop.yaml") + ' ' + files.path("shop.yaml") + on +
              "--pack " + pack + " -o " + pack + '/' + name,
          "template shop.basic --pack " + pack + " -o " + pack + '/' + name}) {
      CAPTURE(line);
      const auto r = norma(line);
      CHECK(r.code == 64);
      CHECK(contains(r.err, name.starts_with("tests/") ? "N0179" : "N0137"));
      CHECK(read_file(pack + '/' + name) == before);
    }
  }
  // Of the pack that it builds on as well.
  const auto below = files.path("guide/facts.yaml");
  const auto before = read_file(below);
  const auto city = norma("check --facts examples/files/workshops.csv --pack " +
                          files.path("city") + " --format csv -o " + below);
  CHECK(city.code == 64);
  CHECK(contains(city.err, "N0137"));
  CHECK(read_file(below) == before);
  // Nor is there a new file that the pack would read.
  shell("mkdir " + pack + "/schemes");
  for (const std::string name : {"new.yaml", "schemes/new.yaml", "tests/new.yaml",
                                 "tests/NEW.YML", "tests/a.json"}) {
    CAPTURE(name);
    for (const auto& line :
         {judge + pack + '/' + name,
          "template shop.basic --pack " + pack + " -o " + pack + '/' + name}) {
      const auto r = norma(line);
      CHECK(r.code == 64);
      CHECK(contains(r.err, "N0179"));
      CHECK_FALSE(fs::exists(pack + '/' + name));
    }
  }
  CHECK(norma(judge + files.path("new.yaml")).code < 64);
  // Beside them results may stand, and be written anew.
  for (const std::string name : {"/report.txt", "/new.yml", "/NEW.YAML"}) {
    CHECK(norma(judge + pack + name).code < 64);
    CHECK(norma(judge + pack + name).code < 64);
  }
}

TEST_CASE("files of a pack that does not load are not written over") {
  const scratch files;
  const std::string head = read_file("tests/golden/pack/pack.yaml");
  files.file("pack.yaml", head);
  const std::string broken = "norma: 1\nfacts: [\n";
  const auto facts = files.file("facts.yaml", broken);
  for (const std::string& units : {fails, fails + ' ' + fails}) {
    for (const char* form : {" --format json", " --format text"}) {
      CAPTURE(units, form);
      const auto r = norma("check " + units + " --pack " + files.path() + on + form +
                           " -o " + facts);
      CHECK(r.code >= 64);
      CHECK(read_file(facts) == broken);
    }
  }
}

TEST_CASE("tables of members are not written over") {
  const scratch files;
  const auto members = files.file("members.csv", "id,sound\na,true\n");
  const std::string area =
      "norma: 1\nunit: area\nkind: park\nfacts: {members: {file: members.csv}}\n";
  const auto one = files.file("area.yaml", area);
  files.file(
      "units.ndjson",
      "{\"unit\":\"area\",\"kind\":\"park\",\"members\":{\"file\":\"members.csv\"}}\n");
  const auto pack = fs::absolute("tests/golden/pack").string() + on;
  for (const auto& line :
       {"check area.yaml --pack " + pack, "check area.yaml area.yaml --pack " + pack,
        "check --facts units.ndjson --pack " + pack,
        "check --facts units.ndjson --line 1 --pack " + pack}) {
    CAPTURE(line);
    const auto r = shell("cd " + files.path() + "; $norma " + line + " -o members.csv");
    CHECK(r.code == 64);
    CHECK(contains(r.err, "N0137"));
    CHECK(read_file(members) == "id,sound\na,true\n");
    CHECK(std::distance(fs::directory_iterator(files.path()), fs::directory_iterator()) ==
          3);
  }
}

TEST_CASE("the standard input is not written over either") {
  const scratch files;
  const std::string rows = "id,sound\na,true\n";
  const auto in = files.file("in.csv", rows);
  const auto line =
      "$norma check --facts - --pack tests/golden/pack --format csv" + on + "< " + in;
  for (const auto& to : {" -o " + in, " -o " + files.path("./in.csv"), " >> " + in}) {
    CAPTURE(to);
    const auto r = shell(line + to);
    CHECK(r.code == 64);
    CHECK(contains(r.err, "N0137"));
    CHECK(read_file(in) == rows);
  }
  CHECK(shell(line + " -o " + files.path("out.csv")).code == 2);
}

TEST_CASE("what is said where streams are closed goes into no file") {
  const scratch files;
  const auto table = files.file("t.csv", "id,sound,due\na,true,x\nb,true,1\n");
  const auto out = files.path("out");
  const std::string judge = " --pack tests/golden/pack --standard contracts" + on;
  for (const std::string& line :
       {"check " + table + judge + "--format json", "check " + table + judge,
        "check --facts " + table + judge + "--format csv"}) {
    CAPTURE(line);
    CHECK(norma(line + " -o " + out).code == 65);
    const auto whole = read_file(out);
    for (const std::string closed : {">&- 2>&-", "2>&-", "<&- >&- 2>&-"}) {
      CAPTURE(closed);
      fs::remove(out);
      CHECK(shell("$norma " + line + " -o " + out + ' ' + closed).code == 65);
      CHECK(read_file(out) == whole);
    }
  }
  for (const std::string& line :
       {"check " + fails + on, std::string("list"), std::string("eval 1"),
        "check " + fails + on + "-o /dev/stdout"})
    CHECK(shell("$norma " + line + " >&-").code == 74);
  CHECK(shell("$norma check --facts - --pack cn-zj <&-").code == 66);
}

TEST_CASE("a named pipe takes what somebody reads, and is told where nobody does") {
  const scratch files;
  const auto pipe = files.path("pipe");
  const auto units = "examples/facts --format json" + on;
  const auto said = norma("check " + units).out;
  REQUIRE(said.size() > 100'000);  // more than a pipe holds
  const auto read = shell("mkfifo " + pipe + "; { sleep 0.3; cat; } < " + pipe +
                          " & $norma check " + units + "-o " + pipe + "; wait");
  CHECK(read.out == said);
  CHECK(read.err.empty());

  const auto late =
      shell("(sleep 0.1; cat " + pipe + ") & $norma schema report -o " + pipe + "; wait");
  CHECK(late.out == norma("schema report").out);

  for (const std::string& line : {"check " + fails + on, std::string("schema report ")}) {
    CAPTURE(line);
    const auto alone = shell("timeout 60 $norma " + line + "-o " + pipe);
    CHECK(alone.code == 74);
    CHECK(contains(alone.err, "N0119"));
    CHECK(contains(alone.err, "no program reads this pipe"));
  }
}

TEST_CASE("a reader that stops early hears no complaint") {
  const auto r = shell("$norma check " + fails + on + "--format json | head -c 1");
  CHECK(r.out == "{");
  CHECK(r.err.empty());
}

TEST_CASE("what goes into a pipe has no colour, no progress and one width") {
  const auto plain = norma("check " + fails + on).out;
  CHECK_FALSE(contains(plain, "\x1b"));
  CHECK(shell("COLUMNS=40 TERM=xterm $norma check " + fails + on).out == plain);
  const auto summary = norma("check examples/facts" + on);
  CHECK_FALSE(contains(summary.out, "\x1b"));
  CHECK(summary.err.empty());
}

TEST_CASE("long work shows how far it is on a terminal, and leaves no trace") {
  const scratch files;
  const auto r = shell("script -qec \"$norma check" + large_and_medium + on + "> " +
                       files.path("out") + "\" /dev/null");
  CHECK(r.code == 1);
  CHECK(contains(r.out, "\r\x1b[K3 / 6"));
  CHECK(r.out.substr(r.out.rfind('\r')) == "\r\x1b[K");
  CHECK(read_file(files.path("out")) == norma("check" + large_and_medium + on).out);
}

TEST_CASE("the same inputs and days give the same bytes in every time zone") {
  for (const std::string format : {"text", "json", "md", "html"}) {
    CAPTURE(format);
    const auto line = "$norma check " + fails + on + "--format " + format;
    const auto here = shell("TZ=Asia/Shanghai " + line).out;
    CHECK_FALSE(here.empty());
    CHECK(shell("cd /; TZ=America/St_Johns " + std::string("$norma check \"$OLDPWD/") +
                fails + "\"" + on + "--format " + format)
              .out == here);
  }
}

TEST_CASE("a command beside share/norma/rules uses the packs there") {
  const scratch files;
  const auto r = shell("mkdir -p " + files.path("bin") + " " + files.path("share/norma") +
                       "; cp $norma " + files.path("bin/norma") + "; cp -r rules " +
                       files.path("share/norma/rules") + "; rm -r " +
                       files.path("share/norma/rules/cn-zj") + "; " +
                       files.path("bin/norma") + " list");
  CHECK(r.code == 0);
  CHECK(contains(r.out, "cn-size"));
  CHECK_FALSE(contains(r.out, "cn-zj"));
}

}  // namespace norma_test::output_test
