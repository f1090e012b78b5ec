// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>           // std::uint32_t
#include <initializer_list>  // std::initializer_list
#include <memory>            // std::make_shared
#include <stdexcept>         // std::runtime_error
#include <string>            // std::string
#include <string_view>       // std::string_view
#include <utility>           // std::move
#include <vector>            // std::vector

#include <norma/expr/check.hpp>
#include <norma/expr/evaluate.hpp>

/// Facts of an imagined enterprise, and expressions over them.
namespace workbench {

using norma::cause_kind;
using norma::value;
using norma::expr::door;
using norma::expr::make;
using norma::expr::make_list;
using norma::expr::make_number;
using norma::expr::make_range;
using norma::expr::type;
using norma::expr::type_kind;

inline norma::date day(std::string_view text) { return norma::date::parse(text).value(); }

inline value missing(std::string fact) {
  norma::cause why;
  why.fact = std::move(fact);
  return value::unknown(norma::one_cause(why));
}

inline value closed(value low, value high) {
  norma::range_value range;
  range.low = std::move(low);
  range.high = std::move(high);
  range.low_included = range.high_included = true;
  return range;
}

inline std::shared_ptr<const norma::expr::category_type> sizes() {
  static const auto category = [] {
    norma::expr::category_type c;
    c.id = "size";
    c.ordered = true;
    c.values = {{"micro", {"微型", "micro"}},
                {"small", {"小型", "small"}},
                {"medium", {"中型", "medium"}},
                {"large", {"大型", "large enterprise"}}};
    return std::make_shared<const norma::expr::category_type>(c);
  }();
  return category;
}

inline std::shared_ptr<const norma::expr::category_type> forms() {
  static const auto category = [] {
    norma::expr::category_type c;
    c.id = "training_form";
    c.values = {{"induction", {"岗前培训", "induction"}},
                {"apprenticeship", {"学徒制", "apprenticeship"}}};
    return std::make_shared<const norma::expr::category_type>(c);
  }();
  return category;
}

inline type of_category(std::shared_ptr<const norma::expr::category_type> category) {
  auto result = make(type_kind::text);
  result.category = std::move(category);
  return result;
}

inline std::shared_ptr<const norma::expr::record_type> events() {
  static const auto record = [] {
    norma::expr::record_type r;
    r.id = "event";
    r.fields = {{"date", "日期", {}, make(type_kind::date), false},
                {"confirmed", "", {}, make(type_kind::boolean), false},
                {"amount", "", {}, make_number({{"CNY", 1}}), true}};
    return std::make_shared<const norma::expr::record_type>(r);
  }();
  return record;
}

inline value event(value date, value confirmed, value amount) {
  static const auto shape = std::make_shared<const norma::record_shape>(
      std::vector<std::string>{"date", "confirmed", "amount"});
  return norma::record_value{shape,
                             {std::move(date), std::move(confirmed), std::move(amount)}};
}

struct fact {
  const char* name;
  value content;
};

class bench {
 public:
  bench() {
    auto event_type = make(type_kind::record);
    event_type.record = events();
    add("a", make_number());
    add("b", make_number());
    add("c", make_number());
    add("p", make(type_kind::boolean));
    add("q", make(type_kind::boolean));
    add("r", make(type_kind::boolean));
    add("workers", make_number({{"persons", 1}}));
    add("signed", make_number({{"persons", 1}}));
    add("fund", make_number({{"CNY", 1}}));
    add("d", make(type_kind::date));
    add("e", make(type_kind::date));
    add("t", make(type_kind::text));
    add("at", make(type_kind::time));
    add("moment", make(type_kind::date_time));
    add("window", make(type_kind::duration));
    add("size", of_category(sizes()));
    add("form", of_category(forms()));
    add("forms", make_list(of_category(forms())));
    add("numbers", make_list(make_number()));
    add("dates", make_list(make(type_kind::date)));
    add("periods", make_list(make_range(make(type_kind::date))));
    add("events", make_list(event_type));
    add("event", event_type);
    add("anything", type{});
    names["协调员人数"] = names["a"];
  }

  void add(const char* name, type of) {
    names[name] = {std::move(of), static_cast<std::uint32_t>(slots.size())};
    slots.push_back(missing(name));
  }
  void set(std::string_view name, value v) {
    slots[names.find(name)->second.slot] = std::move(v);
  }

  [[nodiscard]] norma::expr::checked compile(std::string_view text) const {
    return norma::expr::compile(text, names, options);
  }
  /// The value of an expression that compiles.
  [[nodiscard]] value run(std::string_view text) {
    const auto compiled = compile(text);
    if (!compiled.result) {
      std::string all = "does not compile: " + std::string(text);
      for (const auto& d : compiled.diagnostics)
        all += '\n' + render(d, norma::language::en);
      throw std::runtime_error(all);
    }
    return norma::expr::evaluate(*compiled.result, environment());
  }
  [[nodiscard]] value run(std::string_view text, std::initializer_list<fact> facts) {
    for (const auto& f : facts) set(f.name, f.content);
    return run(text);
  }
  /// As a literal would write it; of an unknown value, its causes: facts, and
  /// codes of data errors.
  [[nodiscard]] std::string show(std::string_view text) { return show_value(run(text)); }
  [[nodiscard]] std::string show(std::string_view text,
                                 std::initializer_list<fact> facts) {
    return show_value(run(text, facts));
  }
  [[nodiscard]] static std::string show_value(const value& v) {
    if (!v.is_unknown()) return v.to_string();
    std::string result = "unknown";
    if (v.causes() == nullptr) return result;
    for (const auto& why : *v.causes())
      result += ' ' + (why.code->empty() ? why.fact : why.code.get());
    return result;
  }
  /// Codes and columns of what the checker objects to: `N0401@3 N0413@1`.
  [[nodiscard]] std::string objections(std::string_view text) const {
    std::string all;
    for (const auto& d : compile(text).diagnostics) {
      if (!all.empty()) all += ' ';
      all += d.code + '@' + std::to_string(d.where.begin + 1);
    }
    return all;
  }

  [[nodiscard]] norma::expr::environment environment() {
    norma::expr::environment env;
    env.slots = slots;
    env.as_of = as_of;
    env.through = options.through;
    env.with_causes = with_causes;
    env.diagnostics = &errors;
    env.bounds = options.bounds;
    return env;
  }
  /// From here on through the FEEL door.
  bench& feel() {
    options.through = door::feel;
    return *this;
  }

  norma::expr::scope names;
  norma::expr::check_options options;
  std::vector<value> slots;
  std::vector<norma::diagnostic> errors;
  norma::date as_of = day("2024-06-30");
  bool with_causes = true;
};

}  // namespace workbench
