// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>      // std::map
#include <utility>  // std::move

#include <norma/load/impl/fact_names.ipp>
#include <norma/load/impl/member_reader.ipp>
#include <norma/load/impl/statement.ipp>
#include <norma/load/impl/tape_writer.ipp>
#include <norma/load/impl/unit_shapes.ipp>
#include <norma/rule/content.hpp>

namespace norma::load_detail {

/// Reads a unit file: the keys at the top, the facts and the elements of
/// lists of records one by one.
class unit_reader : public tape_reader {
 public:
  unit_reader(const pack_content& pack, const limits& bounds, finding_list& findings,
              fact_room& room)
      : pack_(&pack),
        findings_(&findings),
        room_(&room),
        facts_(pack, bounds, findings, room, pool_) {}

  /// How `{file: members.csv}` is read.
  void read_files_by(fact_reader::member_file how) {
    facts_.read_files_by(std::move(how));
  }

  /// The unit, with the keys checked that only a file read to its end tells.
  [[nodiscard]] norma::unit finish(const source_ptr& file, bool whole);

  /// True if facts stood before the `unit` that tells how to read them: then
  /// the file is to be read once more.
  [[nodiscard]] bool wants_facts() const { return passed_over_ && words_ != nullptr; }
  void begin_facts() { only_facts_ = true; }

  bool enter(tape_kind kind) override;
  void key(std::string_view name, const source_span& where) override;
  void item(const tape_node& node) override;
  void leave() override;

 private:
  enum class level { file, top, facts, passed_over, list };

  void top_key();
  void top_item(const tape_node& node);
  void begin_fact(std::string_view name, const source_span& where);
  void fact_item(const tape_node& node);
  void set_unit(const tape_node& node);
  void supply_fact(supplied_fact fact);
  [[nodiscard]] bool another_document();

  const pack_content* pack_;
  finding_list* findings_;
  fact_room* room_;
  word_pool pool_;
  fact_reader facts_;
  norma::unit unit_;
  const vocabulary* words_ = nullptr;
  level level_ = level::file;
  std::string key_;
  source_span key_where_;
  std::map<std::string, source_span, std::less<>> seen_;  ///< keys at the top
  std::map<std::string, source_span, std::less<>> seen_fact_;
  const fact_definition* fact_ = nullptr;  ///< null: to be skipped
  list_value list_;
  std::vector<norma::unit> members_;
  unit_ids ids_;  ///< of `members_`
  bool read_any_ = false;
  bool other_document_ = false;
  bool formed_ = false;  ///< `norma: 1` was read
  bool passed_over_ = false;
  bool only_facts_ = false;
  source_span kind_where_;
};

inline bool unit_reader::enter(tape_kind kind) {
  if (level_ == level::file) {
    read_any_ = true;
    if (kind != tape_kind::mapping) return false;
    level_ = level::top;
    return true;
  }
  if (level_ == level::top) {
    if (key_ != "facts" || kind != tape_kind::mapping) return false;
    level_ = words_ != nullptr ? level::facts : level::passed_over;
    passed_over_ = words_ == nullptr;
    return true;
  }
  if (level_ != level::facts || kind != tape_kind::sequence) return false;
  if (fact_ == nullptr || !fact_reader::holds_records(*fact_)) return false;
  list_.clear();
  members_.clear();
  ids_ = {};
  level_ = level::list;
  return true;
}

inline void unit_reader::leave() {
  if (level_ == level::list) {
    supplied_fact fact;
    fact.statements.emplace_back();
    supplied_value& only = fact.statements.front();
    if (facts_.words_of_units(*fact_) != nullptr) {
      only.members =
          std::make_shared<const std::vector<norma::unit>>(std::move(members_));
    } else {
      only.content = value{std::move(list_)};
    }
    list_ = {};
    members_ = {};
    supply_fact(std::move(fact));
    level_ = level::facts;
  } else {
    level_ = level_ == level::top ? level::file : level::top;
  }
}

inline void unit_reader::key(std::string_view name, const source_span& where) {
  if (level_ == level::facts) return begin_fact(name, where);
  if (level_ != level::top) return;
  key_ = name;
  key_where_ = where;
  if (!only_facts_) top_key();
}

inline void unit_reader::item(const tape_node& node) {
  read_any_ = true;
  switch (level_) {
    case level::file:
      if (node.sequence()) {
        findings_->add("N0163", {node.span().file->name()}, node.span());
      } else if (!node.blank()) {
        findings_->add(wrong_kind("R0111", node));
      }
      break;
    case level::top: top_item(node); break;
    case level::facts: fact_item(node); break;
    case level::passed_over: break;
    case level::list:
      if (facts_.words_of_units(*fact_) != nullptr) {
        members_.push_back(facts_.read_listed_unit(node, *fact_, members_.size(), ids_));
      } else {
        room_->take(bytes_of_value, [&node] { return node.span(); });
        list_.push_back(facts_.read_item(node, *fact_, list_.size()));
      }
      break;
  }
}

/// Rule files have keys that no unit has: say so once and read no further.
inline bool unit_reader::another_document() {
  const auto kind = shapes::document_told_by(key_);
  if (kind.empty()) return false;
  findings_->add("N0607", {word_argument(kind)}, key_where_);
  return other_document_ = true;
}

inline void unit_reader::top_key() {
  if (other_document_) return;
  room_->take(bytes_of_key + key_.size(), [this] { return key_where_; });
  const auto [first, added] = seen_.emplace(key_, key_where_);
  if (!added) {
    findings_->add(repeated_key(key_, key_where_, first->second));
    key_.clear();
    return;
  }
  const std::vector<std::string_view> known = shapes::unit.names();
  if (std::find(known.begin(), known.end(), key_) != known.end()) return;
  if (!another_document() && !key_.empty()) {
    findings_->add("N0203", {key_, findings_->hint(key_, {known.begin(), known.end()})},
                   key_where_);
  }
  key_.clear();
}

inline void unit_reader::top_item(const tape_node& node) {
  if (other_document_ || only_facts_ || key_.empty()) return;
  if (key_ == "norma") {
    formed_ = true;
    if (!node.scalar() || node.text() != "1") {
      findings_->add("N0215", {facts_.read_text(node)}, node.span());
    }
  } else if (key_ == "unit") {
    set_unit(node);
  } else if (key_ == "kind") {
    unit_.area_kind = facts_.read_text(node);
    kind_where_ = node.span();
  } else if (key_ == "id") {
    unit_.id = facts_.read_text(node);
  } else if (key_ == "name") {
    unit_.name = facts_.read_text(node);
  } else if (key_ == "pack") {
    unit_.pack = facts_.read_text(node);
  } else if (key_ == "evidence") {
    unit_.default_evidence = facts_.read_evidence(node);
  } else if (key_ == "exceptions") {
    facts_.read_exceptions(node, unit_.exceptions);
  } else if (!node.blank()) {  // `facts`; a mapping is handed on
    findings_->add(wrong_kind("R0111", node));
  }
}

inline void unit_reader::set_unit(const tape_node& node) {
  unit_.kind = facts_.read_text(node);
  if (unit_.kind.empty()) return;
  if (!check_unit_kind(*pack_, unit_.kind, node.span(), *findings_)) return;
  const auto words = pack_->vocabularies.find(unit_.kind);
  if (words != pack_->vocabularies.end()) words_ = &words->second;
}

inline void unit_reader::begin_fact(std::string_view name, const source_span& where) {
  fact_ = nullptr;
  room_->take(bytes_of_key, [&where] { return where; });
  if (name.empty()) return;
  const auto slot = words_->find_fact(name);
  if (!slot) {
    findings_->add(unknown_fact(*pack_, *words_, name, where, *findings_));
    return;
  }
  fact_ = words_->fact(*slot);
  const auto [first, added] = seen_fact_.emplace(fact_->name, where);
  if (added) return;
  findings_->add({"N0602", {fact_->name}, where, {{"R0101", {}, first->second}}});
  fact_ = nullptr;
}

inline void unit_reader::fact_item(const tape_node& node) {
  if (fact_ != nullptr) supply_fact(facts_.read_fact(node, *fact_));
}

inline void unit_reader::supply_fact(supplied_fact fact) {
  unit_.facts[fact_->name] = std::move(fact);
}

inline norma::unit unit_reader::finish(const source_ptr& file, bool whole) {
  if (other_document_ || !whole) return std::move(unit_);
  if (!read_any_ || seen_.empty()) {
    if (!findings_->failed()) {
      findings_->add("N0235", {"unit: …"}, {file, 0, 0});
    }
    return std::move(unit_);
  }
  if (!formed_) findings_->add("N0208", missing_key("norma"), {file, 0, 0});
  if (unit_.kind.empty()) findings_->add("N0208", missing_key("unit"), {file, 0, 0});
  check_area_kind(*pack_, unit_.kind, unit_.area_kind, static_cast<bool>(kind_where_),
                  kind_where_ ? kind_where_ : source_span{file, 0, 0}, *findings_);
  for (auto& [name, fact] : unit_.facts) {
    const auto slot = words_ != nullptr ? words_->find_fact(name.get()) : std::nullopt;
    if (slot) complete_evidence(fact, *words_->fact(*slot), unit_.default_evidence);
  }
  return std::move(unit_);
}

}  // namespace norma::load_detail
