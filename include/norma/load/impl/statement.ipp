// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>  // std::array

#include <norma/load/impl/fact_values.ipp>
#include <norma/rule/content.hpp>

// Statements: a value with who says so, versions, none, pending, opinions.

namespace norma::load_detail {

/// Fills in what the statements about a fact leave open from the unit's own
/// evidence; not the day where another fact is it.
inline void complete_evidence(supplied_fact& to, const fact_definition& as,
                              const evidence& of_unit) {
  if (to.statements.empty() && !to.versioned) to.statements.push_back(to.said().front());
  for (supplied_value& each : to.statements) {
    evidence own = each.from;
    if (own.by.empty()) own.by = of_unit.by;
    if (own.document.empty()) own.document = of_unit.document;
    if (!own.day && !as.dated_by) own.day = of_unit.day;
    if (!own.recorded) own.recorded = of_unit.recorded;
    each.from = std::move(own);
  }
}

inline constexpr std::array<std::string_view, 5> statement_words = {
    "value", "versions", "none", "pending", "opinions"};

[[nodiscard]] inline std::vector<std::string_view> statement_keys(bool of_units) {
  std::vector<std::string_view> keys = shapes::statement.names();
  keys.push_back("versions");
  if (!of_units) keys.erase(std::find(keys.begin(), keys.end(), "file"));
  return keys;
}

/// True if the mapping speaks about a value instead of being one.
[[nodiscard]] inline bool is_statement(const tape_node& node, const fact_definition& as) {
  if (!node.mapping()) return false;
  if (as.declared != fact_type::period) return true;
  bool result = false;
  node.for_each_pair([&](const tape_node& key, const tape_node&) {
    if (key.scalar() && key.text() != "from" && key.text() != "to") result = true;
  });
  return result;
}

inline bool fact_reader::read_evidence_key(const tape_node& key, const tape_node& node,
                                           evidence& to) {
  const std::string_view word = key.text();
  if (word == "by") {
    to.by = read_text(node);
  } else if (word == "document") {
    to.document = read_text(node);
  } else if (word == "date") {
    to.day = read_day(node);
  } else if (word == "recorded") {
    to.recorded = read_day(node);
  } else {
    return false;
  }
  return true;
}

inline evidence fact_reader::read_evidence(const tape_node& node) {
  evidence result;
  if (node.blank()) return result;
  if (!node.mapping()) {
    findings_->add(wrong_kind("R0111", node));
    return result;
  }
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (!key.scalar() || read_evidence_key(key, content, result)) return;
    unknown_key(key, shapes::proof.names());
  });
  return result;
}

/// A value known, or the units of a list of them.
inline void fact_reader::read_known(const tape_node& node, const fact_definition& as,
                                    supplied_value& to) {
  if (words_of_units(as) != nullptr && node.sequence()) {
    to.members = std::make_shared<const std::vector<norma::unit>>(read_units(node, as));
  } else {
    to.content = read_content(node, as);
  }
}

inline supplied_fact fact_reader::read_fact(const tape_node& node,
                                            const fact_definition& as) {
  path_ = as.name;
  return read_supplied(node, as);
}

inline supplied_fact fact_reader::read_supplied(const tape_node& node,
                                                const fact_definition& as) {
  supplied_fact result;
  if (node.blank()) return result;
  if (!is_statement(node, as)) {
    supplied_value only;
    hold(bytes_of_statement, node);
    read_known(node, as, only);
    result.statements.push_back(std::move(only));
    return result;
  }
  std::optional<tape_node> versions;
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (key.scalar() && key.text() == "versions") versions = content;
  });
  if (versions) {
    node.for_each_pair([&](const tape_node& key, const tape_node&) {
      if (!key.scalar() || key.text() == "versions") return;
      findings_->add("N0622", {"versions", std::string(key.text())}, key.span());
    });
    result.versioned = true;
    read_versions(*versions, as, result);
  } else {
    result.statements.push_back(read_statement(node, as));
  }
  return result;
}

inline void fact_reader::read_versions(const tape_node& node, const fact_definition& as,
                                       supplied_fact& to) {
  if (!node.sequence()) {
    findings_->add(wrong_kind("R0112", node));
    return;
  }
  node.for_each([&](const tape_node& each) {
    if (!each.mapping()) {
      findings_->add(wrong_kind("R0111", each));
      return;
    }
    supplied_value version = read_statement(each, as);
    if (!version.from->day) {
      bool written = false;
      each.for_each_pair([&](const tape_node& key, const tape_node& content) {
        written |= key.scalar() && key.text() == "date" && !content.blank();
      });
      if (!written) findings_->add("N0623", {as.name}, each.span());
    }
    to.statements.push_back(std::move(version));
  });
}

inline supplied_value fact_reader::read_statement(const tape_node& node,
                                                  const fact_definition& as) {
  supplied_value result;
  hold(bytes_of_statement + sizeof(evidence), node);
  evidence from;
  std::string said;
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (!key.scalar()) return;
    const std::string word(key.text());
    if (read_evidence_key(key, content, from)) return;
    const bool file = word == "file" && words_of_units(as) != nullptr && member_file_;
    if (!file && (std::find(statement_words.begin(), statement_words.end(), word) ==
                      statement_words.end() ||
                  word == "versions")) {
      if (word == "versions") {
        findings_->add("N0624", {path_}, key.span());
      } else {
        unknown_key(key, statement_keys(words_of_units(as) != nullptr));
      }
      return;
    }
    const bool joint = (said == "opinions" && word == "value") ||
                       (said == "value" && word == "opinions");
    if (!said.empty() && !joint) findings_->add("N0622", {said, word}, key.span());
    read_statement_key(key, content, as, result);
    said = word;
  });
  if (said.empty()) findings_->add("N0626", {as.name}, node.span());
  result.from = std::move(from);
  return result;
}

/// As they stand in the file: `government: true; union: false`.
[[nodiscard]] inline std::string opinions_text(const std::vector<opinion>& all) {
  std::string result;
  for (const opinion& one : all) {
    result += (result.empty() ? "" : "; ") + one.party + ": ";
    for (std::size_t i = 0; i < one.said.size(); ++i) {
      result += (i > 0 ? ", " : "") + one.said[i].to_string();
    }
  }
  return result;
}

inline void fact_reader::read_statement_key(const tape_node& key, const tape_node& node,
                                            const fact_definition& as,
                                            supplied_value& to) {
  const std::string_view word = key.text();
  if (word == "file") {
    to.members = std::make_shared<const std::vector<norma::unit>>(
        member_file_(node, *words_of_units(as)));
  } else if (word == "value") {
    const bool decided = !node.blank();
    // Opinions without a joint decision stay what they are.
    if (decided) {
      read_known(node, as, to);
      to.state = supply::known;
    } else if (to.state != supply::disagreement) {
      to.state = supply::blank;
    }
  } else if (word == "pending") {
    to.state = supply::pending;
    to.note = read_text(node);
  } else if (word == "none") {
    if (!as.optional) findings_->add("N0621", {as.name}, key.span());
    to.state = supply::none;
    to.note = read_text(node);
  } else {
    to.opinions = read_opinions(node, as);
    to.note = opinions_text(to.opinions);
    const bool decided = !to.content.is_null() || to.members;
    if (!decided) to.state = supply::disagreement;
  }
}

/// Each opinion must be a value of the fact's type.
inline std::vector<opinion> fact_reader::read_opinions(const tape_node& node,
                                                       const fact_definition& as) {
  std::vector<opinion> result;
  if (!node.mapping()) {
    findings_->add(wrong_kind("R0111", node));
    return result;
  }
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (!key.scalar()) return;
    const std::string_view party = key.text();
    if (party != "government" && party != "union" && party != "employers") {
      unknown_key(key, shapes::opinions.names());
      return;
    }
    opinion of{std::string(party), {}};
    const auto read = [&](const tape_node& one) {
      if (one.blank()) return;
      hold(bytes_of_value, one);
      of.said.push_back(read_content(one, as));
    };
    const bool several = content.sequence() && as.declared != fact_type::list &&
                         as.declared != fact_type::set;
    if (several) {
      content.for_each(read);
    } else {
      read(content);
    }
    if (!of.said.empty()) result.push_back(std::move(of));
  });
  return result;
}

}  // namespace norma::load_detail
