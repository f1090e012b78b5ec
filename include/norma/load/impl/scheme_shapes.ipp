// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/impl/standard_shapes.ipp>

// Scoring schemes.

namespace norma::load_detail::shapes {

inline constexpr auto scheme_keys =
    join(format_keys,
         std::array<shape_key, 1>{{{"scheme", must, "word", "标识 / id of the scheme"}}},
         own_title,
         std::array<shape_key, 2>{{
             {"unit", must, "word", "评价对象的种类 / kind of unit"},
             {"kind", may, "word", "其下的种类，如 park / a kind of these: park"},
         }},
         clause_keys,
         std::array<shape_key, 9>{{
             {"admission", may, "any", "申报条件 / what must hold beforehand"},
             {"veto", may, "any", "一票否决 / what must not have happened"},
             {"not_applicable", may, "one of full left_out zero",
              "不适用的部分如何计分 / what a part counts that does not apply"},
             {"blocks", must, "list of any", "板块 / blocks of scored parts"},
             {"bonus", may, "any", "加分 / points added"},
             {"deductions", may, "any", "减分 / points taken away"},
             {"round", may, "any", "舍入 / rounding"},
             {"pass", may, "condition", "合格条件 / test of the points"},
             {"tiers", may, "list of any", "等次 / levels, best first"},
         }});
inline constexpr shape scheme{"scheme", "计分办法 / a scoring scheme", scheme_keys};

}  // namespace norma::load_detail::shapes
