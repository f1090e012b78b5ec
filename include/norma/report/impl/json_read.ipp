// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/json_read.hpp>

#include <memory>   // std::make_shared, std::shared_ptr
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/assess/deciding.hpp>
#include <norma/assess/member_list.hpp>
#include <norma/assess/score.hpp>
#include <norma/core/message.hpp>
#include <norma/report/impl/json_fields.ipp>
#include <norma/report/impl/json_value.ipp>

namespace norma::report_detail {

/// Reads a report out of a tree.
class json_report_reader : private json_fields {
 public:
  [[nodiscard]] std::optional<report> read(const json_tree& t) {
    report r;
    texts(need(t, "labels"), r.labels);
    texts(need(t, "decisions"), decisions_);
    labels_ = &r.labels;
    r.engine_version = string(t, "norma");
    r.pack = pack(need(t, "pack"));
    r.uses = list(t, "uses", [this](const json_tree& m) { return pack(m); });
    const auto& standard = need(t, "standard");
    r.standard_id = string(standard, "id");
    r.standard_title = words(need(standard, "title"));
    r.standard_cite = cite(need(standard, "cite"));
    const auto& unit = need(t, "unit");
    r.unit_kind = string(unit, "kind");
    r.unit_id = string(unit, "id");
    r.unit_name = string(unit, "name");
    r.unit_label = words(need(unit, "label"));
    if (const auto as_of = day(need(t, "as_of"))) {
      r.on.as_of = *as_of;
    } else {
      good_ = false;
    }
    r.on.known_as_of = day(need(t, "known_as_of"));
    if (const auto* found = t.find("supposed"))
      r.supposed = all(*found, [this](const json_tree& m) { return supposition(m); });
    r.verdict = verdict_of(t, "verdict");
    const auto& evaluated = need(t, "evaluated");
    r.decided = count(need(evaluated, "decided"));
    r.applicable = count(need(evaluated, "applicable"));
    r.tree = node(need(t, "tree"), 0);
    r.remedies_are = one_of(t, "remedies_are", remedy_state::not_needed);
    r.remedies = list(t, "remedies", [this](const json_tree& m) { return mend(m); });
    r.missing = list(t, "missing", [this](const json_tree& m) { return strings(m); });
    r.score = score(need(t, "score"));
    r.members = list(t, "members", [this](const json_tree& m) { return members(m); });
    r.exceptions =
        list(t, "exceptions", [this](const json_tree& m) { return exception(m); });
    r.remarks = list(t, "remarks", [this](const json_tree& m) {
      remark out{string(m, "code"), strings(need(m, "facts")), {}};
      if (const auto* found = m.find("arguments")) out.arguments = arguments(*found);
      return out;
    });
    r.documents =
        list(t, "documents", [this](const json_tree& m) { return cited_document(m); });
    r.facts_digest = string(t, "facts_digest");
    if (!good_) return {};
    return r;
  }

 private:
  supposition_shown supposition(const json_tree& t) {
    const auto& was = need(t, "in_force");
    return {string(t, "parameter"), words(need(t, "label")), content_of(need(t, "value")),
            words(need(t, "shown")), was.is_null() ? text{} : words(was)};
  }

  document cited_document(const json_tree& t) {
    document out;
    out.id = string(t, "id");
    out.number = string(t, "number");
    out.title = words(need(t, "title"));
    out.day = day(need(t, "date"));
    const auto& days = need(t, "in_force");
    out.in_force = {day(need(days, "from")), day(need(days, "to"))};
    return out;
  }

  std::vector<std::string> arguments(const json_tree& t) {
    return all(t, [this](const json_tree& m) {
      return m.is == form::object ? text_argument(words(m)) : content(m);
    });
  }

  cause cause_of(const json_tree& t) {
    cause out;
    out.kind = one_of(t, "kind", cause_kind::missing);
    if (t.find("fact") != nullptr) out.fact = string(t, "fact");
    const auto detail = detail_name(out.kind);
    if (t.find(detail) != nullptr) out.detail = string(t, detail);
    if (t.find("code") != nullptr) out.code = string(t, "code");
    if (const auto* found = t.find("arguments")) out.arguments = arguments(*found);
    if (t.find("held_until") != nullptr) out.arguments = {string(t, "held_until")};
    return out;
  }
  std::vector<cause> causes(const json_tree& t) {
    return all(t, [this](const json_tree& m) { return cause_of(m); });
  }
  value unknown(const json_tree& t) {
    auto why = causes(t);
    return value::unknown(
        why.empty() ? cause_list{}
                    : std::make_shared<const std::vector<cause>>(std::move(why)));
  }

  value content_of(const json_tree& t) {
    switch (t.is) {
      case form::token: {
        if (t.content == "true" || t.content == "false") return t.content == "true";
        if (auto n = number::parse(t.content)) return *std::move(n);
        good_ = false;
        return {};
      }
      case form::string:
        if (is_fraction(t.content)) return *number::parse_exact(t.content);
        return t.content;
      case form::array:
        return all(t, [this](const json_tree& m) { return content_of(m); });
      case form::object: break;
    }
    if (t.keys.size() == 1 && t.keys[0] == "none") return {};
    if (t.keys.size() == 1 && t.keys[0] == "unknown") return unknown(t.members[0]);
    if (t.keys.size() == 1 && t.keys[0] == "text") return content(t.members[0]);
    if (t.keys.size() == 1 && t.keys[0] == "record") return record_of(t.members[0]);
    if (t.keys.size() == 2 && t.keys[0] == "from" && t.keys[1] == "to") {
      const auto begins = t.members[0].is == form::string
                              ? date::parse(t.members[0].content)
                              : std::nullopt;
      const bool open = t.members[1].is_null();
      const auto ends = t.members[1].is == form::string
                            ? date::parse(t.members[1].content)
                            : std::nullopt;
      if (begins && (open || ends)) {
        range_value period;
        period.low = value{*begins};
        if (ends) period.high = value{*ends};
        period.low_included = true;
        period.high_included = !open;
        return period;
      }
    }
    return record_of(t);
  }
  value record_of(const json_tree& t) {
    if (t.is != form::object) good_ = false;
    record_value record;
    record.shape = std::make_shared<const record_shape>(t.keys);
    for (const auto& member : t.members) record.fields.push_back(content_of(member));
    return record;
  }

  text label(const std::string& fact) const {
    const auto found = labels_->find(fact);
    return found == labels_->end() ? text{} : found->second;
  }

  fact_shown fact(const json_tree& t) {
    fact_shown out;
    out.fact = string(t, "fact");
    out.label = label(out.fact);
    out.content = value_in(t);
    out.unit = string_or_null(t, "unit");
    out.scale = scale(t);
    out.shown = words(need(t, "shown"));
    out.from = evidence_in(t);
    return out;
  }

  std::optional<condition_shown> condition(const json_tree& t, std::string_view key) {
    const auto* found = t.find(key);
    if (found == nullptr) return {};
    condition_shown out{string(*found, "source"), words(need(*found, "shown"))};
    if (found->find("deciding") != nullptr) {
      out.deciding =
          list(*found, "deciding", [this](const json_tree& m) { return deciding(m); });
    }
    return out;
  }

  distance distance_of(const json_tree& t) {
    distance out;
    out.fact = string(t, "fact");
    out.label = label(out.fact);
    out.by = exact(need(t, "by"));
    out.unit = string_or_null(t, "unit");
    out.shown = words(need(t, "shown"));
    out.too_high = need(t, "too_high").content == "true";
    return out;
  }

  report_node node(const json_tree& t, std::size_t depth) {
    report_node out;
    if (depth > json_parser::deepest) {
      good_ = false;
      return out;
    }
    out.path = string(t, "path");
    out.id = out.path.substr(out.path.rfind('/') + 1);
    out.role = one_of(t, "kind", node_role::part);
    out.title = words(need(t, "title"));
    out.cite = cite(need(t, "cite"));
    out.verdict = verdict_of(t, "verdict");
    if (const auto* why = t.find("reason"))
      out.reason = reason{string(*why, "code"), words(*why)};
    out.when = condition(t, "when");
    out.condition = condition(t, "condition");
    if (const auto* found = t.find("distance")) out.distance = distance_of(*found);
    if (const auto* found = t.find("causes")) out.causes = causes(*found);
    for (const auto& id : may(t, "decisions")) {
      const auto found = decisions_.find(id);
      out.decisions.push_back({id, found == decisions_.end() ? text{} : found->second});
    }
    if (out.role == node_role::part) {
      out.strength = one_of(t, "strength", strength::mandatory);
      out.facts = list(t, "facts", [this](const json_tree& m) { return fact(m); });
      return out;
    }
    if (t.find("facts") != nullptr) {
      out.facts = list(t, "facts", [this](const json_tree& m) { return fact(m); });
    }
    out.combine = one_of(t, "combine", combine::all);
    if (out.combine == combine::at_least) out.at_least = count(need(t, "at_least"));
    out.members = list(t, "members",
                       [this, depth](const json_tree& m) { return node(m, depth + 1); });
    return out;
  }

  fact_change change(const json_tree& t) {
    fact_change out;
    out.fact = string(t, "fact");
    out.label = label(out.fact);
    out.from = content_of(need(t, "from"));
    out.to = content_of(need(t, "to"));
    out.unit = string_or_null(t, "unit");
    out.scale = scale(t);
    const auto& shown = need(t, "shown");
    out.from_shown = words(need(shown, "from"));
    out.to_shown = words(need(shown, "to"));
    if (const auto& by = need(shown, "by"); !by.is_null()) out.by_shown = words(by);
    return out;
  }

  remedy mend(const json_tree& t) {
    remedy out;
    out.gives = verdict_of(t, "gives");
    out.changes = list(t, "changes", [this](const json_tree& m) { return change(m); });
    out.requirements =
        list(t, "requirements", [this](const json_tree& m) { return words(m); });
    out.not_before = day(need(t, "not_before"));
    return out;
  }

  // json_read_members.ipp
  value value_in(const json_tree& t);
  evidence evidence_in(const json_tree& t);
  bool yes(const json_tree& t, std::string_view key);
  deciding_elements deciding(const json_tree& t);
  member_list members(const json_tree& t);
  exception_shown exception(const json_tree& t);

  // json_read_score.ipp
  std::shared_ptr<const scheme_score> score(const json_tree& t);
  block_score block(const json_tree& t);
  part_score scored_part(const json_tree& t);
  score_range range(const json_tree& t);
  std::vector<score_shortfall> needs(const json_tree& t, std::string_view key);

  text_map decisions_;
  const text_map* labels_ = nullptr;
};

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::optional<report> from_json(std::string_view json) {
  const auto tree = report_detail::json_parser{json}.parse();
  if (!tree || tree->is != report_detail::json_tree::form::object) return {};
  return report_detail::json_report_reader{}.read(*tree);
}

}  // namespace norma

#include <norma/report/impl/json_read_members.ipp>
#include <norma/report/impl/json_read_score.ipp>
