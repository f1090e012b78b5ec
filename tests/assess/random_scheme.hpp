// SPDX-License-Identifier: Apache-2.0
#pragma once

// Random scoring schemes, with units of which some facts are unknown, for
// properties.

#include <algorithm>  // std::none_of
#include <cstddef>    // std::size_t
#include <map>        // std::map
#include <memory>     // std::make_shared
#include <optional>   // std::optional
#include <string>     // std::string
#include <utility>    // std::pair
#include <vector>     // std::vector

#include <rapidcheck.h>

#include <norma/rule/unit.hpp>
#include <norma/value/value.hpp>

#include "assess/random_pack.hpp"

namespace norma_test {

/// Facts with their values.
using assignment = std::vector<std::pair<std::string, norma::value>>;

/// Values that some facts can have together.
using choices = std::vector<assignment>;

inline const char* const points_dictionary_head =
    "norma: 1\nunits:\n  enterprise: {label: {zh: 企业, en: enterprise}}\n"
    "categories:\n  grade: {values: {good: {zh: 良}, fair: {zh: 中}, poor: {zh: 差}}}\n"
    "records:\n  event: {fields: {grave: {type: boolean, label: {zh: 重大}}}}\n"
    "facts:\n";

/// Booleans b0…, categories g0…, counts n0…, counts s0 <= d0…, and lists of
/// events l0….
inline std::string points_dictionary() {
  std::string all = points_dictionary_head;
  const auto fact = [&](const std::string& name, const std::string& type) {
    all += "  " + name + ":\n    label: {zh: " + name +
           "}\n    of: [enterprise]\n    type: " + type + '\n';
  };
  for (int i = 0; i < 30; ++i) fact('b' + std::to_string(i), "boolean");
  for (int i = 0; i < 14; ++i) {
    const auto n = std::to_string(i);
    fact('g' + n, "category grade");
    fact('n' + n, "count");
    fact('l' + n, "list of event");
    fact('d' + n, "count");
    fact('s' + n, "count");
    all += "    checks:\n      - s" + n + " <= d" + n + '\n';
  }
  return all;
}

/// Events of which each is grave, is not, or is not known to be: "+-?".
inline norma::value events(const std::string& signs) {
  static const auto shape =
      std::make_shared<const norma::record_shape>(std::vector<std::string>{"grave"});
  norma::list_value all;
  for (const char sign : signs) {
    const auto grave = sign == '?' ? norma::value::unknown() : norma::value{sign == '+'};
    all.push_back(norma::record_value{shape, {grave}});
  }
  return all;
}

/// Writes a scheme and notes the values that its facts can have. Values are few
/// but reach every outcome of what they are written for.
class scheme_maker {
 public:
  /// `shared`: several parts may rest on one fact; otherwise none do, and no
  /// part reads a fact twice.
  explicit scheme_maker(bool shared) : shared_(shared) {}

  [[nodiscard]] std::string write() {
    std::string out =
        "norma: 1\nscheme: s\ntitle: {zh: 评分}\nunit: enterprise\n"
        "cite: {document: d, clause: 一}\nin_force: {from: 2023-01-01}\n";
    if (one_in(4)) out += "veto:\n  none:\n    - " + take('b') + "\n";
    if (one_in(4)) out += "admission:\n  all:\n    - " + take('b') + "\n";
    out += inapplicable("");
    out += "blocks:\n";
    const int blocks = 1 + up_to(2);
    for (int i = 0; i < blocks; ++i) {
      const int parts = 1 + up_to(2);
      std::string written;
      for (int k = 0; k < parts; ++k) written += part("      ", k, true);
      const auto id = "k" + std::to_string(i);
      out += "  - id: " + id +
             "\n    title: {zh: 块}\n    points: " + std::to_string(1 + up_to(8)) + '\n' +
             inapplicable("    ");
      if (one_in(3)) out += "    floor: 1\n";
      out += "    parts:\n" + written;
    }
    for (const std::string extra : {"bonus", "deductions"}) {
      if (!one_in(3)) continue;
      out += extra + ":\n  max: " + std::to_string(1 + up_to(4)) + "\n  parts:\n" +
             part("    ", 0, false);
      if (one_in(2)) out += part("    ", 1, false);
    }
    if (one_in(4)) out += "round: {scale: 0, mode: half_up}\n";
    const auto total = [] { return "total >= " + std::to_string(up_to(12)); };
    if (one_in(2)) out += "pass: " + total() + '\n';
    out += "tiers:\n  - id: A\n    title: {zh: 甲}\n    when: " + total() + '\n';
    out += "  - id: B\n    title: {zh: 乙}\n    when: " + total() +
           (one_in(3) ? " and k0 >= 1\n" : "\n");
    return out;
  }

  /// Facts of which the values are independent of each other.
  [[nodiscard]] std::vector<choices> facts() const {
    std::vector<choices> all;
    for (const auto& [name, values] : values_) all.push_back(values);
    return all;
  }

 private:
  [[nodiscard]] std::string name(char kind) {
    return std::to_string(shared_ ? up_to(1) : next_[kind]++);
  }

  /// A fact of the kind: b, g, n, l.
  [[nodiscard]] std::string take(char kind) {
    const auto fact = kind + name(kind);
    auto& values = values_[fact];
    values.clear();
    const auto add = [&](norma::value v) { values.push_back({{fact, std::move(v)}}); };
    if (kind == 'b') {
      for (const bool b : {false, true}) add(b);
    } else if (kind == 'g') {
      for (const char* g : {"good", "fair", "poor"}) add(norma::value{g});
    } else if (kind == 'n') {
      for (const int n : {0, 1, 2, 3, 8}) add(n);
    } else {
      for (const char* l :
           {"", "---", "--+", "-+-", "+--", "-++", "+-+", "++-", "+++", "++++++++"}) {
        add(events(l));
      }
    }
    return fact;
  }

  /// A number that may have bounds while it is not known.
  [[nodiscard]] std::string amount() {
    return one_in(3) ? take('n') : "count(" + take('l') + "[grave])";
  }

  [[nodiscard]] std::string rate() {
    const auto n = name('s');
    values_['s' + n] = {};
    for (const auto& [s, d] :
         {std::pair{0, 0}, std::pair{0, 2}, std::pair{1, 2}, std::pair{2, 2}}) {
      values_['s' + n].push_back({{'s' + n, s}, {'d' + n, d}});
    }
    return "rate(s" + n + ", d" + n + ")";
  }

  [[nodiscard]] static std::string inapplicable(const std::string& indent) {
    if (!one_in(2)) return {};
    return indent + "not_applicable: " +
           *rc::gen::element<std::string>("full", "left_out", "zero") + '\n';
  }

  [[nodiscard]] std::string part(const std::string& indent, int k, bool in_block) {
    const int most = up_to(4);
    const auto points = std::to_string(most);
    const auto fewer = [&] { return std::to_string(up_to(most)); };
    const auto in = indent + "  ";
    std::string out = indent + "- id: p" + std::to_string(k) + '\n' + in +
                      "title: {zh: 项}\n" + in + "points: " + points + '\n';
    if (one_in(4)) out += in + "when: " + take('b') + '\n';
    if (one_in(12)) out += in + "in_force: {from: 2030-01-01}\n";
    if (in_block) out += inapplicable(in);
    switch (up_to(7)) {
      case 0: return out + in + "fact: " + take('b') + '\n';
      case 1: return out + in + "require: " + take('n') + " >= 2\n";
      case 2: return out + in + "require: " + take('b') + " or " + take('b') + '\n';
      case 3: return out + in + "require: " + rate() + " >= 60%\n";
      case 4:
        return out + in + "grades:\n" + in + "  of: " + take('g') + '\n' + in +
               "  points: {good: " + points + ", fair: " + fewer() +
               ", poor: " + fewer() + "}\n";
      case 5:
        return out + in + "bands:\n" + in + "  of: " + amount() + '\n' + in +
               "  rows: [[\">= 3\", " + fewer() + "], [\"[1..3)\", " + fewer() +
               "], [\"< 1\", " + fewer() + "]]\n";
      case 6:
        return out + in + "bands:\n" + in + "  of: " + rate() + '\n' + in +
               "  rows: [[\">= 100%\", " + fewer() + "], [\"< 100%\", " + fewer() +
               "]]\n";
      default: break;
    }
    // Steps enough to lose all of the points.
    const bool of_rate = one_in(2);
    return out + in + "lose:\n" + in +
           "  points: " + (of_rate ? "2" : std::to_string(1 + up_to(1))) + '\n' + in +
           "  each: " + (of_rate ? "50%" : std::to_string(1 + up_to(1))) + '\n' + in +
           "  of: " + (of_rate ? "100% - " + rate() : amount()) + '\n' + in +
           "  count: " + *rc::gen::element<std::string>("begun", "full", "proportional") +
           '\n';
  }

  bool shared_;
  std::map<char, int> next_;
  std::map<std::string, choices> values_;
};

/// A list that may still become `whole`, with some of its events unknown.
inline norma::value leave_events_unknown(const norma::value& whole) {
  std::string signs;
  for (const auto& event : *whole.list()) {
    const bool grave = event.record()->fields.front().same_as(true);
    signs += one_in(2) ? '?' : grave ? '+' : '-';
  }
  return events(signs);
}

/// True if `partly` may still become `whole`.
inline bool may_become(const norma::value& partly, const norma::value& whole) {
  const auto &some = *partly.list(), &all = *whole.list();
  if (some.size() != all.size()) return false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& is = some[i].record()->fields.front();
    if (!is.is_unknown() && !is.same_as(all[i].record()->fields.front())) return false;
  }
  return true;
}

/// What is known, and everything that what is not known may still be.
struct partly_known {
  assignment known;
  std::vector<assignment> completions{{}};
};

/// Leaves facts unknown, so many that at most `most` completions are left.
inline partly_known leave_some_unknown(const std::vector<choices>& facts,
                                       std::size_t most, bool shared) {
  partly_known out;
  for (auto values : facts) {
    const auto chosen = *rc::gen::elementOf(values);
    const auto keep = [&](const std::string& fact, const norma::value& is) {
      out.known.emplace_back(fact, is);
      std::erase_if(values, [&](const assignment& a) {
        for (const auto& [name, v] : a) {
          if (name == fact) return !v.same_as(is);
        }
        return false;
      });
    };
    // Of two facts the whole may be known and not the part.
    if (chosen.size() == 2 && one_in(3)) keep(chosen[1].first, chosen[1].second);
    if (chosen.size() == 2 && shared && one_in(3))
      keep(chosen[0].first, chosen[0].second);
    // Of a list some events may be known.
    std::optional<assignment> partly;
    if (chosen[0].second.list() != nullptr && chosen[0].second.list()->size() == 3 &&
        !one_in(4)) {
      const auto some = leave_events_unknown(chosen[0].second);
      partly = assignment{{chosen[0].first, some}};
      std::erase_if(values,
                    [&](const assignment& a) { return !may_become(some, a[0].second); });
    }
    if ((!partly && one_in(2)) || out.completions.size() * values.size() > most) {
      for (const auto& is : chosen) {
        const auto again = [&](const auto& one) { return one.first == is.first; };
        if (std::none_of(out.known.begin(), out.known.end(), again))
          out.known.push_back(is);
      }
      continue;
    }
    if (partly) out.known.insert(out.known.end(), partly->begin(), partly->end());
    std::vector<assignment> longer;
    for (const auto& so_far : out.completions) {
      for (const auto& more : values) {
        longer.push_back(so_far);
        longer.back().insert(longer.back().end(), more.begin(), more.end());
      }
    }
    out.completions = std::move(longer);
  }
  return out;
}

}  // namespace norma_test
