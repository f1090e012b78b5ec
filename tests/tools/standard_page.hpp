// SPDX-License-Identifier: Apache-2.0
#pragma once

// docs/standards.md and docs/standards.zh.md, written from packs: every
// standard as a table, the parameters, and the wordings of the decisions.

#include <algorithm>    // std::any_of, std::find, std::find_if
#include <cstdint>      // std::uint32_t
#include <map>          // std::map
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <variant>      // std::get_if
#include <vector>       // std::vector

#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>

#include "rule_words.hpp"

namespace norma_test {

class standard_page {
 public:
  explicit standard_page(norma::language lang) : chinese_(lang == norma::language::zh) {}

  [[nodiscard]] std::string write(const std::vector<norma::pack>& packs) {
    page_ += pick("# 各标准逐条对照表", "# The standards, clause by clause") + "\n\n";
    page_ += pick(
                 "本页由 `make golden` 从规则包生成，测试逐字核对，不要手改（English: "
                 "`docs/standards.md`）。",
                 "`make golden` writes this page from the packs, and a test compares it; "
                 "it is not "
                 "edited by hand (中文：`docs/standards.zh.md`).") +
             "\n\n";
    page_ += pick(
                 "“门槛”写“是”的，由评价人员认定或者条件须成立；“/"
                 "”是相除；应当事项为零（0 比 0）的不适用，另有注明的除外。"
                 "不适用、不参与判定的（鼓励、力争、参照、仅列示）不影响结论。括号内的代"
                 "码是该项在规则文件和"
                 "报告中的路径。“读法”的文字在本页末尾。",
                 "Where the threshold is “yes” assessors attest the matter, or the "
                 "condition has to hold; "
                 "“/” divides; where nothing is due (0 of 0) the part does not apply, "
                 "unless its row says "
                 "otherwise. What does not apply or does not "
                 "decide (encouraged, goal, reference, shown only) changes no verdict. "
                 "The code in brackets "
                 "is the part's path in rule files and reports. The wordings of the "
                 "readings stand at the "
                 "end.") +
             "\n\n";
    for (const norma::pack& pack : packs) contents(pack);
    page_ += '\n';
    for (const norma::pack& pack : packs) {
      for (const norma::standard& s : pack.standards()) standard_part(pack, s);
    }
    parameter_part(packs);
    decision_part(packs);
    page_.pop_back();  // the blank line after the last table
    return page_;
  }

 private:
  // Standards. The nation and its provinces have some of the same title.

  [[nodiscard]] std::string heading(const norma::pack& pack,
                                    const norma::standard& s) const {
    return s.definition().root.title.in(lang()) + " (" + pack.id() + ':' + s.id() + ')';
  }

  /// What a link to the heading says: letters, digits, `-` and `_`, with `-` for blanks.
  [[nodiscard]] static std::string anchor(const std::string& heading) {
    std::string all;
    for (const char c : heading) {
      const bool upper = c >= 'A' && c <= 'Z';
      const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                         c == '_' || static_cast<unsigned char>(c) >= 0x80U;
      if (upper) all += static_cast<char>(c - 'A' + 'a');
      if (plain || c == ' ') all += c == ' ' ? '-' : c;
    }
    for (const std::string_view gone : {"（", "）", "、"}) {
      for (auto at = all.find(gone); at != std::string::npos; at = all.find(gone))
        all.erase(at, gone.size());
    }
    return all;
  }

  void contents(const norma::pack& pack) {
    page_ += "- " + pack.content().title.in(lang()) + " (`" + pack.id() + "`)\n";
    for (const norma::standard& s : pack.standards()) {
      const std::string words = heading(pack, s);
      page_ +=
          "  - [" + s.definition().root.title.in(lang()) + "](#" + anchor(words) + ")\n";
    }
  }

  void standard_part(const norma::pack& pack, const norma::standard& s) {
    const norma::rule_node& root = s.definition().root;
    const norma::pack_content& content = s.content();
    const norma::wording words(content, s.words(), lang());
    standard_ = pack.id() + ':' + s.id();
    content_ = &content;
    page_ += "## " + heading(pack, s) + "\n\n";
    const norma::document& source = content.documents.at(root.cite.document);
    page_ += pick("- 对象：", "- for: ") + unit_label(s) + '\n';
    page_ += "- " + source.number + pick("《", ", ") + source.title.in(lang()) +
             pick("》", ", ") + root.cite.clause + '\n';
    if (const auto days = in_force(root.in_force); !days.empty())
      page_ += "- " + days + '\n';
    if (root.when) {
      page_ += "- " + pick("适用条件：", "applies where: ") +
               rule_words(words, *root.when).condition() + '\n';
    }
    if (const auto shown = facts_shown(root, words); !shown.empty()) {
      page_ += "- " + shown + '\n';
    }
    if (const auto ids = decisions(root); !ids.empty()) {
      page_ += "- " + pick("读法：", "readings: ") + ids + '\n';
    }
    const norma::standard_definition& of = s.definition();
    if (!of.refines.empty()) {
      page_ += "- " + pick("重述上级标准 `", "restates the upper standard `") +
               of.refines + '`';
      if (!of.authority.empty()) {
        page_ += pick("；放宽和不列的依据：", "; relaxed and left out by: ") +
                 cited(of.authority, content);
      }
      page_ += '\n';
    }
    page_ += '\n';
    row({pick("条款", "clause"), pick("要求", "requirement"), pick("门槛", "threshold"),
         pick("力度", "strength"), pick("读法", "readings")});
    page_ += "|---|---|---|---|---|\n";
    for (const norma::rule_node& item : root.members) node_rows(item, words, 0);
    page_ += '\n';
    dropped_part(of, content);
  }

  // Upper parts that have nothing in their place.
  void dropped_part(const norma::standard_definition& of,
                    const norma::pack_content& content) {
    if (of.drops.empty()) return;
    page_ += pick("上级标准中未列入本标准的：",
                  "Parts of the upper standard that are left out:") +
             "\n\n";
    row({pick("上级标准的要求", "part there"), pick("说明", "note")});
    page_ += "|---|---|\n";
    const auto upper = std::find_if(
        content.upper_standards.begin(), content.upper_standards.end(),
        [&](const norma::standard_definition& s) { return s.id == of.refines; });
    for (const norma::dropped_part& gone : of.drops) {
      const auto* there = upper == content.upper_standards.end()
                              ? nullptr
                              : norma::find_node(upper->root, gone.path);
      std::string note = gone.note.in(lang());
      if (!gone.authority.empty()) note += "<br>" + by_authority(gone.authority, content);
      row({(there == nullptr ? std::string() : there->title.in(lang()) + ' ') + "(`" +
               gone.path + "`)",
           note});
    }
    page_ += '\n';
  }

  [[nodiscard]] static std::string cited(const norma::citation& c,
                                         const norma::pack_content& content) {
    const auto source = content.documents.find(c.document);
    return (source == content.documents.end() ? c.document : source->second.number) +
           ' ' + c.clause;
  }
  [[nodiscard]] std::string by_authority(const norma::citation& c,
                                         const norma::pack_content& content) const {
    return pick("依据：", "by: ") + cited(c, content);
  }

  // What the part is to the upper one, where the author says it.
  void add_layer(const norma::rule_node& at, const norma::pack_content& content,
                 std::string& to) const {
    if (at.refines.empty() && !at.step) return;
    to += "<br>" + pick("对应上级标准 `", "in place of `") +
          (at.refines.empty() ? at.path : at.refines) + '`';
    if (at.step) to += pick("，", ", ") + step_word(*at.step);
    if (!at.authority.empty())
      to += pick("；", "; ") + by_authority(at.authority, content);
  }
  [[nodiscard]] std::string step_word(norma::layer_step step) const {
    switch (step) {
      case norma::layer_step::kept: return pick("不变", "kept");
      case norma::layer_step::tightened: return pick("收紧", "tightened");
      case norma::layer_step::relaxed: break;
    }
    return pick("放宽", "relaxed");
  }

  void node_rows(const norma::rule_node& at, const norma::wording& words,
                 std::size_t depth) {
    std::string indent;
    for (std::size_t i = 1; i < depth; ++i) indent += "– ";
    if (at.role == norma::node_role::standard) {
      row({at.cite.clause,
           indent + pick("按另一标准评价：", "judged by another standard: ") + "**" +
               at.title.in(lang()) + "** (`" + at.embeds + "`)",
           pick("达标", "pass"), "", ""});
      return;
    }
    if (at.role == norma::node_role::part) {
      part_row(at, words, indent);
      return;
    }
    std::string what = indent + "**" + at.title.in(lang()) + "** (`" + at.path + "`)";
    add_gates(at, words, what);
    add_layer(at, *content_, what);
    row({at.cite.clause, what, combined(at), "", decisions(at)});
    for (const norma::rule_node& member : at.members) node_rows(member, words, depth + 1);
  }

  void part_row(const norma::rule_node& at, const norma::wording& words,
                const std::string& indent) {
    std::string what = indent + at.title.in(lang()) + " (`" + at.path + "`)";
    std::string threshold;
    if (at.require) {
      auto [measured, reach] = rule_words(words, *at.require).measured();
      what += "<br>" + measured;
      threshold = std::move(reach);
      if (has_plain_division(at.require->tree)) {
        what +=
            pick("<br>分母为零的，待定", "<br>undetermined where the divisor is zero");
      }
    } else if (at.fact) {
      const std::string& label = words.label(*at.fact);
      // The title of a bare fact is its label, in English with a capital.
      const auto& title = at.title.in(lang());
      const bool same =
          label.size() == title.size() && label.substr(1) == title.substr(1);
      if (!same) what += "<br>" + label;
      threshold = pick("是", "yes");
    } else {
      threshold = "–";
    }
    if (at.source_number) {
      threshold +=
          pick("；条文的数：", "; the text's number: ") + at.source_number->to_string();
    }
    add_gates(at, words, what);
    add_validity(at, words, what);
    if (const auto shown = facts_shown(at, words); !shown.empty()) what += "<br>" + shown;
    add_layer(at, *content_, what);
    if (at.exceptions_allowed)
      what += "<br>" + pick("可以有例外", "exceptions are allowed");
    row({at.cite.clause, what, threshold, strength_word(at), decisions(at)});
  }

  [[nodiscard]] std::string facts_shown(const norma::rule_node& at,
                                        const norma::wording& words) const {
    std::string shown;
    for (const auto slot : at.show) {
      shown += (shown.empty() ? "" : pick("、", ", ")) + words.label(slot);
    }
    return shown.empty() ? shown : pick("列示：", "shown: ") + shown;
  }

  [[nodiscard]] static bool has_plain_division(const norma::expr::node& n) {
    return n.kind == norma::expr::node_kind::divide ||
           std::any_of(n.children.begin(), n.children.end(), has_plain_division);
  }

  void add_gates(const norma::rule_node& at, const norma::wording& words,
                 std::string& to) const {
    if (at.when) {
      to += "<br>" + pick("适用条件：", "applies where: ") +
            rule_words(words, *at.when).condition();
    }
    if (const auto days = in_force(at.in_force); !days.empty()) to += "<br>" + days;
  }

  // How long the evidence holds, where a fact says it.
  void add_validity(const norma::rule_node& at, const norma::wording& words,
                    std::string& to) const {
    std::vector<std::string> said;
    std::vector<std::uint32_t> slots;
    if (at.fact) slots.push_back(*at.fact);
    if (at.require)
      slots.insert(slots.end(), at.require->slots.begin(), at.require->slots.end());
    for (const auto slot : slots) {
      const norma::fact_definition* f = words.names().fact(slot);
      if (f == nullptr) continue;
      std::string lasts;
      if (const auto* fixed = std::get_if<norma::duration>(&f->valid_for)) {
        lasts = norma::describe(*fixed, chinese_);
      } else if (const auto* named = std::get_if<std::uint32_t>(&f->valid_for)) {
        const auto& p = std::get<norma::parameter>(words.names().slots[*named]);
        lasts = rule_words::values_of(p, words) + pick("（", " (") + words.label(*named) +
                pick("）", ")");
      }
      if (lasts.empty() || std::find(said.begin(), said.end(), lasts) != said.end())
        continue;
      said.push_back(lasts);
      to += "<br>" + pick("依据的有效期：", "evidence holds for: ") + lasts;
    }
  }

  [[nodiscard]] std::string combined(const norma::rule_node& at) const {
    switch (at.combine) {
      case norma::combine::all: return pick("全部满足", "all of");
      case norma::combine::any: return pick("任一满足", "any of");
      case norma::combine::none: return pick("一项都不出现", "none of");
      case norma::combine::at_least: break;
    }
    return pick("至少满足 ", "at least ") + std::to_string(at.at_least) +
           pick(" 项", " of");
  }

  [[nodiscard]] std::string strength_word(const norma::rule_node& at) const {
    if (!at.require && !at.fact) {
      return strength_alone(at.strength) + pick("，仅列示", ", shown only");
    }
    return strength_alone(at.strength);
  }
  [[nodiscard]] std::string strength_alone(norma::strength s) const {
    switch (s) {
      case norma::strength::mandatory: return pick("必须", "mandatory");
      case norma::strength::conditional: return pick("有条件的", "conditional");
      case norma::strength::encouraged: return pick("鼓励", "encouraged");
      case norma::strength::goal: return pick("力争", "goal");
      case norma::strength::reference: break;
    }
    return pick("参照", "reference");
  }

  [[nodiscard]] std::string unit_label(const norma::standard& s) const {
    const norma::standard_definition& of = s.definition();
    const std::string label = s.content().units.at(of.unit).label.in(lang());
    return of.area_kind.empty() ? label : label + " (`" + of.area_kind + "`)";
  }

  [[nodiscard]] std::string in_force(const norma::day_range& days) const {
    std::string out;
    if (days.from) out += pick("自 ", "from ") + days.from->to_string() + pick(" 起", "");
    if (days.to) {
      out += (out.empty() ? "" : pick("，", " ")) + pick("至 ", "to ") +
             days.to->to_string();
    }
    return out.empty() ? out : pick("施行期：", "in force: ") + out;
  }

  // The ids, remembered with where they are used.
  [[nodiscard]] std::string decisions(const norma::rule_node& at) {
    std::string out;
    for (const std::string& id : at.decisions) {
      out += (out.empty() ? "" : ", ") + id;
      auto& places = used_[id];
      if (std::find(places.begin(), places.end(), standard_) == places.end()) {
        places.push_back(standard_);
      }
    }
    return out;
  }

  // What the packs fix by themselves.

  void parameter_part(const std::vector<norma::pack>& packs) {
    page_ += pick("## 参数", "## Parameters") + "\n\n" +
             pick(
                 "可由下级规则包另定的数：出处一栏是写明它的条文；条文没有写明、由规则包"
                 "确定的，注明“自行确定”。",
                 "Numbers that a lower pack may set anew. The source is the clause that "
                 "states them; where the texts leave them open and the packs fix "
                 "them, it says own choice.") +
             "\n\n";
    row({pick("参数", "parameter"), pick("值", "value"), pick("起始日", "from"),
         pick("出处", "source"), pick("读法", "readings")});
    page_ += "|---|---|---|---|---|\n";
    std::vector<std::string> said;
    for (const norma::pack& pack : packs) {
      for (const auto& [kind, names] : pack.content().vocabularies) {
        const norma::wording words(pack.content(), names, lang());
        for (const auto& slot : names.slots) {
          const auto* p = std::get_if<norma::parameter>(&slot);
          if (p == nullptr) continue;
          const std::string key = p->pack + ':' + p->name;
          if (std::find(said.begin(), said.end(), key) != said.end()) continue;
          said.push_back(key);
          parameter_rows(*p, key, pack.content(), words);
        }
      }
    }
    page_ += '\n';
  }

  void parameter_rows(const norma::parameter& p, const std::string& key,
                      const norma::pack_content& content, const norma::wording& words) {
    for (const norma::dated_value& one : p.values) {
      row({p.label.in(lang()) + " (`" + key + "`)", words.of(one.content, p),
           one.from.to_string(),
           one.own_choice ? pick("自行确定", "own choice") : cited(one.cite, content),
           p.decision});
      if (!p.decision.empty()) used_[p.decision];
    }
  }

  // The wordings of all decisions that were named, by their ids.
  void decision_part(const std::vector<norma::pack>& packs) {
    page_ += pick("## 读法", "## Readings") + "\n\n" +
             pick("条文可以有不同读法的，这里写明取的是哪一种，以及用在哪些标准。",
                  "How wordings that can be read in several ways are read, and which "
                  "standards rest on "
                  "it.") +
             "\n\n";
    row({pick("编号", "id"), pick("读法", "reading"), pick("用于", "used in")});
    page_ += "|---|---|---|\n";
    for (const auto& [id, places] : used_) {
      std::string where;
      for (const std::string& place : places)
        where += (where.empty() ? "" : ", ") + place;
      for (const norma::pack& pack : packs) {
        const auto found = pack.content().decisions.find(id);
        if (found == pack.content().decisions.end()) continue;
        row({id, found->second.in(lang()), where});
        break;
      }
    }
    page_ += '\n';
  }

  [[nodiscard]] norma::language lang() const {
    return chinese_ ? norma::language::zh : norma::language::en;
  }
  [[nodiscard]] std::string pick(const char* zh, const char* en) const {
    return chinese_ ? zh : en;
  }
  void row(const std::vector<std::string>& cells) {
    page_ += '|';
    for (const std::string& cell : cells) {
      page_ += ' ';
      for (const char c : cell)
        page_ += c == '|' ? std::string("\\|") : std::string(1, c);
      page_ += cell.empty() ? "|" : " |";
    }
    page_ += '\n';
  }

  bool chinese_;
  std::string page_;
  std::string standard_;                          ///< the one being written
  const norma::pack_content* content_ = nullptr;  ///< of its pack
  std::map<std::string, std::vector<std::string>> used_;
};

}  // namespace norma_test
