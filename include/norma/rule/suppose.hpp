// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>  // std::string_view

#include <norma/config.hpp>
#include <norma/rule/pack.hpp>
#include <norma/value/value.hpp>

namespace norma {

/// The pack as it would be if a parameter had this value on every day, for all rules
/// and facts that rest on it. What is judged by it is no finding under the law: reports
/// say what was supposed, and in what place. The pack itself stays as it is.
///
///     auto stricter = norma::suppose(zj, "area_coordinators_needed", 2);
///
/// The name is the one that the pack's rules have; of one that the pack overrides,
/// `cn:periodic_window` is the upper pack's. Throws `norma::rule_error`:
/// - N0577: there is no such parameter; the nearest name is told;
/// - N0578: the value is of another kind than the parameter's, is no whole number of a
///   count, has more decimals than the parameter, or is in months where its values are
///   in days.
[[nodiscard]] pack suppose(const pack& of, std::string_view parameter, const value& to);

}  // namespace norma

#if defined(NORMA_HEADER_ONLY)
#include <norma/rule/impl/suppose.ipp>
#endif
