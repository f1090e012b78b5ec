// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>   // std::function
#include <map>          // std::map
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/load/impl/tape_writer.ipp>
#include <norma/load/impl/test_reader.ipp>

// What a case changes in the given unit: facts, read as in a unit's file, facts left
// out, exceptions.

namespace norma::load_detail {

/// Takes whole values off a tape.
class tape_receiver : public tape_reader {
 public:
  bool enter(tape_kind) override { return false; }
  void key(std::string_view, const source_span&) override {}
  void item(const tape_node& node) override {
    if (read) read(node);
  }
  void leave() override {}

  std::function<void(const tape_node&)> read;
};

/// Puts a node of a document on a tape.
inline void write_node(tape_writer& to, const yaml_node& node) {
  if (node.kind == yaml_kind::scalar) {
    if (node.blank) return to.blank(node.begin, node.end);
    return to.scalar(node.begin, node.end, node.text, node.quoted() ? 1 : 0);
  }
  const bool mapping = node.kind == yaml_kind::mapping;
  to.open(mapping ? tape_kind::mapping : tape_kind::sequence, node.begin);
  for (const yaml_node& item : node.items) write_node(to, item);
  for (const yaml_entry& entry : node.entries) {
    write_node(to, entry.key);
    write_node(to, entry.value);
  }
  to.close();
}

inline void test_reader::apply_change(const yaml_node* node, test_case& to) {
  if (node == nullptr || node->blank || !yaml_.expect_mapping(node)) return;
  std::map<std::string, source_span> seen;
  for (const yaml_entry& entry : node->entries) {
    const fact_definition* fact = find_fact(entry.key);
    if (fact == nullptr) continue;
    const auto [first, added] = seen.emplace(fact->name, yaml_.span(entry.key));
    if (!added) {
      yaml_.report_second("N0602", {fact->name}, entry.key, first->second);
      continue;
    }
    supplied_fact changed;
    tape_receiver receiver;
    receiver.read = [&](const tape_node& content) {
      changed = facts_.read_fact(content, *fact);
    };
    tape_writer writer(yaml_.file(), receiver, bounds_, found_, room_);
    try {
      write_node(writer, entry.value);
    } catch (const tape_stop&) {
      return;  // the finding is already there
    }
    complete_evidence(changed, *fact, to.given.default_evidence);
    to.given.facts[fact->name] = std::move(changed);
  }
}

inline void test_reader::apply_missing(const yaml_node* node, const yaml_node* change,
                                       test_case& to) {
  for (const yaml_node* name : yaml_.read_words(node, true)) {
    const fact_definition* fact = find_fact(*name);
    if (fact == nullptr) continue;
    const bool changed = change != nullptr &&
                         (change->find(fact->name) != nullptr ||
                          (!fact->alias.empty() && change->find(fact->alias) != nullptr));
    if (changed) yaml_.report("N0816", {fact->name}, *name);
    to.given.facts.erase(fact->name);
  }
}

/// In place of those of the given unit.
inline void test_reader::apply_exceptions(const yaml_node* node, test_case& to) {
  if (!yaml_.expect_sequence(node)) return;
  to.given.exceptions.clear();
  for (const yaml_node& each : node->items) {
    if (!yaml_.expect_mapping(&each)) continue;
    yaml_.only_keys(each, shapes::exception.names());
    exception_record record;
    record.part = yaml_.scalar(yaml_.require_key(each, "part")).value_or("");
    record.reason = yaml_.scalar(yaml_.require_key(each, "reason")).value_or("");
    record.from.by = yaml_.scalar(each.find("by")).value_or("");
    record.from.document = yaml_.scalar(each.find("document")).value_or("");
    record.from.day = yaml_.read_date(each.find("date"));
    record.from.recorded = yaml_.read_date(each.find("recorded"));
    to.given.exceptions.push_back(std::move(record));
  }
}

}  // namespace norma::load_detail
