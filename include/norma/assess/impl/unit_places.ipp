// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::lower_bound, std::sort
#include <cstddef>      // std::size_t
#include <iterator>     // std::next
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::pair
#include <vector>       // std::vector

#include <norma/value/value.hpp>

namespace norma::detail {

// Where units stand in a list, from 1, by their ids and names; sorted once, since many
// are asked for.
class unit_places {
 public:
  explicit unit_places(const list_value& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (const auto name = name_of(list[i])) known_.emplace_back(*name, i + 1);
    }
    std::sort(known_.begin(), known_.end());
  }

  // 0 where nothing tells the unit from another.
  [[nodiscard]] std::size_t of(const value& unit) const {
    const auto name = name_of(unit);
    if (!name) return 0;
    const auto found =
        std::lower_bound(known_.begin(), known_.end(), std::pair{*name, std::size_t{0}});
    const auto is_it = [&](auto at) { return at != known_.end() && at->first == *name; };
    return is_it(found) && !is_it(std::next(found)) ? found->second : 0;
  }

 private:
  // The id and the name; what lives in the unit.
  using unit_name =
      std::pair<std::optional<std::string_view>, std::optional<std::string_view>>;

  // Nothing of what has neither.
  [[nodiscard]] static std::optional<unit_name> name_of(const value& unit) {
    const auto word = [&](std::string_view field) -> std::optional<std::string_view> {
      const auto* r = unit.record();
      const auto* found = r != nullptr ? r->find(field) : nullptr;
      const auto* text = found != nullptr ? found->string() : nullptr;
      return text != nullptr ? std::optional<std::string_view>{*text} : std::nullopt;
    };
    const unit_name name{word("id"), word("name")};
    return name.first || name.second ? std::optional{name} : std::nullopt;
  }

  std::vector<std::pair<unit_name, std::size_t>> known_;
};

}  // namespace norma::detail
