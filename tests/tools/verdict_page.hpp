// SPDX-License-Identifier: Apache-2.0
#pragma once

// docs/verdicts.md, written from the functions that decide: `conclude`,
// `decide_part` and `verdict_behind`.

#include <string>  // std::string
#include <vector>  // std::vector

#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/verdict.hpp>

namespace norma_test {

inline const std::vector<norma::verdict>& all_verdicts() {
  static const std::vector<norma::verdict> all{norma::verdict::pass, norma::verdict::fail,
                                               norma::verdict::undetermined,
                                               norma::verdict::not_applicable};
  return all;
}

class verdict_page {
 public:
  [[nodiscard]] std::string write() {
    chinese_ = true;
    title("# 评价结果表", "# Verdict tables");
    say("", "English below.");
    language_part();
    chinese_ = false;
    page_ += "---\n\n# Verdict tables\n\n";
    language_part();
    page_.pop_back();  // the blank line after the last table
    return page_;
  }

 private:
  using verdict = norma::verdict;
  using combine = norma::combine;
  using strength = norma::strength;
  using truth = norma::truth;

  void language_part() {
    say("本页由 `make golden` "
        "从作出判定的代码（`conclude`、`decide_part`、`verdict_behind`）生成，"
        "测试逐字核对，不要手改。",
        "`make golden` writes this page from the code that decides (`conclude`, "
        "`decide_part`, "
        "`verdict_behind`), and a test compares it; it is not edited by hand.");
    say("评价结果有四种：**达标** pass、**不达标** fail、**待定** "
        "undetermined、**不适用** "
        "not_applicable。待定必有原因。",
        "There are four verdicts: **pass**, **fail**, **undetermined**, "
        "**not_applicable**. An "
        "undetermined one always carries its causes.");
    pairs_part();
    at_least_part();
    gates_part();
    strengths_part();
  }

  void pairs_part() {
    title("## 两个成员的组", "## Groups of two members");
    say("`all`：全部满足；`any`：任一满足；`none`：一个都不出现（否决、退出情形）。"
        "成员不分先后；`all` 与 `any` 的三个以上成员可以两两合并，结果相同；`none` 是 "
        "`any` "
        "把达标与不达标对调。不适用的成员，"
        "以及不参与判定的要求（鼓励、力争、参照）不计；都不计时，组为不适用。",
        "`all`: every one is met; `any`: one is; `none`: none is (vetoes, exit "
        "triggers). The order "
        "of members does not matter, and more than two can be taken pair by pair. "
        "Members that "
        "are not_applicable, and requirements of a strength that does not decide "
        "(encouraged, goal, "
        "reference), do not count; if none counts, the group is not_applicable.");
    for (const auto how : {combine::all, combine::any, combine::none}) pair_table(how);
  }

  void pair_table(combine how) {
    const char* name = how == combine::all ? "all" : how == combine::any ? "any" : "none";
    std::vector<std::string> head{"`" + std::string(name) + "`"};
    for (const auto v : all_verdicts()) head.push_back(word(v));
    begin_table(head);
    for (const auto a : all_verdicts()) {
      std::vector<std::string> cells{"**" + word(a) + "**"};
      for (const auto b : all_verdicts()) {
        norma::tally members;
        members.add(a);
        members.add(b);
        cells.push_back(word(norma::conclude(how, members)));
      }
      row(cells);
    }
    page_ += '\n';
  }

  void at_least_part() {
    title("## 三个成员的 `at_least`", "## `at_least` with three members");
    say("不适用的成员不会降低要求的个数。每行是三个成员的一种组合，先后不计。",
        "A member that is not_applicable does not lower the number wanted. One row for "
        "each "
        "combination of three members, whatever their order.");
    begin_table(
        {pick("成员", "members"), "`at_least: 1`", "`at_least: 2`", "`at_least: 3`"});
    const auto& all = all_verdicts();
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (std::size_t j = i; j < all.size(); ++j) {
        for (std::size_t k = j; k < all.size(); ++k) at_least_row(all[i], all[j], all[k]);
      }
    }
    page_ += '\n';
  }

  void at_least_row(verdict a, verdict b, verdict c) {
    norma::tally members;
    for (const auto v : {a, b, c}) members.add(v);
    std::vector<std::string> cells{word(a) + pick("、", ", ") + word(b) +
                                   pick("、", ", ") + word(c)};
    for (std::size_t n = 1; n <= 3; ++n) {
      cells.push_back(word(norma::conclude(combine::at_least, members, n)));
    }
    row(cells);
  }

  void gates_part() {
    title("## 要求之前", "## Before the requirement");
    say("按此次序查看，第一个拦住的决定结果；其下的要求不再评价，全部取这一结果"
        "（不在施行期的和仅列示的仍为不适用）。`strength: conditional` 的 `when` "
        "不在此处，与要求一并衡量。",
        "Looked at in this order; the first one that does not let through decides, and "
        "everything below the node has that verdict without being evaluated (what is out "
        "of force "
        "or shown only stays not_applicable). The `when` of `strength: conditional` is "
        "not "
        "among them: it is weighed together with the requirement.");
    begin_table({pick("情形", "what is found"), pick("结果", "verdict")});
    gate_row(norma::gate::not_in_force, "评价日不在 `in_force` 期内",
             "the as-of day lies outside `in_force`");
    gate_row(norma::gate::nothing_to_rate, "`rate(n, d)`：d = 0，而 n = 0 或未知",
             "`rate(n, d)`: d = 0, and n = 0 or unknown");
    gate_row(norma::gate::rate_unknown, "`rate(n, d)`：d 未知或有误，或 d = 0 而 n ≠ 0",
             "`rate(n, d)`: d unknown or in error, or d = 0 with n ≠ 0");
    gate_row(norma::gate::guard_false, "`when` 不成立", "`when` is false");
    gate_row(norma::gate::guard_unknown, "`when` 未知或为空",
             "`when` is unknown or null");
    gate_row(norma::gate::open, "其余", "anything else");
    page_ += '\n';
  }

  void gate_row(norma::gate g, const char* zh, const char* en) {
    const auto behind = norma::verdict_behind(g);
    row({pick(zh, en),
         behind ? word(*behind)
                : pick("由要求或成员决定", "the requirement or the members decide")});
  }

  void strengths_part() {
    title("## 强度、`when` 与要求", "## Strength, `when` and the requirement");
    say("没有 `when` 的，按成立。五种强度中只有 `mandatory` 与 `conditional` 参与判定，"
        "其余只列示结果。",
        "Without `when` the row of a true one holds. Of the five strengths only "
        "`mandatory` and "
        "`conditional` decide; the verdicts of the others are shown.");
    for (const auto s : {strength::mandatory, strength::conditional, strength::encouraged,
                         strength::goal, strength::reference}) {
      strength_table(s);
    }
  }

  void strength_table(strength s) {
    const auto decides = norma::decides(s) ? pick("参与判定", "decides")
                                           : pick("不参与判定", "does not decide");
    page_ += "`strength: " + name_of(s) + "`" + pick("（", " (") + decides +
             pick("）", ")") + "\n\n";
    begin_table({"`when`", pick("要求成立", "requirement true"),
                 pick("要求不成立", "requirement false"),
                 pick("要求未知或为空", "requirement unknown or null")});
    const std::vector<std::string> words{pick("成立", "true"), pick("不成立", "false"),
                                         pick("未知或为空", "unknown or null")};
    const std::vector<truth> truths{truth::yes, truth::no, truth::unknown};
    for (std::size_t i = 0; i < truths.size(); ++i) {
      std::vector<std::string> cells{"**" + words[i] + "**"};
      for (const auto requirement : truths) {
        cells.push_back(word(norma::decide_part(s, truths[i], requirement)));
      }
      row(cells);
    }
    page_ += '\n';
  }

  [[nodiscard]] static std::string name_of(strength s) {
    switch (s) {
      case strength::mandatory: return "mandatory";
      case strength::conditional: return "conditional";
      case strength::encouraged: return "encouraged";
      case strength::goal: return "goal";
      case strength::reference: break;
    }
    return "reference";
  }

  [[nodiscard]] std::string word(verdict v) const {
    switch (v) {
      case verdict::pass: return pick("达标", "pass");
      case verdict::fail: return pick("不达标", "fail");
      case verdict::undetermined: return pick("待定", "undetermined");
      case verdict::not_applicable: break;
    }
    return pick("不适用", "not_applicable");
  }

  [[nodiscard]] std::string pick(const char* zh, const char* en) const {
    return chinese_ ? zh : en;
  }
  void title(const char* zh, const char* en) { page_ += pick(zh, en) + "\n\n"; }
  // Paragraphs; one without Chinese words stands in both parts.
  void say(const char* zh, const char* en) {
    page_ += (*zh == '\0' ? std::string(en) : pick(zh, en)) + "\n\n";
  }
  void begin_table(const std::vector<std::string>& head) {
    row(head);
    page_ += '|';
    for (std::size_t i = 0; i < head.size(); ++i) page_ += "---|";
    page_ += '\n';
  }
  void row(const std::vector<std::string>& cells) {
    page_ += '|';
    for (const auto& cell : cells) page_ += ' ' + cell + " |";
    page_ += '\n';
  }

  std::string page_;
  bool chinese_ = true;
};

}  // namespace norma_test
