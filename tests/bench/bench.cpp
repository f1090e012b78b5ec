// SPDX-License-Identifier: Apache-2.0
// One unit against Zhejiang's large-and-medium standard, step by step, and parks
// handed over in code. Run in the root of the project: `make bench`; what whole
// processes take is measured by process.py.
#include <benchmark/benchmark.h>

#include <filesystem>  // std::filesystem::path
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

#include <norma/expr/parse.hpp>
#include <norma/norma.hpp>

namespace {

const char* const pack_folder = "rules/cn-zj";

const norma::pack& pack() {
  static const norma::pack loaded = norma::load(pack_folder);
  return loaded;
}

const norma::standard& standard() {
  static const norma::standard found = pack().standard("enterprise.large_medium");
  return found;
}

norma::date day() { return *norma::date::of(2024, 3, 31); }

norma::unit read(const std::string& name) {
  return norma::read_unit("examples/facts/" + name + ".yaml", pack());
}

// A failing unit is the dearest: its report carries remedies.
const char* const failing = "yongjiang_pump";
const char* const passing = "all_satisfied_large";

void load_pack(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(norma::load(pack_folder));
}
BENCHMARK(load_pack)->Unit(benchmark::kMillisecond);

// Every pack that is delivered, as somebody meets it who asks for it alone.
void load_all_packs(benchmark::State& state) {
  for (auto _ : state) {
    for (const auto& entry : std::filesystem::directory_iterator("rules")) {
      if (entry.is_directory()) benchmark::DoNotOptimize(norma::load(entry.path()));
    }
  }
}
BENCHMARK(load_all_packs)->Unit(benchmark::kMillisecond);

void read_unit_file(benchmark::State& state) {
  static_cast<void>(pack());
  for (auto _ : state) benchmark::DoNotOptimize(read(failing));
}
BENCHMARK(read_unit_file)->Unit(benchmark::kMicrosecond);

void bind_facts(benchmark::State& state) {
  const auto unit = read(failing);
  for (auto _ : state) {
    benchmark::DoNotOptimize(norma::bind(standard(), unit, {.as_of = day()}));
  }
}
BENCHMARK(bind_facts)->Unit(benchmark::kMicrosecond);

void verdict_only(benchmark::State& state, const char* name) {
  const auto facts = norma::bind(standard(), read(name), {.as_of = day()});
  for (auto _ : state) benchmark::DoNotOptimize(norma::judge(standard(), facts));
}
BENCHMARK_CAPTURE(verdict_only, passing, passing)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(verdict_only, failing, failing)->Unit(benchmark::kMicrosecond);

void report_value(benchmark::State& state, const char* name) {
  const auto facts = norma::bind(standard(), read(name), {.as_of = day()});
  for (auto _ : state) {
    benchmark::DoNotOptimize(norma::assess(standard(), facts));
  }
}
BENCHMARK_CAPTURE(report_value, passing, passing)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(report_value, failing, failing)->Unit(benchmark::kMicrosecond);

void parse_condition(benchmark::State& state) {
  const std::string text = "rate(signed_count, due_count) >= 100%";
  for (auto _ : state) benchmark::DoNotOptimize(norma::expr::parse(text));
}
BENCHMARK(parse_condition)->Unit(benchmark::kMicrosecond);

// A park with so many members, each with the facts that its standard reads.
norma::unit park_of(int size) {
  std::vector<norma::unit> members;
  for (int i = 0; i < size; ++i) {
    norma::unit member{.id = "m" + std::to_string(i), .name = "企业" + std::to_string(i)};
    const int due = 10 + i % 1990;
    for (const char* fact : {"contract_due_count", "contract_signed_count",
                             "insurance_due_count", "insurance_enrolled_count"}) {
      member.set(fact, due);
    }
    member.set("e_contract_count", due - 5);
    member.set("collective_contract_concluded_count", 2);
    member.set("collective_contract_filed_count", 2);
    member.set("participates", true);
    member.set("size_class", i % 3 == 0 ? "large" : "medium");
    member.set("skill_wage_bargaining", "own");
    member.set("small_unable_to_hold_congress", false);
    members.push_back(std::move(member));
  }
  norma::unit park{.kind = "area", .area_kind = "park", .id = "p", .name = "园区"};
  park.set("area_enterprise_count", size);
  park.set("reported_by_enterprise", true);
  park.set_members("members", std::move(members));
  return park;
}

const norma::standard& of_areas() {
  static const norma::standard found = pack().standard("area");
  return found;
}

void park_verdict(benchmark::State& state) {
  const auto park = park_of(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    const auto facts = norma::bind(of_areas(), park, {.as_of = day()});
    benchmark::DoNotOptimize(norma::judge(of_areas(), facts));
  }
}
BENCHMARK(park_verdict)->Arg(200)->Arg(50'000)->Unit(benchmark::kMillisecond);

void park_report(benchmark::State& state) {
  const auto park = park_of(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(norma::assess(of_areas(), park, {.as_of = day()}));
  }
}
BENCHMARK(park_report)->Arg(200)->Arg(50'000)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
