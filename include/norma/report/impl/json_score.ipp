// SPDX-License-Identifier: Apache-2.0
#pragma once

// A score as JSON.

#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/score.hpp>
#include <norma/report/impl/json_tree.ipp>
#include <norma/report/impl/json_value.ipp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

class json_score {
 public:
  json_score(const report_words& zh, const report_words& en) : zh_(zh), en_(en) {}

  [[nodiscard]] json_tree make(const scheme_score& s) const {
    const auto block = [this](const block_score& b) { return make_block(b); };
    const auto extra = [this](const std::optional<block_score>& b) {
      return b ? make_block(*b) : json_tree::null();
    };
    auto out = json_tree::object();
    out.add("total", make_range(s.total)).add("points", json_of(s.points));
    out.add("blocks", json_tree::array_of(s.blocks, block));
    out.add("bonus", extra(s.bonus)).add("deductions", extra(s.deductions));
    out.add("passed",
            s.passed ? json_tree::string(to_string(*s.passed)) : json_tree::null());
    out.add("pass_needs", json_tree::array_of(s.pass_needs, make_need));
    out.add(
        "tiers", json_tree::array_of(s.tiers, [](const tier_score& t) {
          auto tier = json_tree::object();
          tier.add("id", json_tree::string(t.id)).add("title", json_of(t.title));
          return std::move(tier.add("reached", json_tree::string(to_string(t.reached))));
        }));
    out.add("tier", json_or_null(s.tier)).add("next_tier", json_or_null(s.next_tier));
    out.add("next_needs", json_tree::array_of(s.next_needs, make_need));
    add_causes(s.causes, out);
    return out;
  }

 private:
  [[nodiscard]] static json_tree make_range(const score_range& r) {
    auto out = json_tree::object();
    out.add("low", json_of(r.low));
    return std::move(out.add("high", json_of(r.high)));
  }

  [[nodiscard]] static json_tree make_need(const score_shortfall& n) {
    auto out = json_tree::object();
    out.add("of", json_tree::string(n.of)).add("label", json_of(n.label));
    return std::move(out.add("by", json_of(n.by)));
  }

  [[nodiscard]] json_tree make_block(const block_score& b) const {
    auto out = json_tree::object();
    out.add("id", json_tree::string(b.id)).add("title", json_of(b.title));
    out.add("points", json_of(b.points)).add("earned", make_range(b.earned));
    out.add("left_out", json_tree::boolean(b.left_out));
    if (b.floor) {
      out.add("floor", json_of(*b.floor));
      out.add("reached", json_tree::string(to_string(b.reached)));
    }
    return std::move(out.add("parts", json_tree::array_of(b.parts, [this](const auto& p) {
                               return make_part(p);
                             })));
  }

  [[nodiscard]] json_tree make_part(const part_score& p) const {
    auto out = json_tree::object();
    out.add("path", json_tree::string(p.path)).add("title", json_of(p.title));
    out.add("cite", json_of_citation(p.cite));
    out.add("verdict", json_tree::string(to_string(p.verdict)));
    out.add("points", json_of(p.points)).add("earned", make_range(p.earned));
    out.add("left_out", json_tree::boolean(p.left_out)).add("why", json_of(p.why));
    add_causes(p.causes, out);
    return out;
  }

  void add_causes(const std::vector<cause>& causes, json_tree& to) const {
    if (causes.empty()) return;
    to.add("causes", json_tree::array_of(causes, [this](const cause& c) {
             auto why = json_of(c);
             return std::move(
                 why.add("words", json_of(text{zh_.cause_words(c), en_.cause_words(c)})));
           }));
  }

  const report_words& zh_;
  const report_words& en_;
};

}  // namespace norma::report_detail
