// SPDX-License-Identifier: Apache-2.0
#include "units.hpp"

#include <utility>  // std::move

#include <norma/rule/fact_names.hpp>

namespace norma::cli {

fact_column* unit_group::column(std::uint32_t slot, bool of_days) {
  const std::size_t key = 2 * std::size_t{slot} + (of_days ? 1 : 0);
  if (place_of_.size() <= key) place_of_.resize(key + 1);
  if (place_of_[key] == 0) {
    const auto& fact = *of_->words->fact(slot);
    fact_definition day;
    day.declared = fact_type::date;
    columns_.push_back({of_days ? fact.name + std::string(day_suffix) : fact.name,
                        fact_column(of_days ? day : fact)});
    place_of_[key] = columns_.size();
  }
  auto& values = columns_[place_of_[key] - 1].values;
  if (values.size() > rows_) return nullptr;
  while (values.size() < rows_) values.add_blank();
  return &values;
}

void unit_group::end_row() {
  ++rows_;
  for (auto& each : columns_) {
    while (each.values.size() < rows_) each.values.add_blank();
  }
}

void unit_group::drop_row() {
  for (auto& each : columns_) each.values.cut(rows_);
}

void unit_group::clear() {
  for (auto& each : columns_) each.values.cut(0);
  rows_ = 0;
}

batch::frame unit_group::view() const {
  batch::frame result(of_->kind, rows_);
  result.area_kind = of_->area_kind;
  for (const auto& each : columns_) {
    if (each.values.is() == fact_column::shape::none) continue;
    result.add(each.name, each.values.view());
  }
  return result;
}

void unit_store::clear() {
  for (auto& each : groups_) each->clear();
  entries_.clear();
  findings_.clear();
  member_files_.clear();
  once_ = told_once(form_);
  places_ = {};
  first_bad_ = more_findings_ = unread_ = 0;
}

unit_group& unit_store::group(const judged_kind& of) {
  for (auto& each : groups_) {
    if (&each->of() == &of) return *each;
  }
  groups_.push_back(std::make_unique<unit_group>(of));
  return *groups_.back();
}

void unit_store::add(std::size_t line, std::string_view id, unit_group& in) {
  in.end_row();
  std::size_t group = 0;
  while (groups_[group].get() != &in) ++group;
  entries_.push_back({line, std::string(id), group, in.rows() - 1, &in.of()});
  if (in.of().wrong) note({line, 0, *in.of().wrong});
}

void unit_store::add(std::size_t line, std::optional<unit> read,
                     std::vector<row_finding> found) {
  for (auto& each : found) note(std::move(each));
  if (!read) {
    ++unread_;
    return;
  }
  unit_entry entry;
  entry.line = line;
  entry.id = read->id;
  entry.of = &kinds_.of(read->kind, read->area_kind, true);
  if (entry.of->wrong) note({line, 0, *entry.of->wrong});
  entry.alone = std::make_unique<unit>(*std::move(read));
  entries_.push_back(std::move(entry));
}

bool unit_store::shows_more() const { return findings_.size() < kinds_.most_findings(); }

void unit_store::note(row_finding found) {
  const bool bad = is_bad(found.what);
  if (bad && (first_bad_ == 0 || found.line < first_bad_)) first_bad_ = found.line;
  if (!once_.is_new(found.what)) return;
  if (shows_more() || (bad && found.line == first_bad_)) {
    findings_.push_back(std::move(found));
  } else {
    ++more_findings_;
  }
}

}  // namespace norma::cli
