// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "assess/sample_pack.hpp"

// Facts about events in a list, and facts that are derived from them.

namespace norma_test {

[[nodiscard]] inline fact_definition field(std::string name, fact_type is,
                                           std::optional<range_value> range = {},
                                           bool optional = false) {
  fact_definition f;
  f.name = std::move(name);
  f.declared = is;
  f.type = is == fact_type::date      ? expr::make(expr::type_kind::date)
           : is == fact_type::boolean ? expr::make(expr::type_kind::boolean)
                                      : expr::make_number();
  f.type.optional = f.optional = optional;
  f.range = std::move(range);
  f.scaled = is == fact_type::amount;
  f.scale = f.scaled ? 2 : 0;
  return f;
}

[[nodiscard]] inline sample_pack events_pack() {
  sample_pack s;
  s.count("due", {.unit = "CNY"}).amount("fund").boolean("kept").date_fact("since");
  s.records("events", {field("paid", fact_type::count), field("cost", fact_type::amount),
                       field("rank", fact_type::count, between(0, 6)),
                       field("score", fact_type::number, between(-3, 5)),
                       field("spare", fact_type::count, {}, true),
                       field("day", fact_type::date), field("good", fact_type::boolean)});
  s.list_of_numbers("sizes");
  s.count("paid_in", {.unit = "CNY", .value = "total(events[good].paid)"});
  s.count("ranked", {.range = between(0, 9),
                     .checks = {"ranked <= due + 7"},
                     .unit = "CNY",
                     .value = "total(events.rank) * 2 - due"});
  s.count("held", {.supplied = if_supplied::must_agree,
                   .unit = "CNY",
                   .value = "count(events[good])"});
  s.amount("spent", {.value = "total(events[kept].cost) + fund"});
  s.plain_number("best", {.optional = true, .value = "max(events.score)"});
  s.date_fact("last_day", {.supplied = if_supplied::must_agree,
                           .value = "max(events[not(good)].day)"});
  s.date_fact("next_day",
              {.range = between(today, day("2030-01-01")), .value = "since + 30天"});
  s.count("more", {.unit = "CNY", .value = "paid_in + held * 2 + 1"});
  s.boolean("busy", {.value = "mean(events.paid) > 1 or paid_in >= 3"});
  return s;
}

}  // namespace norma_test
