// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/print.hpp>

#include <cstddef>      // std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/message.hpp>
#include <norma/core/text.hpp>
#include <norma/expr/impl/builtin.hpp>
#include <norma/expr/impl/parse_mistakes.ipp>
#include <norma/expr/impl/tightness.ipp>

namespace norma::expr::detail {

/// A decimal, with an exponent in place of a long row of zeros: written out, many short
/// literals like 9e2959 are longer than an expression may be.
[[nodiscard]] inline std::string without_zeros(std::string decimal) {
  constexpr std::size_t many = 24;
  const std::size_t last = decimal.find_last_not_of('0');
  const std::size_t zeros = decimal.size() - 1 - last;
  if (last != decimal.npos && decimal.find('.') == decimal.npos && zeros > many)
    return decimal.substr(0, last + 1) + 'e' + std::to_string(zeros);
  const std::size_t first = decimal.find_first_not_of("0.");
  if (first != decimal.npos && first > many && decimal.starts_with("0."))
    return decimal.substr(first) + "e-" + std::to_string(decimal.size() - 2);
  return decimal;
}

class printer {
 public:
  [[nodiscard]] std::string take() { return std::move(out_); }

  void write(const node& n, tightness least = tightness::statement) {
    if (tightness_of(n) < least) {
      out_ += '(';
      write_open(n);
      out_ += ')';
    } else {
      write_open(n);
    }
  }

 private:
  void write_open(const node& n) {
    switch (n.kind) {
      case node_kind::literal: return write_literal(n);
      case node_kind::name: out_ += n.name; return;
      case node_kind::as_of: out_ += "as_of"; return;
      case node_kind::input: out_ += '?'; return;
      case node_kind::any_test: out_ += '-'; return;
      case node_kind::path:
        write(n.children[0], tightness::postfix);
        out_ += '.';
        out_ += n.name;
        return;
      case node_kind::call: return write_call(n);
      case node_kind::negate:
        out_ += '-';
        write(n.children[0], begins_with_digit(n.children[0]) &&
                                     tightness_of(n.children[0]) != tightness::sign
                                 ? tightness::bracket
                                 : tightness::sign);
        return;
      case node_kind::between: return write_between(n);
      case node_kind::in: return write_in(n);
      case node_kind::range: return write_range(n);
      case node_kind::comparison_range:
        out_ += '(';
        write_test(n);
        out_ += ')';
        return;
      case node_kind::list:
        out_ += '[';
        write_all(n, 0);
        out_ += ']';
        return;
      case node_kind::filter:
        write(n.children[0], tightness::postfix);
        out_ += '[';
        write(n.children[1]);
        out_ += ']';
        return;
      case node_kind::conditional:
        out_ += "if ";
        write(n.children[0]);
        out_ += " then ";
        write(n.children[1]);
        out_ += " else ";
        write(n.children[2]);
        return;
      case node_kind::for_each: return write_loop(n, "for ", " return ");
      case node_kind::some: return write_loop(n, "some ", " satisfies ");
      case node_kind::every: return write_loop(n, "every ", " satisfies ");
      case node_kind::instance_of:
        write(n.children[0], tightness::sum);
        out_ += " instance of ";
        out_ += n.name;
        return;
      case node_kind::unary_tests: return write_tests(n);
      default: return write_binary(n);
    }
  }

  void write_binary(const node& n) {
    const tightness own = tightness_of(n);
    // Comparisons do not follow one another, all others group from the left.
    write(n.children[0], own == tightness::comparison ? tightness::sum : own);
    out_.append(" ").append(sign_of(n.kind)).append(" ");
    write(n.children[1], tighter(own));
  }

  void write_literal(const node& n) {
    if (!n.name.empty()) {
      out_ += n.name;
      return;
    }
    const std::string written = n.literal.to_string();
    if (n.literal.string() == nullptr) {
      out_ += n.literal.num() == nullptr ? written : without_zeros(written);
      return;
    }
    // What turns the direction of a text stands in it as an escape only.
    for (std::size_t at = 0; at < written.size();) {
      const code_point next = decode_code_point(written, at);
      if (turns_direction(next.value))
        out_ += "\\u" + code_point_name(next.value).substr(2);
      else
        out_.append(written, at, next.length);
      at += next.length;
    }
  }

  void write_call(const node& n) {
    std::size_t first = 0;
    if (n.name == "@") {
      out_ += '@';
      write(n.children[0]);
      return;
    }
    if (n.name.empty()) {
      const bool name = n.children[0].kind == node_kind::name;
      write(n.children[0], name ? tightness::bracket : tightness::postfix);
      first = 1;
    }
    out_ += n.name;
    out_ += '(';
    for (std::size_t i = first; i < n.children.size(); ++i) {
      if (i > first) out_ += ", ";
      if (!n.names.empty()) out_ += n.names[i - first] + ": ";
      write(n.children[i]);
    }
    out_ += ')';
  }

  void write_all(const node& n, std::size_t first) {
    for (std::size_t i = first; i < n.children.size(); ++i) {
      if (i > first) out_ += ", ";
      write(n.children[i]);
    }
  }

  void write_between(const node& n) {
    write(n.children[0], tightness::sum);
    out_ += " between ";
    write(n.children[1], tightness::sum);
    out_ += " and ";
    write(n.children[2], tightness::sum);
  }

  /// A test of `in` or of a cell: `< 10`, or an expression.
  void write_test(const node& n, tightness least = tightness::statement) {
    if (n.kind != node_kind::comparison_range) return write(n, least);
    out_.append(sign_of(n.comparison)).append(" ");
    write(n.children[0], tightness::sum);
  }

  void write_in(const node& n) {
    write(n.children[0], tightness::sum);
    out_ += " in ";
    if (n.children.size() == 2) return write_test(n.children[1], tightness::sum);
    out_ += '(';
    for (std::size_t i = 1; i < n.children.size(); ++i) {
      if (i > 1) out_ += ", ";
      write_test(n.children[i]);
    }
    out_ += ')';
  }

  void write_range(const node& n) {
    const bool bare = !n.name.empty();
    if (!bare) out_ += n.low_included ? '[' : '(';
    write(n.children[0], tightness::sum);
    out_ += "..";
    // A `[` behind the upper end would close the range.
    write(n.children[1],
          holds_filter(n.children[1]) ? tightness::bracket : tightness::sum);
    if (!bare) out_ += n.high_included ? ']' : ')';
  }

  void write_loop(const node& n, std::string_view begin, std::string_view end) {
    out_ += begin;
    for (std::size_t i = 0; i < n.names.size(); ++i) {
      if (i > 0) out_ += ", ";
      out_ += n.names[i] + " in ";
      write(n.children[i], tightness::disjunction);
    }
    out_ += end;
    write(n.children.back());
  }

  void write_tests(const node& n) {
    if (n.negated) out_ += "not(";
    for (std::size_t i = 0; i < n.children.size(); ++i) {
      if (i > 0) out_ += ", ";
      const std::size_t begin = out_.size();
      write_test(n.children[i]);
      // At the beginning of a cell not(…) would negate the cell.
      if (i == 0 && !n.negated && out_.compare(begin, 4, "not(") == 0) {
        out_.insert(begin, 1, '(');
        out_ += ')';
      }
    }
    if (n.negated) out_ += ')';
  }

  std::string out_;
};

}  // namespace norma::expr::detail

namespace norma::expr {

NORMA_INLINE std::string print(const node& tree) {
  detail::printer out;
  out.write(tree);
  return out.take();
}

NORMA_INLINE text describe(const type& t) {
  const auto words = [](const type& of, const auto& self) -> std::string {
    const auto code = detail::word_for(detail::kinds_of(of));
    const auto plain = format_message(code, {}, language::zh);
    const bool parts = of.kind == type_kind::list || of.kind == type_kind::range;
    if (parts && of.element) return self(*of.element, self) + "的" + plain;
    if (of.kind == type_kind::number && !of.unit.empty()) {
      return plain + "（" + to_string(of.unit) + "）";
    }
    if (of.kind == type_kind::text && of.category) {
      return format_message("R1118", {of.category->id}, language::zh);
    }
    return of.record ? plain + ' ' + of.record->id : plain;
  };
  return {words(t, words), to_string(t)};
}

NORMA_INLINE std::string kind_argument(const type& t) {
  return word_argument(detail::word_for(detail::kinds_of(t)));
}

NORMA_INLINE std::string kind_argument(const value& v) {
  return word_argument(detail::word_for(detail::kind_of(v)));
}

}  // namespace norma::expr
