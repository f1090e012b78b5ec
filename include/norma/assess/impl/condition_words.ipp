// SPDX-License-Identifier: Apache-2.0
#pragma once

// A condition as a reader would say it: labels for names, with the values of
// this unit put in, and the threshold behind "required". Under a veto what is
// required is the opposite.

#include <cstddef>      // std::size_t
#include <memory>       // std::shared_ptr
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/assess/impl/comparison.ipp>
#include <norma/assess/impl/condition_shapes.ipp>
#include <norma/assess/impl/deciding_elements.ipp>
#include <norma/assess/impl/pattern.ipp>
#include <norma/assess/examine.hpp>
#include <norma/assess/judge.hpp>
#include <norma/assess/wording.hpp>
#include <norma/core/message.hpp>
#include <norma/expr/evaluate.hpp>
#include <norma/expr/print.hpp>
#include <norma/rule/content.hpp>

namespace norma::detail {

// Appends what it says to `out`: nothing is written twice. With `apart`, the
// elements that decide are noted there and not said.
class condition_words {
 public:
  condition_words(const wording& words, const expr::expression& e,
                  const bound_facts& facts, std::string& out,
                  std::vector<found_elements>* apart = nullptr,
                  seen_elements* seen = nullptr)
      : words_(words),
        e_(e),
        env_(environment_of(facts, false)),
        out_(out),
        apart_(apart),
        seen_(seen) {}

  // What has to hold, or (not `wanted`) must not.
  void demand(const expr::node& n, bool wanted) { state(n, wanted); }

  // Of what has to hold together, that which does not; nothing where all of it fails,
  // or stands alone.
  void demand_unmet(const expr::node& n);

  // The condition inside a quantifier or a filter: nothing there has elements of
  // its own.
  void inside(const expr::node& of);

 private:
  enum class mood {
    demanded,  // what the unit has to reach
    told,      // what is so, with the values known
    element,   // what holds of a listed element, or not
  };

  // Writes the catalogue's pattern; `parts` write the arguments.
  template <class... Parts>
  void say(std::string_view code, const Parts&... parts) {
    const auto pattern = pattern_of(code, words_.lang());
    std::size_t from = 0;
    for (auto at = pattern.find('{'); at != std::string_view::npos;
         at = pattern.find('{', from)) {
      out_ += pattern.substr(from, at - from);
      auto left = static_cast<std::size_t>(pattern[at + 1] - '0');
      static_cast<void>(((left-- == 0 && (parts(), true)) || ...));
      from = at + 3;
    }
    out_ += pattern.substr(from);
  }

  // The same sentence told, demanded, forbidden, denied.
  struct sentences {
    std::string_view told, demanded, forbidden;
  };
  template <class... Parts>
  void say(const sentences& as, bool wanted, const Parts&... parts) {
    if (mood_ == mood::demanded) {
      say(wanted ? as.demanded : as.forbidden, parts...);
    } else if (wanted) {
      say(as.told, parts...);
    } else {
      say("R0508", [&] { say(as.told, parts...); });
    }
  }

  [[nodiscard]] bool chinese() const { return words_.lang() == language::zh; }
  [[nodiscard]] std::string_view comma() const { return list_comma(words_.lang()); }
  [[nodiscard]] std::string_view semicolon() const {
    return norma::semicolon(words_.lang());
  }
  [[nodiscard]] auto term_of(const expr::node& n) {
    return [this, &n] { term(n); };
  }

  // Of the standard that `complies` or `verdict` asks.
  [[nodiscard]] auto title_of(const expr::node& n) {
    return [this, &n] { out_ += words_.standard_title(expr::standard_asked(n)); };
  }

  // Labels may be long, and named often: the words end behind so many.
  static constexpr std::size_t most_bytes = 1024 * 1024;
  [[nodiscard]] bool is_full() const { return out_.size() > most_bytes; }

  void state(const expr::node& n, bool wanted) {
    using k = expr::node_kind;
    if (is_full()) return;
    switch (n.kind) {
      case k::conjunction:
      case k::disjunction: return join(n, wanted);
      case k::equal:
      case k::not_equal:
      case k::less:
      case k::less_equal:
      case k::greater:
      case k::greater_equal: return comparison(n, wanted);
      case k::between: return between(n, wanted);
      case k::in: return membership(n, wanted);
      case k::some: return quantified(n, wanted, {"R0509", "R0509", "R0536"});
      case k::every: return quantified(n, wanted, {"R0510", "R0510", "R0537"});
      case k::conditional: return conditional(n, wanted);
      case k::call:
        if (is_not(n)) return state(n.children[0], !wanted);
        if (n.name == "complies" && !expr::standard_asked(n).empty()) {
          return say(wanted ? "R0557" : "R0558", term_of(n.children[0]), title_of(n));
        }
        if (n.name == "list contains") {
          return say(includes, wanted, term_of(n.children[0]), term_of(n.children[1]));
        }
        break;
      default: break;
    }
    plain(n, wanted);
  }

  static constexpr sentences includes{"R0522", "R0529", "R0534"};

  // A boolean as it stands: its value is shown.
  void plain(const expr::node& n, bool wanted) {
    const bool is_fact =
        n.kind == expr::node_kind::name && n.bound == expr::binding::slot;
    if (wanted || (is_fact && mood_ == mood::told)) return term(n);
    if (mood_ != mood::demanded) return say("R0508", term_of(n));
    say(is_fact ? "R0538" : "R0539", term_of(n));
  }

  // condition_joins.ipp
  [[nodiscard]] static bool is_not(const expr::node& n) {
    return n.kind == expr::node_kind::call && n.name == "not";
  }
  enum class joint { none, both, either };
  [[nodiscard]] static joint joint_of(const expr::node& n, bool wanted);
  [[nodiscard]] const expr::node* reason(const expr::node& n, bool wanted, mood as) const;
  void join(const expr::node& n, bool wanted);
  template <class Left, class Right>
  void joined(joint by, const Left& left, const Right& right);
  [[nodiscard]] bool runs_on(const expr::node& n, bool wanted, joint beside,
                             mood as) const;
  // In brackets where it would run on.
  void joined_part(const expr::node& n, bool wanted, joint by);
  [[nodiscard]] bool is_unmet(const expr::node& n, bool wanted) const;
  [[nodiscard]] bool has_met(const expr::node& n, bool wanted) const;
  void unmet(const expr::node& n, bool wanted, joint beside);
  void conditional(const expr::node& n, bool wanted);
  void told(const expr::node& n, bool holds, mood as);

  // Unknown where a name inside has no value of its own.
  [[nodiscard]] truth truth_at(const expr::node& n) const {
    return has_local(n) ? truth::unknown : expr::to_truth(expr::evaluate(e_, n, env_));
  }

  [[nodiscard]] std::string_view source_of(const expr::node& n) const {
    return std::string_view(e_.text).substr(n.begin, n.end - n.begin);
  }
  // condition_comparisons.ipp
  // How a share is printed.
  using share = share_sign;
  [[nodiscard]] share share_of(const expr::node& n) const;
  [[nodiscard]] share share_of(const expr::node& measured, const expr::node& bound) const;
  [[nodiscard]] const parameter* parameter_of(const expr::node& n) const;
  [[nodiscard]] bool is_fixed(const expr::node& n) const;
  [[nodiscard]] bool is_percentage(const expr::node& n) const;
  void exact_percentage(const number& n, share as);
  void percent_of(const expr::node& n);
  [[nodiscard]] static std::string_view symbol(expr::node_kind kind);
  void comparison(const expr::node& n, bool wanted);
  // The left side, and what it comes to.
  void measure(const expr::node& left, const expr::node& right, expr::node_kind op,
               share as);
  // The same where nothing is held against it.
  void with_outcome(const expr::node& n);
  // Of what is not known, the bound that decides.
  void deciding_bound(const value& got, const expr::node& left,
                      const number& held_against, expr::node_kind op, share as);
  // The threshold: as written, or put together from facts and what it comes to.
  void required(const expr::node& n, const expr::node& beside, share as);

  void value_of(const value& v, const expr::node& n) {
    if (v.num() != nullptr && is_year(n)) {
      out_ += v.num()->to_string();
    } else {
      put(v, n.checked_type);
    }
  }

  // What facts say may hold anything: it is kept on its line, and a text in quotes
  // where it would read as more than a word.
  template <class As>
  void put(const value& v, const As& as) {
    const bool free =
        v.string() != nullptr || v.list() != nullptr || v.record() != nullptr;
    if (free) {
      const auto told = words_.of(v, as);
      const bool quoted =
          v.string() != nullptr && told == *v.string() && !reads_as_word(told);
      out_ += make_visible(quoted ? v.to_string() : told);
    } else {
      words_.put(out_, v, as);
    }
  }

  [[nodiscard]] bool reads_as_word(std::string_view told) const;
  [[nodiscard]] static bool is_rate(const expr::node& n) {
    return n.kind == expr::node_kind::call && n.name == "rate";
  }
  // What it comes to does not stand there yet.
  [[nodiscard]] bool compound(const expr::node& n) const {
    if (n.kind == expr::node_kind::conditional) {
      const auto holds = truth_at(n.children[0]);
      if (holds != truth::unknown)
        return compound(n.children[holds == truth::yes ? 1 : 2]);
    }
    if (n.kind == expr::node_kind::name || n.kind == expr::node_kind::literal)
      return false;
    // What a number that is written out comes to is seen.
    const bool of_days =
        is_moment(n.checked_type.kind) && firmness_of(n) == firmness::sum;
    return has_slot(n) || of_days;
  }

  // condition_memberships.ipp
  void membership(const expr::node& n, bool wanted);
  // The list or span itself is what holds the value: `"wages" in e.topics`.
  [[nodiscard]] static bool is_name_or_field(const expr::node& n);
  // A duration's length alone: `12 months`, also where a parameter names it.
  void length_of(const expr::node& n);
  // How a share between the two is printed.
  [[nodiscard]] share share_of(const expr::node& measured, const expr::node& low,
                               const expr::node& high) const;
  void measure_within(const expr::node& subject, const expr::node& low,
                      const expr::node& high, share as);
  void end_of_range(const expr::node& at, const expr::node& subject, share as);
  void between(const expr::node& n, bool wanted);
  // `x in [2..5)`: at least 2 and less than 5.
  void within(const expr::node& subject, const expr::node& range, bool wanted);

  // condition_properties.ipp
  // `opened.year`, `period.start`.
  void property(const expr::node& n);
  void property_name(const expr::node& n);
  // Fixed, and without a unit of its own.
  [[nodiscard]] bool is_bare_number(const expr::node& n) const;
  // The same for every unit and every element.
  [[nodiscard]] static bool is_closed(const expr::node& n) {
    return !has_slot(n) && !has_local(n);
  }
  // Of what is closed its value, where it has one.
  [[nodiscard]] bool value_alone(const expr::node& n);

  // condition_iterators.ipp
  struct iterator {
    const expr::node* list;
    std::string_view name;
    bool named;  // told by its name: another goes through the same list
  };
  [[nodiscard]] std::vector<iterator> iterators_of(const expr::node& of) const;
  // What a quantifier goes through.
  void lists_of(const expr::node& of);
  [[nodiscard]] const iterator* iterator_at(const expr::node& n) const;
  // Whether both are one field, of elements of two lists: each is told with its list.
  [[nodiscard]] bool is_field_of_two(const expr::node& a, const expr::node& b) const;
  [[nodiscard]] const iterator* iterator_of(const expr::node& field) const;
  void field_of_list(const expr::node& field);
  void of_what() { out_ += chinese() ? "的" : ": "; }

  // condition_elements.ipp
  void quantified(const expr::node& n, bool wanted, const sentences& as);
  // The elements that decide a quantifier, or that a filter keeps: ten at
  // most, then a count (design section 7).
  void deciding_elements(const expr::node& n);
  using seen_list = std::shared_ptr<const seen_elements::list>;
  [[nodiscard]] seen_list elements_at(const expr::node& n) const;
  [[nodiscard]] bool looks_at_some(const expr::node& n) const;

  // condition_calculations.ipp
  // What is told of a node binds its parts as firmly as …
  enum class firmness { nothing, sum, product, sign, power, whole };
  [[nodiscard]] firmness firmness_of(const expr::node& n) const;
  // Two sides and the sign between them.
  void calculation(const expr::node& n, expr::node_kind kind);
  // In brackets where it would come apart, or two signs meet.
  void operand(const expr::node& n, firmness least, bool behind_sign = true);
  void side(const expr::node& n) { operand(n, firmness::sum, false); }

  // condition_terms.ipp
  void label_only(const expr::node& n);
  // Numbers and words take the unit or the labels of what they stand beside.
  void term(const expr::node& n, const expr::node& beside);
  void term(const expr::node& n);
  // The value of the branch that is taken, and why it is.
  void chosen_value(const expr::node& n);
  void filtered(const expr::node& n, bool decides = true);
  void fact_with_value(std::uint32_t slot);
  void field(const expr::node& n);
  void field_of(const expr::record_type* record, const std::string& name);
  void element(const expr::node& n);
  void call(const expr::node& n);
  // `for e in list return body`.
  void of_each(const expr::node& n);
  // `max` or `min` of one list.
  void extreme(const expr::node& n);

  const wording& words_;
  const expr::expression& e_;
  expr::environment env_;
  std::string& out_;
  std::vector<found_elements>* apart_;
  seen_elements* seen_;
  mood mood_ = mood::demanded;
  bool followed_ = false;                            // by another part of a join
  std::shared_ptr<const expr::record_type> fields_;  // named without a path
  std::vector<iterator> iterators_;
};

}  // namespace norma::detail

#include <norma/assess/impl/condition_calculations.ipp>
#include <norma/assess/impl/condition_comparisons.ipp>
#include <norma/assess/impl/condition_elements.ipp>
#include <norma/assess/impl/condition_iterators.ipp>
#include <norma/assess/impl/condition_joins.ipp>
#include <norma/assess/impl/condition_memberships.ipp>
#include <norma/assess/impl/condition_properties.ipp>
#include <norma/assess/impl/condition_terms.ipp>
