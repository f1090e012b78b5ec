// SPDX-License-Identifier: Apache-2.0
#include <cstddef>  // std::size_t
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include "assess/workshop.hpp"

// What judging the units of a list takes.

namespace norma_test::member_steps_test {

using norma::verdict;

TEST_CASE("parts that are facts take steps, of each member that is judged by them") {
  auto of_firm = standard_of("firm", "firm.good", {});
  for (int i = 0; i < 300; ++i) {
    of_firm += "      - id: g" + std::to_string(i) +
               "\n        title: {zh: 组}\n        all: [sound]\n";
  }
  folder files{
      {"p/pack.yaml", head},
      {"p/facts.yaml",
       "norma: 1\nunits:\n  firm: {label: {zh: 企}}\n  park: {label: {zh: 园}}\nfacts:\n"
       "  sound: {label: {zh: 健全}, of: [firm], type: boolean}\n"
       "  members: {label: {zh: 企}, of: [park], type: list of firm}\n"},
      {"p/firm.yaml", of_firm},
      {"p/park.yaml", standard_of("park", "park.good",
                                  {"every m in members satisfies complies(m, "
                                   "\"firm.good\")"})}};
  const auto pack = norma::load(files.path() / "p");
  const auto judged = [&](std::vector<unit> firms, std::size_t steps) {
    unit u{.kind = "park"};
    u.set_members("members", std::move(firms));
    norma::assess_options options;
    options.as_of = *norma::date::parse("2024-03-31");
    options.bounds.assessment_steps = steps;
    return norma::assess(pack.standard("park.good"), u, options);
  };
  const std::vector<unit> sound(20, firm("1", {{"sound", true}}));
  CHECK(judged(sound, 100'000).verdict == verdict::pass);
  const auto stopped = judged(sound, 10'000);
  CHECK(stopped.verdict == verdict::undetermined);
  CHECK(stopped.tree.members[0].members[0].causes.front().code == "N0725");
  // What keeps a member open is looked for among all of them again.
  const std::vector<unit> open(20, firm("1", {}));
  const auto at = [&](std::size_t steps) {
    return std::string(
        judged(open, steps).tree.members[0].members[0].causes.front().code);
  };
  CHECK(at(100'000).empty());
  CHECK(at(30'000) == "N0725");
}

}  // namespace norma_test::member_steps_test
