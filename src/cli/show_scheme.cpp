// SPDX-License-Identifier: Apache-2.0
#include "show_scheme.hpp"

#include <optional>     // std::optional
#include <string_view>  // std::string_view

#include <norma/expr/evaluate.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/scheme.hpp>

#include "output.hpp"
#include "show.hpp"
#include "show_layer.hpp"
#include "text_table.hpp"

namespace norma::cli {

namespace {

class points_page {
 public:
  points_page(const scheme& of, const console& to)
      : of_(of.definition()), gates_(of.gates()), to_(to) {}

  [[nodiscard]] std::string write() {
    table_.add({to_.say("R2047"), to_.say("R2048"), to_.say("R3030"), to_.say("R1052")});
    for (const auto& block : of_.blocks) {
      auto points = block.points.to_string();
      if (block.floor) points += ", " + to_.say("R3040", {block.floor->to_string()});
      head(block.cite, block.title.in(to_.lang()) + " (" + block.id + ')', points);
      for (const auto& each : block.parts) part(each, true);
    }
    extra("R3004", of_.bonus);
    extra("R3005", of_.deductions);
    auto out = table_.to_string(0, to_.width());
    text_table outcomes;
    if (of_.pass)
      outcomes.add({to_.say("R3046"), "", make_visible(on_one_line(of_.pass->text))});
    for (const auto& tier : of_.tiers) {
      outcomes.add({tier.id, make_visible(tier.title.in(to_.lang())),
                    make_visible(on_one_line(tier.when.text))});
    }
    return out + '\n' + outcomes.to_string(0, to_.width());
  }

 private:
  void head(const citation& at, const std::string& title, const std::string& points) {
    const auto& content = gates_.content();
    table_.add({cited(at, content, gates_.definition().root.cite.document),
                make_visible(title), points, ""});
  }

  void extra(std::string_view title, const std::optional<score_extra>& of) {
    if (!of) return;
    head(of->cite, to_.say(title), to_.say("R3041", {of->max.to_string()}));
    for (const auto& each : of->parts) part(each, false);
  }

  void part(const scored_part& at, bool in_block) {
    static constexpr std::string_view otherwise[] = {"R3015", "R3016", "R3017"};
    auto words = scoring_words(at);
    if (at.node.when) words += "; " + to_.say("R2026", {on_one_line(at.node.when->text)});
    const auto& rated = at.of ? at.of : at.node.require;
    const bool may_not_apply =
        at.node.when || (rated && expr::find_rate(*rated) != nullptr);
    if (in_block && may_not_apply) {
      words += "; " + to_.say(otherwise[static_cast<std::size_t>(at.inapplicable)]);
    }
    table_.add({"", "  " + make_visible(at.node.title.in(to_.lang())),
                at.points.to_string(), words});
  }

  [[nodiscard]] std::string scoring_words(const scored_part& at) const {
    static constexpr std::string_view counted[] = {"R3043", "R3044", "R3045"};
    std::string all;
    const auto add = [&](const std::string& what, const number& points) {
      all += (all.empty() ? "" : ", ") + what + ": " + points.to_string();
    };
    switch (at.by) {
      case scoring::requirement:
        return at.node.require ? make_visible(on_one_line(at.node.require->text))
                               : gates_.words().fact(*at.node.fact)->name;
      case scoring::bands:
        for (const auto& band : at.bands) {
          add(make_visible(on_one_line(band.test.text)), band.points);
        }
        break;
      case scoring::grades:
        for (const auto& [grade, points] : at.grades) add(grade, points);
        break;
      case scoring::loss:
        return to_.say("R3042", {on_one_line(at.of->text), step_words(at),
                                 at.lost_points.to_string(),
                                 to_.say(counted[static_cast<std::size_t>(at.count)])});
    }
    return make_visible(on_one_line(at.of->text)) + " — " + all;
  }

  /// As a percentage where the value that is looked at is one.
  [[nodiscard]] static std::string step_words(const scored_part& at) {
    const bool percent =
        at.of->text.find('%') != std::string::npos || expr::find_rate(*at.of) != nullptr;
    return percent ? (number{100} * at.step).to_string() + '%' : at.step.to_string();
  }

  const scheme_definition& of_;
  const norma::standard gates_;
  const console& to_;
  text_table table_;
};

}  // namespace

std::string show_points(const scheme& of, const console& to) {
  return points_page(of, to).write();
}

}  // namespace norma::cli
