// SPDX-License-Identifier: Apache-2.0
#include "kinds.hpp"

#include <algorithm>  // std::find
#include <utility>    // std::move

#include <norma/assess/wording.hpp>

namespace norma::cli {

bulk_kinds::bulk_kinds(const pack& by, const check_request& request,
                       const std::string& default_kind)
    : by_(by), request_(request) {
  if (wanted()) {
    add(find_criterion(by, request.command.standard).value());
    return;
  }
  for (auto& one : criteria_of(by)) {
    if (default_kind.empty() || one.gates.definition().unit == default_kind) {
      add(std::move(one));
    }
  }
}

void bulk_kinds::add(criterion c) {
  bulk_criterion made{std::move(c), {}, all_.size(), {}};
  if (made.by.points) {
    have_points_ = true;
  } else {
    made.plan.emplace(made.by.gates,
                      batch::plan_options{.as_of = request_.options.as_of,
                                          .bounds = request_.command.bounds});
    for (const auto& item : made.by.gates.definition().root.members) {
      const auto at = std::find(items_.begin(), items_.end(), item.id);
      made.items.push_back(static_cast<std::size_t>(at - items_.begin()));
      if (at == items_.end()) items_.push_back(item.id);
    }
  }
  all_.push_back(std::move(made));
}

judged_kind bulk_kinds::find(std::string_view kind, std::string_view area_kind,
                             bool says_area) const {
  judged_kind result{std::string(kind), std::string(area_kind), nullptr, {}, {}};
  const auto& content = by_.content();
  const auto known = content.units.find(result.kind);
  const auto words = content.vocabularies.find(result.kind);
  if (known == content.units.end() || words == content.vocabularies.end()) return result;
  const auto& kinds = known->second.kinds;
  const bool has = std::find(kinds.begin(), kinds.end(), area_kind) != kinds.end();
  const bool blank = area_kind.empty() && (kinds.empty() || says_area);
  if (!has && !blank) return result;
  result.words = &words->second;
  const unit like{.kind = result.kind, .area_kind = result.area_kind};
  for (const auto& one : all_) {
    if (one.by.gates.definition().is_for(like)) {
      result.criteria.push_back(&one);
    } else if (wanted()) {
      result.wrong =
          unit_mismatch(one.by.gates.definition(), request_.command.standard, like);
    }
  }
  return result;
}

const judged_kind& bulk_kinds::of(std::string_view kind, std::string_view area_kind,
                                  bool says_area) {
  const std::lock_guard<std::mutex> lock(one_at_a_time_);
  auto& known = known_[says_area ? 1 : 0];
  auto key = std::pair(std::string(kind), std::string(area_kind));
  const auto found = known.find(key);
  if (found != known.end()) return found->second;
  auto made = find(kind, area_kind, says_area);
  if (made.words == nullptr) return unknown_;  // there is no end to these
  return known.emplace(std::move(key), std::move(made)).first->second;
}

}  // namespace norma::cli
