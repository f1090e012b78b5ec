// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>  // std::function
#include <map>         // std::map
#include <memory>      // std::shared_ptr
#include <set>         // std::set
#include <string>      // std::string
#include <utility>     // std::move
#include <vector>      // std::vector

#include <norma/load/impl/fact_layout.ipp>
#include <norma/load/impl/fact_names.ipp>
#include <norma/load/impl/fact_room.ipp>
#include <norma/load/impl/fact_scalar.ipp>
#include <norma/load/impl/finding_list.ipp>
#include <norma/load/impl/tape.ipp>
#include <norma/load/impl/unit_ids.ipp>
#include <norma/load/impl/unit_shapes.ipp>
#include <norma/rule/content.hpp>
#include <norma/rule/pack.hpp>
#include <norma/rule/unit.hpp>

namespace norma::load_detail {

/// The names of a record's fields, as values carry them.
struct field_list {
  std::shared_ptr<const record_shape> shape;
  std::vector<const fact_definition*> definitions;
};

/// Reads what stands at a fact: a value of its type, or a statement about it.
class fact_reader {
 public:
  fact_reader(const pack_content& words, const limits& bounds, finding_list& findings,
              fact_room& room, word_pool& pool)
      : words_(&words),
        bounds_(bounds),
        findings_(&findings),
        room_(&room),
        pool_(&pool) {}

  [[nodiscard]] supplied_fact read_fact(const tape_node& node, const fact_definition& as);
  [[nodiscard]] evidence read_evidence(const tape_node& node);
  /// Reads `by`, `date`, `document` or `recorded`; false for any other key.
  bool read_evidence_key(const tape_node& key, const tape_node& node, evidence& to);

  /// Reads the records that set parts aside for a unit.
  void read_exceptions(const tape_node& node, std::vector<exception_record>& to);

  /// How `{file: …}` of a list of units is read: the units of the file that
  /// stands at the node, of the given kind.
  using member_file =
      std::function<std::vector<norma::unit>(const tape_node&, const vocabulary&)>;
  void read_files_by(member_file how) { member_file_ = std::move(how); }

  /// A unit of the fact `as`, a list of them, handed on after `before` others,
  /// whose ids are `ids`.
  [[nodiscard]] norma::unit read_listed_unit(const tape_node& node,
                                             const fact_definition& as,
                                             std::size_t before, unit_ids& ids) {
    path_ = as.name;
    return read_unit(node, as, before, ids);
  }

  /// A value of the fact `as`, without evidence.
  [[nodiscard]] value read_plain(const tape_node& node, const fact_definition& as) {
    path_ = as.name;
    return read_content(node, as);
  }

  /// An element of the fact `as`, a list, handed on after `before` others.
  [[nodiscard]] value read_item(const tape_node& node, const fact_definition& as,
                                std::size_t before) {
    path_ = as.name;
    return read_element(node, as, before);
  }

  /// The words of the units that the fact, a list, holds; null if it is none.
  [[nodiscard]] const vocabulary* words_of_units(const fact_definition& as) const {
    if (!as.lists_units()) return nullptr;
    const auto kind = words_->vocabularies.find(as.element->type.record->id);
    return kind == words_->vocabularies.end() ? nullptr : &kind->second;
  }

  /// True if the elements of the fact are records or units.
  [[nodiscard]] static bool holds_records(const fact_definition& as) {
    return as.declared == fact_type::list && as.element != nullptr &&
           as.element->type.kind == expr::type_kind::record;
  }

  void unknown_key(const tape_node& key, const std::vector<std::string_view>& known) {
    const std::string name(key.text());
    hold(0, key);
    findings_->add("N0203", {name, findings_->hint(name, {known.begin(), known.end()})},
                   key.span());
  }
  /// The text of a scalar; "" and a finding if it is none, "" if it is blank.
  [[nodiscard]] std::string read_text(const tape_node& node) {
    if (node.blank()) return {};
    if (node.scalar()) {
      hold(node.text().size(), node);
      return std::string(node.text());
    }
    findings_->add(wrong_kind("R0113", node));
    return {};
  }
  [[nodiscard]] std::optional<date> read_day(const tape_node& node);

 private:
  [[nodiscard]] supplied_value read_statement(const tape_node& node,
                                              const fact_definition& as);
  void read_versions(const tape_node& node, const fact_definition& as, supplied_fact& to);
  void read_statement_key(const tape_node& key, const tape_node& node,
                          const fact_definition& as, supplied_value& to);
  void read_none(const tape_node& key, const tape_node& node, const fact_definition& as,
                 supplied_value& to);
  [[nodiscard]] std::vector<opinion> read_opinions(const tape_node& node,
                                                   const fact_definition& as);
  [[nodiscard]] value read_content(const tape_node& node, const fact_definition& as);
  [[nodiscard]] value read_element(const tape_node& node, const fact_definition& as,
                                   std::size_t before);
  [[nodiscard]] value read_part(const tape_node& node, const fact_definition& as);
  [[nodiscard]] value read_period(const tape_node& node);
  [[nodiscard]] value read_record(const tape_node& node, const fact_definition& as);
  [[nodiscard]] supplied_fact read_supplied(const tape_node& node,
                                            const fact_definition& as);
  void read_known(const tape_node& node, const fact_definition& as, supplied_value& to);
  [[nodiscard]] std::vector<norma::unit> read_units(const tape_node& node,
                                                    const fact_definition& as);
  [[nodiscard]] norma::unit read_unit(const tape_node& node, const fact_definition& as,
                                      std::size_t before, unit_ids& ids);
  void read_unit_facts(const tape_node& node, const vocabulary& words, norma::unit& to);
  [[nodiscard]] exception_record read_exception(const tape_node& node);
  [[nodiscard]] std::optional<value> read_marker(const tape_node& node, bool optional);
  /// Stops reading at the node where there is no room for what is made of it.
  void hold(std::size_t bytes, const tape_node& node) {
    room_->take(bytes, [&node] { return node.span(); });
  }
  [[nodiscard]] value missing(const tape_node& at) {
    hold(bytes_of_missing + path_.size(), at);
    return value::unknown(one_cause({cause_kind::missing, path_, {}, {}, {}}));
  }
  [[nodiscard]] const field_list& fields_of(const fact_definition& element);

  const pack_content* words_;
  limits bounds_;
  finding_list* findings_;
  fact_room* room_;
  std::string path_;  ///< of what is being read: `events[2].confirmed`
  std::map<const void*, field_list> shapes_;
  word_pool* pool_;
  fact_layouts layouts_;
  member_file member_file_;
};

/// `path_` with something appended, for as long as it is read.
class path_step {
 public:
  path_step(std::string& path, std::string_view more, std::string_view name = {})
      : path_(&path), size_(path.size()) {
    path.append(more).append(name);
  }
  path_step(const path_step&) = delete;
  path_step& operator=(const path_step&) = delete;
  ~path_step() { path_->resize(size_); }

 private:
  std::string* path_;
  std::size_t size_;
};

[[nodiscard]] inline std::string index_step(std::size_t before) {
  return '[' + std::to_string(before + 1) + ']';
}

}  // namespace norma::load_detail
