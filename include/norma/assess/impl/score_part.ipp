// SPDX-License-Identifier: Apache-2.0
#pragma once

// What one scored part earns, over every outcome that it may still have.

#include <algorithm>  // std::max, std::min
#include <optional>   // std::optional
#include <utility>    // std::move

#include <norma/assess/bind.hpp>
#include <norma/assess/impl/point_sums.ipp>
#include <norma/assess/impl/score_hull.ipp>
#include <norma/assess/impl/telling.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/rule/scheme.hpp>
#include <norma/value/number_steps.hpp>
#include <norma/value/partial.hpp>

namespace norma::detail {

struct counted_part {
  part_score shown;
  share counts;
};

class part_counter {
 public:
  part_counter(const pack_content& pack, const bound_facts& facts, step_account* told)
      : facts_(facts),
        sums_(facts),
        env_(environment_of(facts, true)),
        zh_(pack, *facts.names, language::zh),
        en_(pack, *facts.names, language::en),
        told_(told),
        causes_(told_, zh_, en_, nullptr) {}
  part_counter(const part_counter&) = delete;
  part_counter& operator=(const part_counter&) = delete;

  /// `takes`: the points are taken away, where the part's requirement holds.
  [[nodiscard]] counted_part count(const scored_part& part, bool takes) const {
    sums_.count_for(part.node.path);
    outcome found = look(part, takes);
    counted_part out;
    out.shown.path = part.node.path;
    if (told_.names(telling::bytes_of(part.node.title)))
      out.shown.title = part.node.title;
    if (told_.names(telling::bytes_of(part.node.cite))) out.shown.cite = part.node.cite;
    out.shown.points = part.points;
    out.shown.why = std::move(found.why);
    out.counts.points = part.points;
    if (found.may_drop) take_in_inapplicable(part, found, out.counts);
    out.counts.earned = found.earned.value_or(score_range{});
    out.shown.earned = out.counts.earned;
    for (const auto* end : {&out.shown.earned.low, &out.shown.earned.high})
      if (!end->is_small()) static_cast<void>(told_.takes(end->digits()));
    out.shown.left_out = out.counts.counts == presence::out;
    out.shown.verdict = verdict_of(takes ? number{} : part.points, found, out.counts);
    if (found.applies == truth::no) out.shown.why = inapplicable_words(part.inapplicable);
    if (!told_.takes(telling::bytes_of(out.shown.why))) out.shown.why = {};
    if (out.shown.verdict == verdict::undetermined) {
      out.shown.causes =
          found.causes && !found.causes->empty()
              ? causes_.of(*found.causes)
              : std::vector<cause>{{cause_kind::data_error, {}, {}, "R0209", {}}};
    }
    return out;
  }

 private:
  // What the part comes to where it applies, and whether it does.
  struct outcome {
    truth applies = truth::yes;
    bool may_drop = false;  ///< not to apply is among what may still come of it
    std::optional<score_range> earned;
    text why;
    cause_list causes;
  };

  // In force, a rate's own guard, `when`: one that is known not to hold settles
  // it, whatever the others are.
  [[nodiscard]] outcome look(const scored_part& part, bool takes) const {
    outcome out;
    const auto weigh = [&out](truth holds, const cause_list& causes,
                              bool may_drop = true) {
      out.applies = out.applies & holds;
      out.may_drop = out.may_drop || (holds != truth::yes && may_drop);
      if (holds == truth::unknown) out.causes = merge(out.causes, causes);
    };
    weigh(truth_of(part.node.in_force.contains(env_.as_of)), nullptr);
    if (const auto& rated = part.of ? part.of : part.node.require) {
      const auto rate = expr::guard_of_rate(*rated, env_);
      if (rate.state == expr::rate_state::nothing_to_measure) weigh(truth::no, nullptr);
      if (rate.state == expr::rate_state::open)
        weigh(truth::unknown, rate.causes, rate.may_be_nothing);
    }
    if (part.node.when) {
      const auto guard = expr::evaluate(*part.node.when, env_);
      weigh(expr::to_truth(guard), guard.causes());
    }
    if (out.applies != truth::no) earn(part, takes, out);
    return out;
  }

  void earn(const scored_part& part, bool takes, outcome& out) const {
    switch (part.by) {
      case scoring::requirement: return earn_all(part, takes, out);
      case scoring::bands: return earn_by_band(part, out);
      case scoring::grades: return earn_by_grade(part, out);
      case scoring::loss: return earn_less(part, takes, out);
    }
  }

  static void include(outcome& out, const number& points) {
    if (!out.earned) out.earned = score_range{points, points};
    out.earned = score_range{std::min(out.earned->low, points),
                             std::max(out.earned->high, points)};
  }

  void earn_all(const scored_part& part, bool takes, outcome& out) const {
    const auto held = part.node.require ? expr::evaluate(*part.node.require, env_)
                                        : env_.slots[*part.node.fact];
    const auto met = expr::to_truth(held);
    if (met != truth::no) include(out, part.points);
    if (met != truth::yes) include(out, number{});
    if (met == truth::unknown) out.causes = merge(out.causes, held.causes());
    if (!told_.has_room()) return;
    if (part.node.require) {
      out.why = {zh_.condition(*part.node.require, facts_),
                 en_.condition(*part.node.require, facts_)};
    } else if (met == truth_of(takes)) {
      out.why = message_text(takes ? "R3019" : "R3011");
    }
  }

  void earn_by_band(const scored_part& part, outcome& out) const {
    const auto held = expr::evaluate(*part.of, env_);
    const score_band* hit = nullptr;
    for (const score_band& band : part.bands) {
      const auto in_band = expr::to_truth(expr::evaluate_tests(band.test, held, env_));
      if (in_band == truth::no) continue;
      include(out, band.points);
      if (in_band == truth::yes) hit = &band;
    }
    if (!out.earned) {  // no band: null, or a gap that could not be found
      include(out, number{});
      include(out, part.points);
      if (!held.is_unknown() && !held.is_null()) {
        out.causes =
            one_cause({cause_kind::data_error,
                       "",
                       "",
                       "N0724",
                       {part.node.path, part.of->text + " = " + held.to_string()}});
      }
    }
    if (held.is_unknown()) out.causes = merge(out.causes, held.causes());
    if (hit != nullptr && !held.is_unknown() && told_.has_room()) {
      out.why = message_text("R3012", {value_words(part, held, zh_), hit->test.text},
                             {value_words(part, held, en_), hit->test.text});
    }
  }

  void earn_by_grade(const scored_part& part, outcome& out) const {
    const auto held = expr::evaluate(*part.of, env_);
    const auto* id = held.string();
    for (const auto& [grade, points] : part.grades) {
      if (id == nullptr || *id == grade) include(out, points);
    }
    if (held.is_unknown()) out.causes = merge(out.causes, held.causes());
    if (id != nullptr && told_.has_room()) {
      out.why = message_text("R3013", {zh_.of(held, part.of->result)},
                             {en_.of(held, part.of->result)});
    }
  }

  // What is looked at, in labels with the values put in, and what it comes to:
  // as a percentage where the scheme counts in percent.
  [[nodiscard]] std::string value_words(const scored_part& part, const value& held,
                                        const wording& words) const {
    const auto in_percent = [](const std::string& written) {
      return written.find('%') != std::string::npos ||
             written.find("rate(") != std::string::npos;
    };
    bool percent = in_percent(part.of->text);
    for (const score_band& band : part.bands)
      percent = percent || in_percent(band.test.text);
    const auto* n = held.num();
    const auto shown = n != nullptr && percent
                           ? wording::percentage(*n, true, std::nullopt)
                           : words.of(held, part.of->result);
    if (part.of->tree.kind == expr::node_kind::name) {
      return words.label(part.of->tree.index) + ' ' + shown;
    }
    return words.condition(*part.of, facts_) + " = " + shown;
  }

  // Steps of the loss that count.
  [[nodiscard]] std::optional<number> steps_of(const scored_part& part,
                                               const number& amount) const {
    auto steps = sums_.quotient(amount, part.step);
    if (!steps) return std::nullopt;
    if (steps->sign() <= 0) return number{};
    switch (part.count) {
      case loss_count::begun: return steps->rounded(0, rounding::ceiling);
      case loss_count::full: return steps->rounded(0, rounding::floor);
      case loss_count::proportional: break;
    }
    return steps;
  }

  // What is left where so much is lost, or what is taken.
  [[nodiscard]] std::optional<number> earned_at(const scored_part& part,
                                                const std::optional<number>& steps,
                                                bool takes) const {
    const auto all = steps ? sums_.product(part.lost_points, *steps) : std::nullopt;
    // It is compared, rounded and written, too.
    if (!all || !sums_.takes(4 * writing_of(*all))) return std::nullopt;
    const auto lost = std::min(part.points, *all);
    return takes ? lost : sums_.difference(part.points, lost);
  }

  void earn_less(const scored_part& part, bool takes, outcome& out) const {
    const auto held = expr::evaluate(*part.of, env_);
    const auto least = takes ? number{} : part.points;
    const auto most = takes ? part.points : number{};
    const auto* amount = held.num();
    if (amount == nullptr) {
      const auto* between = bounds_of(held);
      const auto at = [&](const std::optional<number>& end) {
        return end ? earned_at(part, steps_of(part, *end), takes) : std::nullopt;
      };
      include(out, at(between ? between->low : std::nullopt).value_or(least));
      include(out, at(between ? between->high : std::nullopt).value_or(most));
      out.causes = merge(merge(out.causes, held.causes()), sums_.why());
      return;
    }
    const auto steps = steps_of(part, *amount);
    const auto earned = earned_at(part, steps, takes);
    include(out, earned.value_or(least));
    include(out, earned.value_or(most));
    if (!earned) out.causes = merge(out.causes, sums_.why());
    if (!steps || steps->sign() == 0 || !told_.has_room()) return;
    const auto told = [&](const wording& words) {
      return std::vector<std::string>{value_words(part, held, words),
                                      words.amount(*steps, {}, 0),
                                      part.lost_points.to_string()};
    };
    out.why = message_text("R3014", told(zh_), told(en_));
  }

  // What the scheme gives where the part does not apply is one more outcome;
  // the only one where it is known not to.
  static void take_in_inapplicable(const scored_part& part, outcome& found, share& to) {
    if (found.applies == truth::no) found.earned.reset();
    switch (part.inapplicable) {
      case inapplicable::full: include(found, part.points); break;
      case inapplicable::zero: include(found, number{}); break;
      case inapplicable::left_out:
        to.counts = found.applies == truth::no ? presence::out : presence::open;
        break;
    }
  }

  // Pass: what is earned (or taken) is as good as can be.
  [[nodiscard]] static verdict verdict_of(const number& best, const outcome& found,
                                          const share& counts) {
    if (found.applies == truth::no) return verdict::not_applicable;
    if (found.applies == truth::unknown || !counts.earned.decided()) {
      return verdict::undetermined;
    }
    return counts.earned.low == best ? verdict::pass : verdict::fail;
  }

  [[nodiscard]] static text inapplicable_words(inapplicable how) {
    switch (how) {
      case inapplicable::full: return message_text("R3015");
      case inapplicable::left_out: return message_text("R3016");
      case inapplicable::zero: break;
    }
    return message_text("R3017");
  }

  const bound_facts& facts_;
  mutable point_sums sums_;
  expr::environment env_;
  wording zh_, en_;
  telling told_;
  told_causes causes_;
};

}  // namespace norma::detail
