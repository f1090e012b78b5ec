// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>   // std::size_t
#include <optional>  // std::optional
#include <set>       // std::set
#include <string>    // std::string
#include <utility>   // std::move

#include <norma/load/impl/node_reader.ipp>

// What a copy names stays that of the pack it was copied from, and says so: a
// standard inside, or one that `complies` asks for, stands in paths and in
// conditions with its pack (docs/decisions/0019).

namespace norma::load_detail {

/// The condition compiled anew, by the names that another pack sees.
inline void compile_again(const pack_draft& draft, expr::expression& condition,
                          const expr::scope& names, bool rate_allowed) {
  auto options = draft.condition_options(condition.where);
  options.rate_allowed = rate_allowed;
  auto compiled = draft.compile(condition.text, names, options);
  if (compiled) condition = *std::move(compiled);
}

/// Where a text names standards without their pack: the places of the quotes.
using named_places = std::set<std::size_t>;

class copied_names {
 public:
  /// `of`: the standard that is copied, into a file of its own.
  copied_names(const pack_draft& draft, layer_claims& claims,
               const standard_definition& of, source_ptr into)
      : draft_(draft), claims_(claims), of_(of), into_(std::move(into)) {}

  /// Gives what was copied of `to` its full names; `names` are those that the
  /// copying pack sees, `where` says what is copied.
  void tell(standard_definition& to, const expr::scope& names,
            const source_span& where) const {
    tell(to.root, to, names, where);
  }

 private:
  void tell(rule_node& at, const standard_definition& in, const expr::scope& names,
            const source_span& where) const;
  void tell(std::optional<expr::expression>& condition, bool rate_allowed,
            const expr::scope& names, const copied_standard_name& claim) const;
  void find(const expr::node& at, named_places& places,
            const copied_standard_name& claim) const;

  const pack_draft& draft_;
  layer_claims& claims_;
  const standard_definition& of_;
  source_ptr into_;
};

inline void copied_names::tell(rule_node& at, const standard_definition& in,
                               const expr::scope& names, const source_span& where) const {
  const copied_standard_name here{in.pack, {}, at.path, where};
  tell(at.when, false, names, here);
  tell(at.require, true, names, here);
  for (rule_node& member : at.members) {
    // What `change` put there says what it means.
    if (!member.embeds.empty() && member.where.file != into_) {
      auto claim = here;
      claim.named = member.embeds;
      claims_.copied_names.push_back(std::move(claim));
      if (member.id.find(':') == std::string::npos) {
        member.id = of_.pack + ':' + member.id;
        member.path = path_below(at.path == "." ? std::string() : at.path, member.id);
      }
    }
    tell(member, in, names, where);
  }
}

inline void copied_names::tell(std::optional<expr::expression>& condition,
                               bool rate_allowed, const expr::scope& names,
                               const copied_standard_name& claim) const {
  if (!condition || condition->where.file == into_) return;
  named_places places;
  find(condition->tree, places, claim);
  if (places.empty()) return;
  for (auto at = places.rbegin(); at != places.rend(); ++at)
    condition->text.insert(*at + 1, of_.pack + ':');
  compile_again(draft_, *condition, names, rate_allowed);
}

inline void copied_names::find(const expr::node& at, named_places& places,
                               const copied_standard_name& claim) const {
  if (const auto asked = expr::standard_asked(at); !asked.empty()) {
    auto one = claim;
    one.named = std::string(asked);
    claims_.copied_names.push_back(std::move(one));
    const expr::node& word = at.children[1];
    const std::string* written = word.literal.string();
    if (written != nullptr && written->find(':') == std::string::npos)
      places.insert(word.begin);
  }
  for (const expr::node& child : at.children) find(child, places, claim);
}

}  // namespace norma::load_detail
