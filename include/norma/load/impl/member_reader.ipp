// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>  // std::ptrdiff_t
#include <utility>  // std::move

#include <norma/load/impl/statement.ipp>

// Units that are elements of a list: `{id, name, kind, evidence, facts, exceptions}`.

namespace norma::load_detail {

/// Exceptions on record for one unit: far more than any has.
inline constexpr std::size_t most_exceptions = 1000;

inline std::vector<norma::unit> fact_reader::read_units(const tape_node& node,
                                                        const fact_definition& as) {
  std::vector<norma::unit> result;
  unit_ids ids;
  node.for_each([&](const tape_node& each) {
    result.push_back(read_unit(each, as, result.size(), ids));
  });
  return result;
}

inline norma::unit fact_reader::read_unit(const tape_node& node,
                                          const fact_definition& as, std::size_t before,
                                          unit_ids& ids) {
  const path_step step(path_, index_step(before));
  hold(bytes_of_unit, node);
  const vocabulary& words = *words_of_units(as);
  norma::unit result;
  if (!node.mapping()) {
    findings_->add(wrong_kind("R0111", node));
    return result;
  }
  source_span kind_where = node.span();
  bool has_kind = false;
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (!key.scalar()) return;
    const std::string_view word = key.text();
    if (word == "facts") {
      if (content.mapping()) {
        read_unit_facts(content, words, result);
      } else if (!content.blank()) {
        findings_->add(wrong_kind("R0111", content));
      }
    } else if (word == "id") {
      result.id = read_text(content);
      hold(bytes_of_id + result.id.size(), content);
      ids.add({}, result.id, content.span(), *findings_);
    } else if (word == "name") {
      result.name = read_text(content);
    } else if (word == "kind") {
      result.area_kind = read_text(content);
      kind_where = content.span();
      has_kind = true;
    } else if (word == "evidence") {
      result.default_evidence = read_evidence(content);
    } else if (word == "exceptions") {
      read_exceptions(content, result.exceptions);
    } else {
      unknown_key(key, shapes::listed_unit.names());
    }
  });
  check_area_kind(*words_, words.unit, result.area_kind, has_kind, kind_where,
                  *findings_);
  return result;
}

inline void fact_reader::read_unit_facts(const tape_node& node, const vocabulary& words,
                                         norma::unit& to) {
  const auto layout = layouts_.of(node, words, *pool_);
  auto column = layout->columns().begin();
  hold(layout->columns().size() * bytes_of_fact, node);
  to.facts = layout->blank();
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    const auto [fact, place, again] = *column++;
    if (!key.scalar()) return;
    if (fact == nullptr) {
      findings_->add(unknown_fact(*words_, words, key.text(), key.span(), *findings_));
      return;
    }
    const path_step step(path_, ".", fact->name);
    auto supplied = read_supplied(content, *fact);
    if (!again) {
      to.facts.begin()[static_cast<std::ptrdiff_t>(place)].second = std::move(supplied);
    } else if (key.text() != fact->name) {
      // A key that stands there twice has been objected to already.
      findings_->add("N0602", {fact->name}, key.span());
    }
  });
}

// Recorded decisions to set a part aside, of a unit in a list or by itself.

inline void fact_reader::read_exceptions(const tape_node& node,
                                         std::vector<exception_record>& to) {
  if (node.blank()) return;
  if (!node.sequence()) {
    findings_->add(wrong_kind("R0112", node));
    return;
  }
  std::size_t count = 0;
  node.for_each([&](const tape_node& each) {
    if (++count > most_exceptions) return;
    if (each.mapping()) {
      hold(bytes_of_exception, each);
      to.push_back(read_exception(each));
    } else {
      findings_->add(wrong_kind("R0111", each));
    }
  });
  if (count > most_exceptions) {
    findings_->add("N0548", {std::to_string(most_exceptions)}, node.span());
  }
}

inline exception_record fact_reader::read_exception(const tape_node& node) {
  exception_record record;
  node.for_each_pair([&](const tape_node& key, const tape_node& content) {
    if (!key.scalar()) return;
    const std::string_view word = key.text();
    if (word == "part") {
      record.part = read_text(content);
    } else if (word == "reason") {
      record.reason = read_text(content);
    } else if (!read_evidence_key(key, content, record.from)) {
      unknown_key(key, shapes::exception.names());
    }
  });
  if (record.part.empty()) findings_->add("N0208", missing_key("part"), node.span());
  if (record.reason.empty()) findings_->add("N0208", missing_key("reason"), node.span());
  return record;
}

}  // namespace norma::load_detail
