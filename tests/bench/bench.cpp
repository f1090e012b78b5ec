// SPDX-License-Identifier: Apache-2.0
// One unit against Zhejiang's large-and-medium standard, step by step. Run in
// the root of the project: `make bench`.
#include <benchmark/benchmark.h>

#include <stdexcept>  // std::runtime_error
#include <string>     // std::string

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

}  // namespace

BENCHMARK_MAIN();
