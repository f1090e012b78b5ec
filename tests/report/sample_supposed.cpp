// SPDX-License-Identifier: Apache-2.0
#include "sample.hpp"

#include <norma/value/duration.hpp>

namespace norma_test {

norma::report supposed_report() {
  using norma::value;
  auto r = failing_report();
  const norma::text label{"“定期”的周期", "period of regular matters"};
  r.supposed = {{"periodic_window",
                 label,
                 value{norma::months_duration{6}},
                 {"6个月", "6 months"},
                 {"12个月", "12 months"}},
                {"cn:share<1>",
                 {"比例 <b>", "share <b>"},
                 value{*norma::number::ratio(1, 3)},
                 {"1/3", "1/3"},
                 {}}};
  auto& part = r.tree.members[3].members[0];
  part.decisions.push_back({"what-if:periodic_window",
                            {"假设“定期”的周期为6个月（现行规定为12个月）",
                             "supposed: period of regular matters 6 months (in force: 12 "
                             "months)"}});
  return r;
}

}  // namespace norma_test
