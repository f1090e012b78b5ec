// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <limits>       // std::numeric_limits
#include <map>          // std::map
#include <mutex>        // std::mutex
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/batch/plan.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/limits.hpp>
#include <norma/rule/content.hpp>

#include "../check.hpp"
#include "../criterion.hpp"

namespace norma::cli {

/// A standard or scheme that units are judged by in columns.
struct bulk_criterion {
  criterion by;
  std::optional<batch::plan> plan;  ///< none of a scheme: unit by unit
  std::size_t place = 0;            ///< among all of the run
  /// Where the verdict of each item stands among the items of all; none of a scheme.
  std::vector<std::size_t> items;
};

/// What there is to know of the units of one kind.
struct judged_kind {
  std::string kind, area_kind;
  /// Null where the pack has no such kind, or it has to be said which of them: reading
  /// the unit tells.
  const vocabulary* words = nullptr;
  std::vector<const bulk_criterion*> criteria;
  std::optional<diagnostic> wrong;  ///< the standard asked for is for others
};

/// By what the units of a run are judged: safe to share between threads.
class bulk_kinds {
 public:
  /// The standard or scheme asked for, which `by` has, or all of the pack.
  bulk_kinds(const pack& by, const check_request& request,
             const std::string& default_kind);

  /// `says_area`: the units say of which of the kinds they are, or leave it blank.
  [[nodiscard]] const judged_kind& of(std::string_view kind, std::string_view area_kind,
                                      bool says_area);

  [[nodiscard]] const pack& by() const { return by_; }
  [[nodiscard]] const std::vector<bulk_criterion>& all() const { return all_; }
  /// Ids of the items of all standards, each once.
  [[nodiscard]] const std::vector<std::string>& items() const { return items_; }
  [[nodiscard]] bool have_points() const { return have_points_; }
  /// A standard was asked for: it is reported where it does not apply, too.
  [[nodiscard]] bool wanted() const { return !request_.command.standard.empty(); }
  [[nodiscard]] const assess_options& options() const { return request_.options; }
  [[nodiscard]] const limits& bounds() const { return request_.command.bounds; }
  /// Everything that is found is told, however much.
  [[nodiscard]] bool tells_all() const { return request_.command.all_findings; }
  /// So many findings are told, further ones counted.
  [[nodiscard]] std::size_t most_findings() const {
    return tells_all() ? std::numeric_limits<std::size_t>::max()
                       : limits{}.diagnostics_per_file;
  }

 private:
  [[nodiscard]] judged_kind find(std::string_view kind, std::string_view area_kind,
                                 bool says_area) const;
  void add(criterion c);

  const pack& by_;
  const check_request& request_;
  std::vector<bulk_criterion> all_;
  std::vector<std::string> items_;
  bool have_points_ = false;
  std::mutex one_at_a_time_;
  std::map<std::pair<std::string, std::string>, judged_kind> known_[2];
  const judged_kind unknown_{};
};

}  // namespace norma::cli
