// SPDX-License-Identifier: Apache-2.0
// Facts from a program, not from a file; shows what each open part waits for.
// judge <pack folder>
#include <iostream>

#include <norma/norma.hpp>

namespace {

void show_causes(const norma::report_node& node) {
  if (node.role == norma::node_role::part && node.verdict == norma::verdict::undetermined)
    std::cout << node.path << ": " << node.causes.size() << " open\n";
  for (const auto& member : node.members) show_causes(member);
}

}  // namespace

int main(int, char** arguments) {
  const norma::pack pack = norma::load(arguments[1]);
  norma::unit unit{.kind = "enterprise", .id = "9133-0000-0009", .name = "溪口制衣"};
  unit.set("size_class", "medium");
  unit.set("worker_count", 320);
  unit.set("coordinator_count", 1);
  const auto report = norma::assess(pack.standard("enterprise.large_medium"), unit,
                                    {.as_of = *norma::date::of(2024, 3, 31)});
  std::cout << unit.name << ": " << norma::to_string(report.verdict) << '\n';
  show_causes(*norma::find_node(report, "mediation"));
}
