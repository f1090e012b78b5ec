// SPDX-License-Identifier: Apache-2.0
#include <string>  // std::string
#include <vector>  // std::vector

#include <norma/core/message.hpp>

#include "catch.hpp"
#include "expr/workbench.hpp"

namespace norma_test::check_test {

using norma::expr::door;
using norma::expr::make;
using norma::expr::make_list;
using norma::expr::make_number;
using norma::expr::type;
using norma::expr::type_kind;
using workbench::bench;

namespace {

struct finding {
  const char* text;
  const char* codes;  ///< each with the column it begins at, from 1
};

void check_all(const bench& work, const std::vector<finding>& rows) {
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(work.objections(row.text) == row.codes);
  }
}

std::string type_of(const char* text, door through = door::pack) {
  bench work;
  work.options.exact = false;
  work.options.through = through;
  const auto compiled = work.compile(text);
  REQUIRE(compiled.result);
  return norma::expr::to_string(compiled.result->result);
}

std::string help_of(const bench& work, const char* text) {
  const auto compiled = work.compile(text);
  REQUIRE(compiled.diagnostics.size() == 1);
  return compiled.diagnostics[0].help(norma::language::en);
}

}  // namespace

TEST_CASE("what rules say is accepted") {
  bench work;
  work.options.rate_allowed = true;
  for (const auto* text :
       {"workers > 0 and size in (\"large\", \"medium\")",
        "协调员人数 >= 2",
        "fund = 0",
        "rate(signed, workers) >= 100%",
        "signed / workers >= 90%",
        "some x in periods satisfies as_of in x",
        "\"induction\" in forms",
        "count(events[confirmed and date in last(12个月)]) = 0",
        "not(some x in events satisfies x.confirmed and x.date in last(window))",
        "total(events.amount) >= fund * 60%",
        "fund / workers >= 1000",
        "size >= \"medium\"",
        "if p then workers else 3",
        "[\"a\", t][1] = \"a\"",
        "d = null",
        "a in [1, [5..9]]",
        "every x in 1..3 satisfies x > 0",
        "d between @\"2023-01-01\" and as_of",
        "as_of - d <= 30天",
        "d + window > as_of",
        "count(forms) = workers",
        "events[1].amount = null",
        "event.日期 <= as_of",
        "fund ** 2 > fund * fund",
        "size = t",
        "min(1, a)",
        "t + \"x\" = \"yx\""})
    CHECK(work.objections(text).empty());
}

TEST_CASE("types are inferred with their units and categories") {
  CHECK(type_of("fund / workers") == "number of CNY/persons");
  CHECK(type_of("fund * fund / workers") == "number of CNY**2/persons");
  CHECK(type_of("1 / (workers * fund)") == "number of 1/(CNY*persons)");
  CHECK(type_of("signed / workers") == "number");
  CHECK(type_of("workers + 1") == "number of persons");
  CHECK(type_of("workers ** -2") == "number of 1/(persons**2)");
  CHECK(type_of("total(events.amount)") == "number of CNY");
  CHECK(type_of("events.amount") == "list of number of CNY");
  CHECK(type_of("events[confirmed]") == "list of record event");
  CHECK(type_of("events[1]") == "record event");
  CHECK(type_of("last(12个月)") == "range of date");
  CHECK(type_of("size") == "category size");
  CHECK(type_of("if p then size else \"large\"") == "category size");
  CHECK(type_of("max([size, \"small\"])") == "category size");
  CHECK(type_of("d - as_of") == "days and time duration");
  CHECK(type_of("d + @\"P1M\"") == "date");
  CHECK(type_of("@\"2024-01-01T00:00:00\".year") == "number");
  CHECK(type_of("for x in dates return x.month") == "list of number");
  CHECK(type_of("[1, null]") == "list of number");
  CHECK(type_of("reverse([1, 2])") == "list of number");
  CHECK(type_of("insert before([1], 1, 2)") == "list of number");
  CHECK(type_of("mode(1, 2)") == "list of number");
  CHECK(type_of("concatenate(numbers, [1])") == "list of number");
  CHECK(type_of("flatten([[1], [2]])") == "list of number");
  CHECK(type_of("null") == "null");
  CHECK(type_of("moment - moment") == "days and time duration");
  CHECK(type_of("string(a)") == "text");
}

TEST_CASE("a value that is taken as a list gives one, as FEEL converts it") {
  for (const auto* text : {"reverse(t)", "distinct values(t)", "remove(t, 1)",
                           "sublist(t, 1)", "list replace(t, 1, \"b\")"}) {
    CAPTURE(text);
    CHECK(type_of(text, door::feel) == "list of text");
  }
  CHECK(type_of("insert before(t, 1, 2)", door::feel) == "list of any");
  CHECK(type_of("list replace([1], 1, t)", door::feel) == "list of any");
  CHECK(type_of("reverse([1, 2])", door::feel) == "list of number");
  CHECK(type_of("reverse(null)", door::feel) == "null");
}

TEST_CASE("names that nothing has are objected to, with what may be meant") {
  bench work;
  check_all(work, {{"worker > 1", "N0401@1"},
                   {"a + bb + cc > 1", "N0401@5 N0401@10"},
                   {"count(events[amont > 1])", "N0401@14"},
                   {"size = large", "N0402@8"},
                   {"size in (大型, \"medium\")", "N0402@10"},
                   {"workers in (? > 3)", "N0343@13"},
                   {"event.amont > 1", "N0409@1"},
                   {"events.dat", "N0409@1"},
                   {"d.yaer = 2024", "N0409@1"},
                   {"a.b = 1", "N0409@1"},
                   {"window.weeks = 1", "N0409@1"}});
  CHECK(help_of(work, "worker > 1") == "did you mean `workers`?");
  CHECK(help_of(work, "count(events[amont > 1])") == "did you mean `amount`?");
  CHECK(help_of(work, "event.amont > 1") == "did you mean `amount`?");
  CHECK(help_of(work, "size in (大型, \"medium\")") == "write `\"large\"`");
  CHECK(help_of(work, "zzz = 1").empty());
}

TEST_CASE("an iterator hides what has the same name, and ends with its body") {
  bench work;
  check_all(work, {{"some a in dates satisfies a > as_of", ""},
                   {"(some x in dates satisfies x > as_of) and x = 1", "N0401@43"},
                   {"some x in dates satisfies x > 1", "N0410@27"},
                   {"count(events[item.date > as_of])", ""},
                   {"item = 1", "N0401@1"}});
}

TEST_CASE("comparisons that can only be in error are objected to") {
  bench work;
  check_all(work, {{"\"a\" < 1", "N0410@1"},
                   {"a = \"1\"", "N0410@1"},
                   {"p = 1", "N0410@1"},
                   {"p < q", "N0440@1"},
                   {"numbers < [1]", "N0440@1"},
                   {"d = moment", "N0410@1"},
                   {"at > d", "N0410@1"},
                   {"numbers = [\"a\"]", "N0410@1"},
                   {"a < null", "N0439@1"},
                   {"a between 1 and \"b\"", "N0410@1"},
                   {"a in (1, \"b\")", "N0410@1"},
                   {"a in [\"b\"..\"c\"]", "N0410@1 N0410@1"},
                   {"a in [1, \"b\"]", "N0410@1"},
                   {"d in numbers", "N0410@1"},
                   {"1 in periods", "N0410@1"},
                   {"a in (< d)", "N0410@1"},
                   {"@\"P1Y\" = @\"P365D\"", "N0410@1"}});
}

TEST_CASE("units of measure must agree where amounts are added or compared") {
  bench work;
  check_all(work, {{"workers + fund > 1", "N0413@1"},
                   {"workers < fund", "N0413@1"},
                   {"workers = fund", "N0413@1"},
                   {"fund in (workers, 3)", "N0413@1"},
                   {"fund between workers and 3", "N0413@1"},
                   {"[workers, fund]", "N0413@11"},
                   {"if p then workers else fund", "N0413@1"},
                   {"max(workers, fund) > 1", "N0413@14"},
                   {"fund / workers = fund", "N0413@1"},
                   {"modulo(fund, workers) = 1", "N0413@1"},
                   {"workers ** a", "N0435@1 N0414@12"},
                   {"workers ** 100 / workers ** 99 = workers", ""},
                   {"workers ** 101 > 1", "N0414@12"},
                   {"(workers ** 10) ** 10 > 1", ""},
                   {"((workers ** 10) ** 10) ** 2 > 1", "N0414@28"},
                   {"((((workers ** 100) ** 100) ** 100) ** 100) ** 100 > 1", "N0414@24"},
                   {"workers + 3 > 1", ""},
                   {"workers > count(events)", ""},
                   {"workers > 3 * a", ""}});
  CHECK(work.compile("workers < fund").diagnostics[0].message(norma::language::en) ==
        "different units of measure: `persons` and `CNY`");
}

TEST_CASE("categories are held to their values") {
  bench work;
  check_all(work, {{"size = \"huge\"", "N0415@8"},
                   {"size = \"大型\"", "N0416@8"},
                   {"\"大型\" = size", "N0416@1"},
                   {"size in (\"larg\", \"mediun\")", "N0415@10 N0415@18"},
                   {"size in [\"tiny\"..\"large\"]", "N0415@10"},
                   {"size > \"tiny\"", "N0415@8"},
                   {"form > \"induction\"", "N0418@1"},
                   {"size in [if t in [\"a\"..\"c\"] then \"large\" else \"small\"]", ""},
                   {"size = form", "N0417@1"},
                   {"size > t", "N0441@1"},
                   {"\"online\" in forms", "N0415@1"},
                   {"list contains(forms, \"online\")", "N0415@22"},
                   {"forms = [\"online\"]", "N0415@10"},
                   {"(if p then size else \"大型\") = \"large\"", "N0416@22"},
                   {"min([form, \"induction\"]) = \"induction\"", "N0418@1"}});
  CHECK(help_of(work, "size = \"大型\"") == "write `\"large\"`");
  CHECK(help_of(work, "size = \"larg\"") == "did you mean `large`?");
}

TEST_CASE("arithmetic is held to numbers, dates and durations") {
  bench work;
  check_all(work, {{"a + \"1\"", "N0411@1"},
                   {"t - \"a\"", "N0411@1"},
                   {"d + d", "N0411@1"},
                   {"d + 1", "N0411@1"},
                   {"d * 2", "N0411@1"},
                   {"at + @\"P1M\"", "N0411@1"},
                   {"@\"P1M\" + @\"P1D\"", "N0411@1"},
                   {"-t", "N0412@1"},
                   {"-p", "N0412@1"},
                   {"a + null", "N0439@1"},
                   {"a / 0", "N0437@5"},
                   {"window / 0", "N0437@10"},
                   {"d ** 2", "N0411@1"},
                   {"d - moment", "N0411@1"}});
}

TEST_CASE("conditions must be conditions") {
  bench work;
  check_all(work, {{"a and p", "N0419@1"},
                   {"p or \"x\" or 1", "N0419@6 N0419@13"},
                   {"not(a)", "N0408@5"},
                   {"if a then 1 else 2", "N0420@4"},
                   {"if p then 1 else \"x\"", "N0421@1"},
                   {"some x in numbers satisfies x", "N0443@29"},
                   {"p and null", ""}});
  work.options.wanted = make(type_kind::boolean);
  check_all(work, {{"a", "N0430@1"},
                   {"a + 1", "N0430@1"},
                   {"p", ""},
                   {"null", "N0430@1"},
                   {"anything", ""}});
}

TEST_CASE("lists, filters and iterations are held to their elements") {
  bench work;
  check_all(work, {{"[1, \"a\"]", "N0422@5"},
                   {"a[1]", "N0423@1"},
                   {"numbers[\"x\"]", "N0424@9"},
                   {"numbers[d]", "N0424@9"},
                   {"numbers[0]", "N0425@9"},
                   {"for x in a return x", "N0426@10"},
                   {"some x in t satisfies true", "N0426@11"},
                   {"for x in \"a\"..\"c\" return x", "N0426@10"},
                   {"some x in null satisfies true", "N0426@11"},
                   {"a in [5..1]", "N0427@6"},
                   {"a in (3..3]", "N0427@6"},
                   {"a in [3..3]", ""},
                   {"for i in 4..2 return i", ""},
                   {"a instance of nmber", "N0428@1"},
                   {"a instance of list<number>", ""}});
}

TEST_CASE("calls are held to the functions there are") {
  bench work;
  check_all(work, {{"cont(numbers)", "N0403@1"},
                   {"today() > d", "N0405@1"},
                   {"matches(t, \"a\")", "N0404@1"},
                   {"abs()", "N0406@1"},
                   {"abs(1, 2)", "N0406@1"},
                   {"not(p, q)", "N0406@1"},
                   {"abs(x: 1)", "N0407@1"},
                   {"abs(n: 1)", ""},
                   {"abs(t)", "N0408@5"},
                   {"substring(1, 2)", "N0408@11"},
                   {"count(a)", "N0408@7"},
                   {"sum([\"a\"])", "N0408@5"},
                   {"max(1, p)", "N0408@8"},
                   {"list contains(numbers, \"a\")", "N0410@1"},
                   {"contains(t, a)", "N0408@13"},
                   {"before(a, d)", "N0410@1"},
                   {"floor(n: a, scale: \"1\")", "N0408@20"},
                   {"date(a)", "N0408@6"},
                   {"sum(numbers) > 1", "N0436@1"},
                   {"sum([1, 2]) > 1", ""},
                   {"total(numbers) > 1", ""},
                   {"(a)(1)", "N0444@1"}});
  CHECK(help_of(work, "cont(numbers)") == "did you mean `count`?");
  CHECK(help_of(work, "abs(1, 2)") == "write `abs(n)`");
  CHECK(help_of(work, "today() > d") ==
        "use `as_of`, the day as of which a unit is judged");
  CHECK(work.compile("sum(numbers) > 1").result);
  CHECK_FALSE(work.compile("abs(t) > 1").result);
}

TEST_CASE("dates, times and durations written out are read at load") {
  bench work;
  check_all(work, {{"d = date(\"2023-02-29\")", "N0438@5"},
                   {"d = @\"2023-13-01\"", "N0438@5"},
                   {"window = duration(\"1Y\")", "N0438@10"},
                   {"at = time(\"24:00:01\")", "N0438@6"},
                   {"d = date(\"2024-02-29\")", ""},
                   {"d in last(duration(\"P1Y\"))", ""}});
}

TEST_CASE("the period of last is checked where it is written out") {
  bench work;
  check_all(work, {{"d in last(-@\"P1M\")", "N0433@11"},
                   {"d in last(@\"-P1D\")", "N0433@11"},
                   {"d in last(-@\"-P9223372036854775807M\")", ""},
                   {"d in last(-@\"-P9223372036854775808M\")", ""},
                   {"d in last(36小时)", "N0434@11"},
                   {"d in last(48小时)", ""},
                   {"d in last(window)", ""},
                   {"d in last(12)", "N0408@11"},
                   {"a in last(12个月)", "N0410@1"}});
}

TEST_CASE("rate stands as one side of a part's comparison only") {
  bench work;
  check_all(work, {{"rate(signed, workers) >= 90%", "N0431@1"}});
  work.options.rate_allowed = true;
  check_all(work, {{"rate(signed, workers) >= 90%", ""},
                   {"90% <= rate(signed, workers)", ""},
                   {"rate(signed, workers)", "N0431@1"},
                   {"rate(signed, workers) + 1 > 2", "N0431@1"},
                   {"rate(signed, workers) >= 90% and p", "N0431@1"},
                   {"rate(a, b) >= rate(b, c)", "N0432@15"},
                   {"rate(a) >= 1", "N0406@1"},
                   {"rate(p, b) >= 1", "N0408@6"},
                   {"rate(a, 0) >= 1", "N0437@9"},
                   {"rate(fund, workers) >= fund", "N0413@1"}});
  work.options.rate_anywhere = true;
  check_all(work, {{"decimal(rate(signed, workers) * 100, 2)", ""}});
}

TEST_CASE("rounded numbers may not lead to a verdict") {
  bench work;
  check_all(work, {{"sqrt(a) > 2", "N0435@1"},
                   {"log(a)", "N0435@1"},
                   {"a ** 0.5 > 2", "N0435@1"},
                   {"a ** b > 2", "N0435@1"},
                   {"a ** 2 > 2", ""},
                   {"a ** count(numbers) > 2", ""}});
  work.options.exact = false;
  check_all(work, {{"sqrt(a) > 2", ""}, {"a ** 0.5", ""}});
  CHECK(work.compile("1 + sqrt(a)").result->result.inexact);
}

TEST_CASE("a place's demand is met in kind, unit and category") {
  bench work;
  work.options.wanted = make_number({{"CNY", 1}});
  check_all(work, {{"fund", ""}, {"3", ""}, {"workers", "N0442@1"}, {"t", "N0429@1"}});
  work.options.wanted = workbench::of_category(workbench::sizes());
  check_all(work, {{"size", ""},
                   {"if p then \"large\" else \"micro\"", ""},
                   {"\"大型\"", "N0416@1"},
                   {"form", "N0417@1"},
                   {"t", "N0441@1"}});
  work.options.wanted = make(type_kind::duration);
  check_all(work, {{"12个月", ""}, {"30天", ""}, {"window", ""}, {"12", "N0429@1"}});
  work.options.wanted = make_list(make_number());
  check_all(work, {{"numbers", ""}, {"[]", ""}, {"dates", "N0410@1"}});
}

TEST_CASE("all mistakes are found in one go, and each but once") {
  bench work;
  check_all(work, {{"worker > 1 and size = \"huge\" and fund > workers",
                    "N0401@1 N0415@23 N0413@34"},
                   {"(a + \"x\") * 2 > 1", "N0411@1"},
                   {"foo(1).bar[baz > 1] = 2", "N0403@1"}});
}

TEST_CASE("the slots that an expression reads are listed once, in order") {
  bench work;
  const auto slot = [&](const char* name) { return work.names.find(name)->second.slot; };
  const auto compiled =
      work.compile("b + a > b and count(events[date > d]) > 协调员人数");
  REQUIRE(compiled.result);
  CHECK(compiled.result->slots ==
        std::vector<std::uint32_t>{slot("a"), slot("b"), slot("d"), slot("events")});
}

TEST_CASE("findings point into the file that holds the expression") {
  bench work;
  const std::string file = "    require: |-\n      p and\n      worker > 1\n";
  work.options.where = {std::make_shared<const norma::source_file>("rule.yaml", file),
                        file.find("p and"), 6};
  const auto compiled = work.compile("p and\nworker > 1");
  REQUIRE(compiled.diagnostics.size() == 1);
  const auto at =
      compiled.diagnostics[0].where.file->position(compiled.diagnostics[0].where.begin);
  CHECK(at == norma::source_position{3, 7});
}

TEST_CASE("unary tests are checked against their subject") {
  bench work;
  const auto objections = [&](const char* text, const type& subject) {
    std::string all;
    for (const auto& d :
         norma::expr::compile_tests(text, subject, work.names, work.options).diagnostics)
      all += d.code + '@' + std::to_string(d.where.begin + 1) + ' ';
    return all;
  };
  const auto persons = make_number({{"persons", 1}});
  CHECK(objections(">= 1000", persons).empty());
  CHECK(objections("-", persons).empty());
  CHECK(objections("[1..5), 7, not_a_name", persons) == "N0401@12 ");
  CHECK(objections("\"a\"", persons) == "N0410@1 ");
  CHECK(objections(">= fund", persons) == "N0413@1 ");
  CHECK(objections("? * 2 > 3", persons).empty());
  CHECK(objections("? + 1", persons) == "N0430@1 ");
  CHECK(objections("\"大型\"", workbench::of_category(workbench::sizes())) == "N0416@1 ");
  CHECK(objections(">= \"small\"", workbench::of_category(workbench::sizes())).empty());
  CHECK(objections("true", make(type_kind::boolean)).empty());
  CHECK(objections("true", persons) == "N0410@1 ");
}

TEST_CASE("every code of the checker and of run-time errors is in the catalogue") {
  for (int i = 1; i <= 44; ++i) {
    const auto number = std::to_string(i);
    const auto code = "N04" + std::string(2 - number.size(), '0') + number;
    CHECK(norma::find_message(code) != nullptr);
  }
}

TEST_CASE("the FEEL door refuses nothing that parses") {
  bench work;
  work.feel();
  for (const auto* text :
       {"worker > 1", "\"a\" < 1", "foo(1)", "sqrt(2)", "size = \"huge\""}) {
    const auto compiled = work.compile(text);
    CHECK(compiled.result);
    CHECK(compiled.diagnostics.empty());
  }
  CHECK_FALSE(work.compile("1 +").result);
  CHECK_FALSE(work.compile("1 +").diagnostics.empty());
}

}  // namespace norma_test::check_test
