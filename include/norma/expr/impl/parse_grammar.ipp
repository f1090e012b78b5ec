// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/expr/impl/parse_actions.ipp>

#include <boost/spirit/home/x3.hpp>

// The grammar. Every alternative is decided by its first token, so parsing
// never goes back: time is linear in the length of the text. Operators are
// read as an operand and a tail of (operator operand); the tails have names of
// their own because `x in (1)[1] + 2` finds out behind the bracket that it was
// one operand and not a list of tests.

namespace norma::expr::detail::grammar {

using x3::lit;

inline constexpr x3::rule<struct expression_id> expression = "expression";
inline constexpr x3::rule<struct disjunction_id> disjunction = "disjunction";
inline constexpr x3::rule<struct sum_id> sum = "sum";
inline constexpr x3::rule<struct unary_id> unary = "unary";
inline constexpr x3::rule<struct test_id> test = "test";
inline constexpr x3::rule<struct type_id> type = "type";
inline constexpr x3::rule<struct bracket_id> bracket = "bracket";

// clang-format off

// Literals.
inline constexpr auto digits = +x3::char_('0', '9');
inline constexpr auto exponent = (lit('e') | 'E') >> -(lit('+') | '-') >> digits;
inline constexpr auto figures = (digits >> -('.' >> digits) | '.' >> digits) >> -exponent;
inline constexpr auto number_literal = x3::lexeme[x3::raw[figures][pushes_number] >> -suffix];

inline constexpr auto constant
    = word("true")[pushes_boolean<true>]
    | word("false")[pushes_boolean<false>]
    | word("null")[pushes<node_kind::literal, 4>]
    | word("as_of")[pushes<node_kind::as_of, 5>]
    | lit('?')[pushes_input];

// Brackets: a group, a range, a comparison as a value, a list.
inline constexpr auto range_rest
    = ".." >> must(wanted::operand, nested<filtering::no>(disjunction))
           >> must(wanted::range_end, lit(']') | lit(')') | lit('['))[closes_range];
template <filtering Filters>
inline constexpr auto comparison_test
    = test_sign >> must(wanted::operand, nested<Filters>(sum))[tests_operand];
inline constexpr auto test_in_brackets = comparison_test<filtering::yes>;
inline constexpr auto group_end = must(wanted::round_end, lit(')'))[closes_group];

inline constexpr auto round = lit('(')[opens_bracket]
   >> ( test_in_brackets >> group_end
      | must(wanted::operand, expression) >> (range_rest | group_end) );
inline constexpr auto open_range = lit(']')[opens_bracket]
   >> must(wanted::operand, expression) >> must(wanted::dots, range_rest);
inline constexpr auto list_rest
    = *(',' >> must(wanted::operand, expression))
   >> must(wanted::element_end, lit(']'))[closes<node_kind::list>];
inline constexpr auto square = lit('[')[opens_bracket]
   >> ( lit(']')[closes<node_kind::list>]
      | must(wanted::operand, expression) >> (range_rest | list_rest) );

inline constexpr auto bracket_def = round | square | open_range;

// Calls.
inline constexpr auto argument = -argument_name >> must(wanted::operand, expression);
inline constexpr auto arguments
    = ( lit(')')
      | argument % ',' >> must(wanted::argument_end, lit(')')) )[closes_call];

// Words that take expressions.
inline constexpr const char* if_form = "if … then … else …";
inline constexpr const char* for_form = "for … in … return …";
inline constexpr const char* some_form = "some … in … satisfies …";
inline constexpr const char* every_form = "every … in … satisfies …";

inline constexpr auto conditional = word("if")[opens<2>]
   >> must(wanted::operand, expression) >> must_word("then", if_form)
   >> must(wanted::operand, expression) >> must_word("else", if_form)
   >> must(wanted::operand, expression)[closes_after_operand<node_kind::conditional>];

inline constexpr auto domain = must(wanted::operand, expression)
   >> -(".." >> must(wanted::operand, expression)[closes_iteration]);
[[nodiscard]] constexpr auto iterators(const char* form) {
  return (must(wanted::iterator, iterator_name) >> must_word("in", form) >> domain) % ',';
}
inline constexpr auto loop = word("for")[opens<3>]
   >> iterators(for_form) >> must_word("return", for_form)
   >> must(wanted::operand, expression)[closes_after_operand<node_kind::for_each>];
inline constexpr auto some = word("some")[opens<4>]
   >> iterators(some_form) >> must_word("satisfies", some_form)
   >> must(wanted::operand, expression)[closes_after_operand<node_kind::some>];
inline constexpr auto every = word("every")[opens<5>]
   >> iterators(every_form) >> must_word("satisfies", every_form)
   >> must(wanted::operand, expression)[closes_after_operand<node_kind::every>];

// Operands and what binds tightest.
inline constexpr auto primary
    = number_literal
    | text_literal
    | callee >> arguments
    | name
    | bracket
    | constant
    | conditional
    | loop
    | some
    | every
    | at_literal;

inline constexpr auto path = '.' >> !lit('.') >> must(wanted::field, field);
inline constexpr auto filter = filters_here >> lit('[')[opens_after_operand]
   >> must(wanted::operand, expression)
   >> must(wanted::square_end, lit(']'))[closes<node_kind::filter>];
inline constexpr auto invocation = lit('(')[opens_after_operand] >> arguments;

// Operators, the tightest first; each tail follows an operand.
inline constexpr auto postfix_tail = *(path | filter | invocation);
inline constexpr auto power_tail
    = *("**" >> must(wanted::operand, unary)[combines<node_kind::power>]);
inline constexpr auto power = unary >> power_tail;
inline constexpr auto product_tail
    = *( '*' >> must(wanted::operand, power)[combines<node_kind::multiply>]
       | x3::lexeme['/' >> !lit('*')]
           >> must(wanted::operand, power)[combines<node_kind::divide>] );
inline constexpr auto product = power >> product_tail;
inline constexpr auto sum_tail
    = *( '+' >> must(wanted::operand, product)[combines<node_kind::add>]
       | '-' >> must(wanted::operand, product)[combines<node_kind::subtract>] );

inline constexpr auto unary_def
    = lit('-')[opens<1>] >> nested<filtering::as_outside>(must(wanted::operand, unary))[negates]
    | primary >> postfix_tail;
inline constexpr auto sum_def = product >> sum_tail;

// Comparisons; one does not follow another.
inline constexpr auto test_def = test_in_brackets | expression;
inline constexpr auto more_tests
    = +(',' >> must(wanted::operand, test)) >> must(wanted::argument_end, lit(')'))[dissolves];
inline constexpr auto operand_tails = postfix_tail >> power_tail >> product_tail >> sum_tail;
inline constexpr auto bracketed_tests = lit('(')[opens_bracket]
   >> ( test_in_brackets >> (more_tests | group_end >> operand_tails)
      | must(wanted::operand, expression)
        >> (more_tests | (range_rest | group_end) >> operand_tails) );
inline constexpr auto in_tests
    = bracketed_tests
    | comparison_test<filtering::as_outside>
    | must(wanted::operand, sum);

inline constexpr auto relation
    = comparison_sign >> must(wanted::operand, sum)[compares]
    | word("in") >> x3::eps[opens_membership]
        >> in_tests >> x3::eps[closes_after_operand<node_kind::in>]
    | word("between") >> x3::eps[opens_with_operand]
        >> must(wanted::operand, sum) >> must_word("and", "… between … and …")
        >> must(wanted::operand, sum)[closes_after_operand<node_kind::between>]
    | word("instance") >> must_word("of", "… instance of …")
        >> x3::eps[begins_type] >> type[closes_type];
inline constexpr auto no_chain
    = -(comparison_sign | word("in") | word("between") | word("instance"))[refuses_chain];
inline constexpr auto comparison = sum >> -(relation >> no_chain);

inline constexpr auto conjunction = comparison
   >> *(word("and") >> must(wanted::operand, comparison)[combines<node_kind::conjunction>]);
inline constexpr auto disjunction_def = conjunction
   >> *(word("or") >> must(wanted::operand, conjunction)[combines<node_kind::disjunction>]);
inline constexpr auto expression_def = nested<filtering::yes>(disjunction);

// Types.
inline constexpr auto type_argument = -entry_name >> type;
inline constexpr auto type_arguments = has_arguments >> lit('<')[types_open]
   >> ( lit('>')
      | type_argument >> *(lit(',')[types_comma] >> type_argument)
        >> must(wanted::type_end, lit('>')) )[types_close]
   >> -(lit("->")[types_arrow] >> type);
inline constexpr auto type_def
    = nested<filtering::as_outside>(must(wanted::type, type_name) >> -type_arguments);

// Whole texts.
inline constexpr auto whole_expression
    = must(wanted::operand, expression) >> must(wanted::end, x3::eoi);
inline constexpr auto negated_tests = word("not") >> lit('(')[opens_bracket]
   >> must(wanted::operand, test) % ',' >> must(wanted::argument_end, lit(')'))
        [closes_negated_tests];
inline constexpr auto whole_tests
    = (lit('-') >> x3::eoi)[pushes_any]
    | (negated_tests | x3::eps[opens<0>] >> must(wanted::operand, test) % ','
                         >> x3::eps[closes_tests])
      >> must(wanted::end, x3::eoi);

// clang-format on

BOOST_SPIRIT_DEFINE(expression, disjunction, sum, unary, test, type, bracket)

}  // namespace norma::expr::detail::grammar
