// SPDX-License-Identifier: Apache-2.0
#pragma once

// Workload W: 29 facts of many units (13 booleans, 11 counts, 5 amounts in fen), 2 % of
// each not known, 5 % of the units exactly on the threshold of satisfaction, 1 % one
// below. In bits as Arrow lays them, and in bytes.

#include <array>    // std::array
#include <cstddef>  // std::size_t
#include <cstdint>  // std::uint64_t …
#include <random>   // std::mt19937_64
#include <string>   // std::string
#include <vector>   // std::vector

namespace norma_bench {

inline constexpr std::size_t boolean_count = 13, count_count = 11, amount_count = 5;
inline constexpr std::array<const char*, boolean_count> boolean_names{"party",
                                                                      "union",
                                                                      "bargaining_proper",
                                                                      "democracy",
                                                                      "mediation_body",
                                                                      "wage_system",
                                                                      "employment_rules",
                                                                      "training_plan",
                                                                      "training_system",
                                                                      "culture",
                                                                      "care",
                                                                      "conduct",
                                                                      "honesty"};
enum count_fact : std::size_t {
  contract_due,
  contract_signed,
  insured,
  coordinators,
  wage_rounds,
  congress_meetings,
  incidents,
  dispute_cases,
  disputes_handled,
  surveyed,
  satisfied
};
inline constexpr std::array<const char*, count_count> count_names{
    "contract_due",     "contract_signed",   "insured",   "coordinators",
    "wage_rounds",      "congress_meetings", "incidents", "dispute_cases",
    "disputes_handled", "surveyed",          "satisfied"};
enum amount_fact : std::size_t {
  fund_provided,
  fund_frontline,
  wage_before,
  wage_now,
  arrears
};
inline constexpr std::array<const char*, amount_count> amount_names{
    "fund_provided", "fund_frontline", "wage_before", "wage_now", "arrears"};

/// One column of each fact; 64-byte aligned, each beginning on another cache line set.
template <class T>
struct aligned {
  std::vector<unsigned char> memory;
  T* data = nullptr;
  void resize(std::size_t n, std::size_t stagger) {
    memory.resize(n * sizeof(T) + 4096 * 2);
    auto address = reinterpret_cast<std::uintptr_t>(memory.data());
    address = (address + 63) / 64 * 64 + (stagger % 32) * 64;
    data = reinterpret_cast<T*>(address);
  }
};

struct workload {
  std::size_t units = 0;
  std::array<aligned<std::uint8_t>, boolean_count> boolean_bits, boolean_bytes;
  std::array<aligned<std::int32_t>, count_count> counts;
  std::array<aligned<std::int64_t>, amount_count> amounts;
  /// By fact: booleans, counts, amounts.
  std::array<aligned<std::uint8_t>, 29> valid_bits, valid_bytes;
};

inline workload make_workload(std::size_t units, std::uint64_t seed = 1) {
  workload w;
  w.units = units;
  std::size_t stagger = 0;
  const std::size_t bytes = units / 8 + 64;
  for (auto& c : w.boolean_bits) c.resize(bytes, ++stagger);
  for (auto& c : w.boolean_bytes) c.resize(units + 64, ++stagger);
  for (auto& c : w.counts) c.resize(units + 64, ++stagger);
  for (auto& c : w.amounts) c.resize(units + 64, ++stagger);
  for (auto& c : w.valid_bits) c.resize(bytes, ++stagger);
  for (auto& c : w.valid_bytes) c.resize(units + 64, ++stagger);
  std::mt19937_64 chance(seed);
  const auto up_to = [&](std::uint64_t n) {
    return static_cast<std::int32_t>(chance() % (n + 1));
  };
  const auto one_in_1000 = [&](unsigned n) { return chance() % 1000 < n; };
  const auto set = [](std::uint8_t* bits, std::size_t i) {
    bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | (1U << (i % 8)));
  };
  for (std::size_t i = 0; i < units; ++i) {
    for (std::size_t b = 0; b < boolean_count; ++b) {
      const bool yes = !one_in_1000(10);
      w.boolean_bytes[b].data[i] = yes ? 1 : 0;
      if (yes) set(w.boolean_bits[b].data, i);
    }
    std::array<std::int32_t, count_count> n{};
    n[contract_due] = 1 + up_to(5000);
    n[contract_signed] = n[contract_due] - (one_in_1000(60) ? 1 : 0);
    n[insured] = n[contract_due] - (one_in_1000(60) ? 1 + up_to(3) % n[contract_due] : 0);
    n[coordinators] = one_in_1000(50) ? up_to(1) : 2 + up_to(5);
    n[wage_rounds] = one_in_1000(30) ? 0 : 1 + up_to(2);
    n[congress_meetings] = one_in_1000(30) ? 0 : 1 + up_to(3);
    n[incidents] = one_in_1000(30) ? 1 : 0;
    n[dispute_cases] = up_to(20);
    n[disputes_handled] =
        n[dispute_cases] - (n[dispute_cases] > 0 && one_in_1000(30) ? 1 : 0);
    n[surveyed] = (1 + up_to(200)) * 10;
    const std::int32_t threshold = n[surveyed] / 10 * 9;
    const auto where = chance() % 100;
    n[satisfied] =
        where < 5   ? threshold
        : where < 6 ? threshold - 1
        : where < 12
            ? up_to(static_cast<std::uint64_t>(threshold))
            : threshold + up_to(static_cast<std::uint64_t>(n[surveyed] - threshold));
    for (std::size_t c = 0; c < count_count; ++c) w.counts[c].data[i] = n[c];
    const std::int64_t provided =
        (1 + static_cast<std::int64_t>(up_to(10'000'000))) * 100;
    w.amounts[fund_provided].data[i] = provided;
    w.amounts[fund_frontline].data[i] =
        provided / 10 * 6 - (one_in_1000(10) ? 1 : 0) +
        (one_in_1000(970) ? provided / 100 * up_to(40) : 0);
    w.amounts[wage_before].data[i] = 300'000 + up_to(1'000'000);
    w.amounts[wage_now].data[i] =
        w.amounts[wage_before].data[i] + up_to(50'000) - (one_in_1000(40) ? 60'000 : 0);
    w.amounts[arrears].data[i] = one_in_1000(20) ? 1 + up_to(100'000) : 0;
    for (std::size_t f = 0; f < 29; ++f) {
      if (one_in_1000(20)) continue;
      w.valid_bytes[f].data[i] = 1;
      set(w.valid_bits[f].data, i);
    }
  }
  return w;
}

}  // namespace norma_bench
