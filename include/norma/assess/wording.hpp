// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::size_t
#include <cstdint>      // std::uint32_t
#include <functional>   // std::function
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <vector>       // std::vector

#include <norma/config.hpp>
#include <norma/assess/deciding.hpp>
#include <norma/assess/verdict.hpp>
#include <norma/core/diagnostic.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/check.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/cause.hpp>
#include <norma/value/value.hpp>

namespace norma {

struct bound_facts;

struct fact_definition;
struct parameter;
struct standard_definition;
struct unit;
enum class share_sign;

namespace detail {

// Elements that decide a condition, in the words of one language, and where in
// the list all of them stand; of a filter no places.
struct found_elements {
  deciding_elements shown;
  std::vector<std::size_t> places;
  bool all_alike = false;  // none decides for itself: the condition is the same of all
};

class seen_elements;

}  // namespace detail

/// Words for readers, in one language: labels in place of names, units of
/// measure behind numbers, values as people write them.
class wording {
 public:
  wording(const pack_content& pack, const vocabulary& names, language lang)
      : pack_(pack), names_(names), lang_(lang) {}

  /// `1,000 persons`, `CNY 599,999.99`, `1000 人`; all digits, never rounded.
  [[nodiscard]] std::string amount(const number& n, const std::string& unit,
                                   int scale) const;
  /// A value of the fact: category labels, yes and no, amounts with unit.
  [[nodiscard]] std::string of(const value& v, const fact_definition& as) const;
  /// A value of any expression, by its static type.
  [[nodiscard]] std::string of(const value& v, const expr::type& as) const;
  /// A value of the parameter: with its unit, or as a share as its values are written.
  [[nodiscard]] std::string of(const value& v, const parameter& as) const;
  /// The same, appended to `out`.
  void put(std::string& out, const value& v, const fact_definition& as) const;
  void put(std::string& out, const value& v, const expr::type& as) const;
  void put(std::string& out, const value& v, const parameter& as) const;
  void put_amount(std::string& out, const number& n, const std::string& unit,
                  int scale) const;
  /// The name of a unit in a list, else its id; "" of any other element.
  [[nodiscard]] std::string element_name(const value& v, const expr::type& as) const;
  /// Of a unit in a list its facts in `fields`; of a record all its fields.
  [[nodiscard]] std::string element_facts(const value& v, const expr::type& as,
                                          const std::vector<std::string>& fields) const;
  /// Both: `Brook Mill (contracts signed 99 persons)`; either may be empty.
  [[nodiscard]] std::string joined(const std::string& name,
                                   const std::string& facts) const;
  /// The label of a fact or parameter.
  [[nodiscard]] const std::string& label(std::uint32_t slot) const;
  /// The label of a fact by name, with index and field (`events[2].date`); with
  /// `facts` the name of the unit that stands at the index as well.
  [[nodiscard]] std::string label(const std::string& path,
                                  const bound_facts* facts = nullptr) const;

  /// The title of a standard by the key expressions use; the key where there is none.
  [[nodiscard]] std::string standard_title(std::string_view key) const;

  /// The condition as a demand, in labels with the facts' values put in; under
  /// vetoes (not `wanted`) what is demanded is that it does not hold:
  /// `accidents 3, required = 0` of `accidents != 0`.
  [[nodiscard]] std::string condition(const expr::expression& e, const bound_facts& facts,
                                      bool wanted = true) const;
  /// The same, with the elements that decide it in `apart` and not in the words. What
  /// words in one language have `seen` is not looked for in the other.
  [[nodiscard]] std::string condition(const expr::expression& e, const bound_facts& facts,
                                      bool wanted,
                                      std::vector<detail::found_elements>& apart,
                                      detail::seen_elements& seen) const;
  /// Of several conditions that all have to hold, those that do not; "" where none
  /// of them holds, or it is one alone.
  [[nodiscard]] std::string unmet(const expr::expression& e,
                                  const bound_facts& facts) const;
  /// The condition of a bare boolean fact.
  [[nodiscard]] std::string condition(std::uint32_t slot, const bound_facts& facts,
                                      bool wanted) const;

  /// `number` as a percentage of two decimals, rounded to the failing side of
  /// a threshold (`down` for >= and >), with more decimals only if what
  /// is printed would stand otherwise to the threshold than the number does
  /// (design section 7: 99.999 % is never printed as 100 %). `per_mille`: in ‰.
  [[nodiscard]] static std::string percentage(const number& n, bool down,
                                              const std::optional<number>& threshold,
                                              bool per_mille = false);

  /// All digits of a share: `90 %`, `99.5 %`; without a sign the number itself.
  [[nodiscard]] static std::string share(const number& n, share_sign as);

  [[nodiscard]] language lang() const { return lang_; }
  [[nodiscard]] const vocabulary& names() const { return names_; }

 private:
  void put_number(std::string& out, const number& n, const expr::type& as) const;
  void put_word(std::string& out, const std::string& word, const expr::type& as) const;
  void put_list(std::string& out, const list_value& items, const expr::type& as) const;
  void put_record(std::string& out, const record_value& r, const expr::type& as) const;
  void put_range(std::string& out, const value& v, const range_value& r,
                 const expr::type& as) const;
  [[nodiscard]] bool is_unit(const expr::type& as) const;
  [[nodiscard]] std::string name_of(const record_value& unit) const;

  const pack_content& pack_;
  const vocabulary& names_;
  language lang_;
};

/// The demand of a check in labels, with the values of `facts` put in.
[[nodiscard]] text describe_check(const expr::expression& check,
                                  const bound_facts& facts);

/// What is said of a unit that the standard is not for (N0121), which is called as it is
/// `asked` for; nothing of any other unit.
[[nodiscard]] std::optional<diagnostic> unit_mismatch(const standard_definition& by,
                                                      const std::string& asked,
                                                      const unit& given);

/// The label of a fact, given its name, with place and field where it is in a
/// list; the name where there is none.
using fact_labels = std::function<std::string(const std::string&)>;

/// The wording of a cause: "`label` is not supplied".
[[nodiscard]] std::string cause_message(const cause& c, const fact_labels& label_of,
                                        language lang);

/// The facts that a cause names: what is unknown, and those its message names.
[[nodiscard]] std::vector<std::string> facts_named(const cause& c);

/// The same in both languages, with the label that the pack has for the fact.
[[nodiscard]] text describe(const cause& c, const pack_content& pack,
                            const vocabulary& names);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/assess/impl/wording.ipp>
#endif
