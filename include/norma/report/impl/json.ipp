// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/report/json.hpp>

#include <cstddef>  // std::size_t
#include <map>      // std::map
#include <utility>  // std::move

#include <norma/report/impl/findings.ipp>
#include <norma/report/impl/json_members.ipp>
#include <norma/report/impl/json_score.ipp>
#include <norma/report/impl/json_tree.ipp>
#include <norma/report/impl/json_value.ipp>
#include <norma/report/impl/json_words.ipp>
#include <norma/report/impl/words.ipp>

namespace norma::report_detail {

/// Puts a report into JSON; keys in the order of design section 7's specimen.
class json_report {
 public:
  /// `indent`: of the line on which it begins.
  explicit json_report(const report& of, std::size_t indent = 0)
      : of_(of),
        indent_(indent),
        zh_(of, language::zh),
        en_(of, language::en),
        labels_(of.labels) {}

  [[nodiscard]] json_tree make() {
    auto tree = make_node(of_.tree, indent_ + 2);
    auto remedies = json_tree::array_of(
        of_.remedies, [this](const remedy& r) { return make_remedy(r); });
    auto out = json_tree::object();
    out.add("norma", json_tree::string(of_.engine_version));
    out.add("pack", make_pack(of_.pack));
    out.add("uses", json_tree::array_of(of_.uses, make_pack));
    out.add("standard", make_standard());
    out.add("unit", make_unit());
    out.add("as_of", json_tree::string(of_.on.as_of.to_string()));
    out.add("known_as_of", json_of(of_.on.known_as_of));
    if (!of_.supposed.empty())
      out.add("supposed", json_tree::array_of(of_.supposed, make_supposition));
    out.add("verdict", json_tree::string(to_string(of_.verdict)));
    out.add("evaluated",
            std::move(json_tree::object()
                          .add("decided", json_tree::integer(of_.decided))
                          .add("applicable", json_tree::integer(of_.applicable))));
    out.add("tree", std::move(tree));
    out.add("remedies_are", json_tree::string(word_of(of_.remedies_are)));
    out.add("remedies", std::move(remedies));
    out.add("missing", json_tree::array_of(of_.missing, [](const auto& set) {
              return json_tree::array_of(set, json_tree::string);
            }));
    out.add("score",
            of_.score ? json_score{zh_, en_}.make(*of_.score) : json_tree::null());
    out.add("members", json_tree::array_of(of_.members.get(), [](const member_list& m) {
              return json_of(m);
            }));
    out.add("exceptions",
            json_tree::array_of(of_.exceptions,
                                [](const exception_shown& e) { return json_of(e); }));
    out.add("remarks", json_tree::array_of(of_.remarks, make_remark));
    out.add("labels", make_texts(labels_));
    out.add("documents", json_tree::array_of(of_.documents, make_document));
    std::map<std::string, text, std::less<>> decisions;
    collect_decisions(of_.tree, decisions);
    out.add("decisions", make_texts(decisions));
    out.add("facts_digest", json_tree::string(of_.facts_digest));
    return out;
  }

 private:
  using texts = std::map<std::string, text, std::less<>>;

  [[nodiscard]] static json_tree make_texts(const texts& all) {
    auto out = json_tree::object();
    for (const auto& [key, words] : all) out.add(key, json_of(words));
    return out;
  }

  [[nodiscard]] static json_tree make_pack(const pack_identity& p) {
    auto out = json_tree::object();
    out.add("id", json_tree::string(p.id)).add("version", json_tree::string(p.version));
    return std::move(out.add("hash", json_tree::string(p.hash)));
  }

  [[nodiscard]] static json_tree make_supposition(const supposition_shown& s) {
    auto out = json_tree::object();
    out.add("parameter", json_tree::string(s.parameter))
        .add("label", json_of(s.label.get()));
    out.add("value", json_of(s.content)).add("shown", json_of(s.shown));
    return std::move(out.add(
        "in_force", s.in_force.empty() ? json_tree::null() : json_of(s.in_force)));
  }

  [[nodiscard]] json_tree make_standard() const {
    auto out = json_tree::object();
    out.add("id", json_tree::string(of_.standard_id));
    out.add("title", json_of(of_.standard_title));
    return std::move(out.add("cite", json_of_citation(of_.standard_cite)));
  }

  [[nodiscard]] json_tree make_unit() const {
    auto out = json_tree::object();
    out.add("kind", json_tree::string(of_.unit_kind))
        .add("id", json_tree::string(of_.unit_id));
    out.add("name", json_tree::string(of_.unit_name));
    return std::move(out.add("label", json_of(of_.unit_label)));
  }

  [[nodiscard]] static json_tree make_document(const document& d) {
    auto days = json_tree::object();
    days.add("from", json_of(d.in_force.from)).add("to", json_of(d.in_force.to));
    auto out = json_tree::object();
    out.add("id", json_tree::string(d.id)).add("number", json_tree::string(d.number));
    out.add("title", json_of(d.title)).add("date", json_of(d.day));
    return std::move(out.add("in_force", std::move(days)));
  }

  [[nodiscard]] static json_tree make_remark(const remark& r) {
    auto out = json_tree::object();
    out.add("code", json_tree::string(r.code));
    out.add("facts", json_tree::array_of(r.facts, json_tree::string));
    if (!r.arguments.empty()) {
      out.add("arguments", json_tree::array_of(r.arguments, json_of_argument));
    }
    return out;
  }

  [[nodiscard]] static json_tree make_condition(const condition_shown& c) {
    auto out = json_tree::object();
    out.add("source", json_tree::string(c.source)).add("shown", json_of(c.shown));
    if (!c.deciding->empty()) {
      out.add("deciding",
              json_tree::array_of(c.deciding.get(),
                                  [](const deciding_elements& d) { return json_of(d); }));
    }
    return out;
  }

  /// As it is printed where it begins on a line of that indent: of all nodes together a
  /// tree would take ten times the room.
  [[nodiscard]] json_tree make_node(const report_node& n, std::size_t indent) {
    auto out = json_tree::object();
    const bool part = n.role == node_role::part;
    out.add("path", json_tree::string(n.path));
    out.add("kind", json_tree::string(word_of(n.role)));
    if (part) {
      out.add("strength", json_tree::string(word_of(n.strength)));
    } else {
      out.add("combine", json_tree::string(word_of(n.combine)));
      if (n.combine == combine::at_least)
        out.add("at_least", json_tree::integer(n.at_least));
    }
    out.add("title", json_of(n.title)).add("cite", json_of_citation(n.cite));
    out.add("verdict", json_tree::string(to_string(n.verdict)));
    if (n.reason) {
      auto words = json_of(n.reason->words);
      auto reason = json_tree::object();
      reason.add("code", json_tree::string(n.reason->code));
      reason.add("zh", std::move(words.members[0]))
          .add("en", std::move(words.members[1]));
      out.add("reason", std::move(reason));
    }
    if (n.when) out.add("when", make_condition(*n.when));
    if (n.condition) out.add("condition", make_condition(*n.condition));
    if (part || !n.facts.empty()) {
      out.add("facts", json_tree::array_of(n.facts, [this](const fact_shown& f) {
                return make_fact(f);
              }));
    }
    if (n.distance) out.add("distance", make_distance(*n.distance));
    if (!n.causes.empty()) {
      out.add("causes", json_tree::array_of(
                            n.causes, [this](const cause& c) { return make_cause(c); }));
    }
    if (!n.decisions.empty()) {
      out.add("decisions", json_tree::array_of(n.decisions, [](const decision_shown& d) {
                return json_tree::string(d.id);
              }));
    }
    if (!part) {
      out.add("members", json_tree::array_of(n.members, [&](const report_node& m) {
                return make_node(m, indent + 4);
              }));
    }
    return json_tree::token(json_printer{}.print(out, indent));
  }

  [[nodiscard]] json_tree make_cause(const cause& c) const {
    auto out = json_of(c);
    return std::move(
        out.add("words", json_of(text{zh_.cause_words(c), en_.cause_words(c)})));
  }

  void keep_label(const std::string& fact, const text& label) {
    if (!label.empty()) labels_.emplace(fact, label);
  }

  [[nodiscard]] json_tree make_fact(const fact_shown& f) {
    keep_label(f.fact, f.label);
    auto out = json_tree::object();
    out.add("fact", json_tree::string(f.fact));
    // What is read of the units in a list stands once, in the report's `members`.
    const auto* units = find_members(of_, f.fact);
    if (units != nullptr && !f.content.is_unknown()) {
      auto value = json_tree::object();
      out.add("value", std::move(value.add("count", json_tree::integer(units->count))));
    } else {
      add_value(out, f.content);
    }
    out.add("unit", json_or_null(f.unit));
    if (f.scale != 0) out.add("scale", json_tree::token(std::to_string(f.scale)));
    out.add("shown", json_of(f.shown));
    add_evidence(out, f.from.get());
    return out;
  }

  [[nodiscard]] json_tree make_distance(const distance& d) {
    keep_label(d.fact, d.label);
    auto out = json_tree::object();
    out.add("fact", json_tree::string(d.fact)).add("by", json_of(d.by));
    out.add("unit", json_or_null(d.unit)).add("shown", json_of(d.shown));
    return std::move(out.add("too_high", json_tree::boolean(d.too_high)));
  }

  [[nodiscard]] json_tree make_change(const fact_change& c) {
    keep_label(c.fact, c.label);
    auto shown = json_tree::object();
    shown.add("from", json_of(c.from_shown)).add("to", json_of(c.to_shown));
    shown.add("by", c.by_shown.empty() ? json_tree::null() : json_of(c.by_shown));
    auto out = json_tree::object();
    out.add("fact", json_tree::string(c.fact));
    out.add("from", json_of(c.from)).add("to", json_of(c.to));
    out.add("unit", json_or_null(c.unit));
    if (c.scale != 0) out.add("scale", json_tree::token(std::to_string(c.scale)));
    return std::move(out.add("shown", std::move(shown)));
  }

  [[nodiscard]] json_tree make_remedy(const remedy& r) {
    auto out = json_tree::object();
    out.add("gives", json_tree::string(to_string(r.gives)));
    out.add("changes", json_tree::array_of(r.changes, [this](const fact_change& c) {
              return make_change(c);
            }));
    out.add("requirements", json_tree::array_of(r.requirements, [](const text& t) {
              return json_of(t);
            }));
    return std::move(out.add("not_before", json_of(r.not_before)));
  }

  const report& of_;
  std::size_t indent_;
  report_words zh_, en_;
  texts labels_;
};

}  // namespace norma::report_detail

namespace norma {

NORMA_INLINE std::string to_json(const report& r) {
  return report_detail::json_printer{}.print(report_detail::json_report{r}.make()) + '\n';
}

NORMA_INLINE std::string to_json(std::span<const report> all) {
  if (all.size() == 1) return to_json(all.front());
  auto tree = report_detail::json_tree::array_of(all, [](const report& r) {
    return report_detail::json_report{r, 2}.make();
  });
  return report_detail::json_printer{}.print(tree) + '\n';
}

}  // namespace norma
