// SPDX-License-Identifier: Apache-2.0
// Judges a county of 100,000 firms, made up, by columns: judge <pack folder>
#include <cstdint>
#include <iostream>
#include <string>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/norma.hpp>

namespace batch = norma::batch;

int main(int, char** arguments) try {
  constexpr std::size_t firms = 100'000;
  std::vector<std::int32_t> due(firms), signed_contracts(firms), coordinators(firms);
  std::vector<std::uint8_t> known(firms);
  for (std::size_t i = 0; i < firms; ++i) {
    due[i] = static_cast<std::int32_t>(50 + i % 900);
    signed_contracts[i] = due[i] - (i % 7 == 0 ? 1 : 0);
    coordinators[i] = static_cast<std::int32_t>(i % 4);
    known[i] = i % 10 == 0 ? 0 : 1;
  }
  const std::vector<std::string> words{"large"};
  const std::vector<std::uint8_t> sizes(firms, 0);  // the first word for all

  // Ten lines: a plan, a frame with its columns, the verdicts.
  const norma::pack pack = norma::load(arguments[1]);
  const norma::date day = *norma::date::parse("2024-03-31");
  const batch::plan plan(pack.standard("enterprise.large_medium"), {.as_of = day});
  batch::frame county("enterprise", firms);
  county.add("worker_count", batch::integers(due));
  county.add("size_class", batch::words(words, sizes));
  county.add("contract_due_count", batch::integers(due));
  county.add("contract_signed_count", batch::integers(signed_contracts));
  county.add("coordinator_count", batch::integers(coordinators, known));
  const batch::verdicts found = plan.judge(county, {.threads = 2, .reasons = true});

  for (std::size_t path = 0; path < found.paths.size(); ++path) {
    std::size_t counts[4] = {};
    for (const norma::verdict v : found.columns[path]) ++counts[static_cast<int>(v)];
    std::cout << found.paths[path] << ": " << counts[0] << " pass, " << counts[1]
              << " fail, " << counts[2] << " undetermined, " << counts[3]
              << " not applicable\n";
  }
  const std::size_t first = 7;  // why does this one fail?
  std::cout << "firm " << first << ": " << found.nodes[found.reasons[0][first]] << '\n';
  const norma::report report = plan.explain(county, first);
  for (const norma::remedy& r : report.remedies) {
    for (const norma::fact_change& c : r.changes) {
      std::cout << "  " << c.label->in(norma::language::en) << ": "
                << c.from_shown.in(norma::language::en) << " -> "
                << c.to_shown.in(norma::language::en) << '\n';
    }
  }
} catch (const norma::error& problem) {
  std::cerr << problem.what();
  return 1;
}
