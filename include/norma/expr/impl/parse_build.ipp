// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/limits.hpp>
#include <norma/expr/ast.hpp>

#include <algorithm>    // std::any_of, std::max
#include <cstddef>      // std::size_t
#include <iterator>     // std::make_move_iterator
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move
#include <vector>       // std::vector

// The tree is built bottom up on a stack: operands push nodes, an operator's
// action takes its operands from the top and pushes the node made of them.
// The grammar never goes back over a node that was pushed.

namespace norma::expr::detail {

/// What the grammar could not go on without.
enum class wanted : unsigned char {
  nothing,  ///< the finding is complete, `code` says what is wrong
  operand,
  end,           ///< an operator or the end
  round_end,     ///< an operator or `)`
  square_end,    ///< an operator or `]`
  element_end,   ///< an operator, `,` or `]`
  argument_end,  ///< an operator, `,` or `)`
  range_end,     ///< an operator or what closes a range
  type_end,      ///< `>`
  iterator,
  field,
  type,
  dots,     ///< `..`
  keyword,  ///< `word`, as in the form `arguments[1]`
};

/// Why parsing stopped, and where; caught by parse() alone.
struct syntax_failure {
  wanted what = wanted::nothing;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string_view code;
  std::vector<std::string> arguments;
};

[[noreturn]] inline void refuse(std::string_view code, std::size_t begin, std::size_t end,
                                std::vector<std::string> arguments = {}) {
  throw syntax_failure{wanted::nothing, begin, end, code, std::move(arguments)};
}

/// A construct that has begun: where, over which nodes of the stack, and the
/// bracket that must be closed (npos: none).
struct open_construct {
  std::size_t begin = 0;
  std::size_t bracket = std::string_view::npos;
  std::size_t first_child = 0;
  bool subject = false;  ///< `x in …`: `?` stands for x
  std::string name;
  std::vector<std::string> names;
};

struct built_node {
  node tree;
  std::size_t depth = 1;
};

/// The state of one parse.
class builder {
 public:
  builder(std::string_view text, const limits& bounds, bool tests)
      : text_(text), bounds_(bounds), tests_(tests) {
    nodes_.reserve(8);
    open_.reserve(8);
  }

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const limits& bounds() const { return bounds_; }
  /// Whether there is something that `?` stands for.
  [[nodiscard]] bool has_subject() const {
    return tests_ || std::any_of(open_.begin(), open_.end(),
                                 [](const open_construct& o) { return o.subject; });
  }
  [[nodiscard]] node& top() { return nodes_.back().tree; }
  [[nodiscard]] std::size_t count() const { return nodes_.size(); }
  [[nodiscard]] std::vector<open_construct>& open() { return open_; }
  [[nodiscard]] std::size_t offset(const char* at) const {
    return static_cast<std::size_t>(at - text_.data());
  }
  [[nodiscard]] node take() { return std::move(nodes_.back().tree); }

  /// Pushes a node without children.
  node& leaf(node_kind kind, std::size_t begin, std::size_t end) {
    built_node& made = nodes_.emplace_back();
    made.tree.kind = kind;
    place(made.tree, begin, end);
    return made.tree;
  }

  /// Begins a construct whose first token begins at `begin`.
  open_construct& begin(std::size_t begin, std::size_t bracket = std::string_view::npos) {
    open_construct& made = open_.emplace_back();
    made.begin = begin;
    made.bracket = bracket;
    made.first_child = nodes_.size();
    return made;
  }

  /// Begins a construct whose first child is the node on top.
  open_construct& begin_after_operand(std::size_t bracket = std::string_view::npos) {
    open_construct& made = begin(top().begin, bracket);
    --made.first_child;
    return made;
  }

  /// Ends the construct begun last: a node over the children since.
  node& end(node_kind kind, std::size_t end) {
    open_construct done = std::move(open_.back());
    open_.pop_back();
    return combine(kind, done.begin, end, done.first_child, std::move(done.name),
                   std::move(done.names));
  }

  /// Ends a bracket that only groups: the node on top takes its place.
  void end_group(std::size_t end) {
    place(top(), open_.back().begin, end);
    open_.pop_back();
  }

  /// Ends a construct whose children stay what they are.
  void dissolve() { open_.pop_back(); }

  /// A node over the last two: a binary operator.
  node& binary(node_kind kind) {
    const std::size_t first = nodes_.size() - 2;
    return combine(kind, nodes_[first].tree.begin, nodes_.back().tree.end, first, {}, {});
  }

  /// Brackets may be filters here; not at the end of a range.
  bool filters = true;
  /// Operators whose right side is still being read.
  std::vector<node_kind> operators;
  /// The type after `instance of`, as far as read.
  std::string type_text;
  /// Where that type, or the last list of tests in brackets, ended.
  std::size_t last_end = 0;

  /// One level deeper, or a failure at `at`.
  void enter(std::size_t at) {
    if (++level_ > bounds_.expression_depth) too_deep(at);
  }
  void leave() { --level_; }

 private:
  static void place(node& n, std::size_t begin, std::size_t end) {
    n.begin = static_cast<std::uint32_t>(begin);
    n.end = static_cast<std::uint32_t>(end);
  }

  [[noreturn]] void too_deep(std::size_t at) const {
    refuse("N0305", at, at + 1, {std::to_string(bounds_.expression_depth)});
  }

  node& combine(node_kind kind, std::size_t begin, std::size_t end, std::size_t first,
                std::string name, std::vector<std::string> names) {
    built_node made;
    made.tree.kind = kind;
    made.tree.name = std::move(name);
    made.tree.names = std::move(names);
    place(made.tree, begin, end);
    made.tree.children.reserve(nodes_.size() - first);
    for (std::size_t i = first; i < nodes_.size(); ++i) {
      made.depth = std::max(made.depth, nodes_[i].depth + 1);
      made.tree.children.push_back(std::move(nodes_[i].tree));
    }
    // A long chain of operators nests as brackets do.
    if (made.depth > bounds_.expression_depth) too_deep(begin);
    nodes_.resize(first);
    return nodes_.emplace_back(std::move(made)).tree;
  }

  std::string_view text_;
  const limits& bounds_;
  bool tests_;
  std::size_t level_ = 0;
  std::vector<built_node> nodes_;
  std::vector<open_construct> open_;
};

struct builder_tag;

}  // namespace norma::expr::detail
