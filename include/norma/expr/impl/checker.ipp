// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::any_of
#include <cstdint>      // std::uint32_t
#include <memory>       // std::shared_ptr
#include <optional>     // std::optional
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

#include <norma/core/message.hpp>
#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/check.hpp>
#include <norma/expr/impl/call_index.ipp>

// The type checker: resolves names and functions, infers the static type of
// every node, and objects to whatever can only yield FEEL's null with an error.
// `any` stands for what is not known, or was objected to: it agrees with all,
// so that one mistake makes one finding. The FEEL door keeps the types and
// drops the objections.

namespace norma::expr::detail {

using category_ptr = std::shared_ptr<const category_type>;

class checker {
 public:
  checker(std::string_view text, const scope& names, const check_options& options,
          const embedded_source& where)
      : text_(text), names_(names), options_(options), where_(where) {}

  /// Checks a whole expression against what its place demands.
  void check_root(node& tree);
  /// Checks unary tests of a subject.
  void check_tests(node& tree, const type& subject);

  std::vector<diagnostic> findings;

 private:
  /// What surrounds a node, the innermost last: an iterator, or a filter.
  struct enclosing {
    bool filter = false;
    std::string name;  ///< of an iterator
    type of;           ///< of the iterator's values, or of the filter's elements
    std::uint32_t index = 0;
  };

  const type& check(node& n);
  [[nodiscard]] type infer(node& n);
  void report(const node& n, std::string_view code, std::vector<std::string> words = {});
  /// False where so many words more, or some more, are not compared: they need not be
  /// listed.
  [[nodiscard]] bool compares(std::size_t more = 1) const {
    return compared_ + more <= options_.compared;
  }
  /// What is meant by a word that is none of the `known`, as long as words are compared.
  [[nodiscard]] std::string near(std::string_view word,
                                 const std::vector<std::string>& known);
  [[nodiscard]] static std::string word(const type& t) {
    return word_argument(word_for(kinds_of(t)));
  }

  // Names.
  [[nodiscard]] type infer_name(node& n);
  [[nodiscard]] std::vector<std::string> visible_names() const;
  [[nodiscard]] type unknown_name(const node& n);
  [[nodiscard]] type infer_path(node& n);
  [[nodiscard]] type property_of(node& n, const type& object);
  [[nodiscard]] type no_property(const node& n, const type& object,
                                 const std::vector<std::string>& known);
  /// Checks `n`, which stands beside something of type `beside`: a bare word
  /// that is one of its category's values lacks quotes.
  const type& check_beside(node& n, const type& beside);

  // Agreement of types.
  /// Whether the two can be compared (`ordered`: by <); reports if not. The
  /// category by which they are ordered, if any. Nodes may be null.
  category_ptr compare_types(const node& at, const type& a, const type& b, bool ordered,
                             node* a_node, node* b_node);
  [[nodiscard]] category_ptr compare_categories(const node& at, const type& a,
                                                const type& b, bool ordered, node* a_node,
                                                node* b_node);
  /// A text literal (in lists, ranges, branches too) as a value of `category`.
  void push_category(node& n, const category_ptr& category);
  void check_category_value(node& literal, const category_type& category);
  /// The value that has this label, as long as words are compared; null if none has.
  [[nodiscard]] const std::string* value_labelled(std::string_view word,
                                                  const category_type& category) const;
  [[nodiscard]] bool units_agree(const node& at, const type& a, const type& b);
  /// One type for both; nothing if there is none.
  [[nodiscard]] std::optional<type> unify(const node& at, const type& a, const type& b);

  // Operators.
  [[nodiscard]] type infer_negate(node& n);
  [[nodiscard]] type infer_arithmetic(node& n);
  [[nodiscard]] type numbers(const node& n, const type& a, const type& b);
  [[nodiscard]] type raised(const node& n, const type& a);
  [[nodiscard]] type infer_connective(node& n);
  [[nodiscard]] type infer_comparison(node& n);
  [[nodiscard]] type infer_between(node& n);
  [[nodiscard]] type infer_in(node& n);
  void check_input_test(node& test, const type& subject);
  [[nodiscard]] category_ptr check_test(const node& at, node* subject_node,
                                        const type& subject, node& test);
  [[nodiscard]] category_ptr test_type(const node& at, const type& subject,
                                       const type& test, node* subject_node,
                                       node* test_node);

  // Structure.
  [[nodiscard]] type infer_range(node& n);
  [[nodiscard]] type infer_list(node& n);
  [[nodiscard]] type infer_filter(node& n);
  [[nodiscard]] type infer_conditional(node& n);
  [[nodiscard]] type infer_iteration(node& n);
  [[nodiscard]] type iterated(const node& n, const type& domain);
  [[nodiscard]] type infer_instance(node& n);
  void check_wanted(node& tree);
  void check_condition(const node& n, std::string_view code);

  // Calls.
  [[nodiscard]] type infer_call(node& n);
  [[nodiscard]] type unknown_function(const node& n);
  [[nodiscard]] type infer_not(node& n);
  [[nodiscard]] type infer_rate(node& n);
  [[nodiscard]] type infer_verdict(node& n);
  [[nodiscard]] type infer_builtin(node& n, const builtin& b);
  void wrong_call(const node& n, const builtin& b);
  void check_argument(const node& arg, const builtin& b, const builtin_parameter& p);
  void check_constant(const node& n, const builtin& b);
  [[nodiscard]] category_ptr relate_arguments(node& n, const builtin& b,
                                              const std::vector<node*>& args);

  std::string_view text_;
  const scope& names_;
  const check_options& options_;
  const embedded_source& where_;
  std::vector<enclosing> around_;
  std::uint32_t iterators_ = 0;
  std::uint32_t filters_ = 0;
  const type* subject_ = nullptr;  ///< of `?`
  bool in_cell_ = false;
  category_ptr beside_;
  bool has_rate_ = false;
  std::size_t compared_ = 0;  ///< words so far, for hints
  const node* rate_sides_[2] = {nullptr, nullptr};
};

}  // namespace norma::expr::detail
