// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n

#include <norma/batch/impl/nodes.hpp>

namespace norma::batch::detail {

inline void plan_node::run(block& in, verdict_lanes out,
                           const verdict_lanes* items) const {
  if (!in_force) {
    fill(out.pass, in.words(), false);
    fill(out.fail, in.words(), false);
    fill(out.none, in.words(), true);
    return;
  }
  if (part) {
    run_part(in, out);
  } else {
    run_group(in, out, items);
  }
}

inline void plan_node::run_part(block& in, verdict_lanes out) const {
  const std::size_t n = in.words();
  if (!requirement) {  // shown only
    fill(out.pass, n, false);
    fill(out.fail, n, false);
    fill(out.none, n, true);
    return;
  }
  requirement->run(in, {out.pass, out.fail});
  fill(out.none, n, false);
  const scratch_scope hold(in.run().memory);
  const kleene gate = in.take_kleene();
  if (when) {
    when->run(in, gate);
    for (std::size_t i = 0; i < n; ++i) {
      if (conditional) {
        // Met passes whatever the guard; not met does not apply where it is false.
        out.none[i] = gate.no[i] & out.fail[i];
        out.fail[i] &= gate.yes[i];
      } else {
        out.none[i] = gate.no[i];
        out.pass[i] &= gate.yes[i];
        out.fail[i] &= gate.yes[i];
      }
    }
  }
  if (!rate) return;
  rate->run(in, gate);
  for (std::size_t i = 0; i < n; ++i) {
    out.pass[i] &= gate.yes[i];
    out.fail[i] &= gate.yes[i];
    out.none[i] = (out.none[i] & gate.yes[i]) | gate.no[i];
  }
}

inline void plan_node::run_group(block& in, verdict_lanes out,
                                 const verdict_lanes* items) const {
  const std::size_t n = in.words();
  if (how == combine::at_least) {
    join_at_least(in, out, items);
  } else {
    // Of `all` a failing member breaks it, of `any` and `none` a passing one decides;
    // and what decides `any` is a pass.
    word* met = how == combine::any ? out.fail : out.pass;
    word* broken = how == combine::any ? out.pass : out.fail;
    fill(met, n, true);
    fill(broken, n, false);
    fill(out.none, n, true);
    for (const plan_node& member : members) {
      if (!member.decides) continue;
      const scratch_scope hold(in.run().memory);
      verdict_lanes lanes;
      if (member.output >= 0 && items != nullptr) {
        lanes = items[member.output];
      } else {
        lanes = {in.take(), in.take(), in.take()};
      }
      member.run(in, lanes, items);
      const word* meets = how == combine::all ? lanes.pass : lanes.fail;
      const word* breaks = how == combine::all ? lanes.fail : lanes.pass;
      for (std::size_t i = 0; i < n; ++i) {
        met[i] &= meets[i] | lanes.none[i];
        broken[i] |= breaks[i];
        out.none[i] &= lanes.none[i];
      }
    }
    for (std::size_t i = 0; i < n; ++i) met[i] &= ~out.none[i] & ~broken[i];
  }
  if (!when) return;
  const scratch_scope hold(in.run().memory);
  const kleene gate = in.take_kleene();
  when->run(in, gate);
  for (std::size_t i = 0; i < n; ++i) {
    out.pass[i] &= gate.yes[i];
    out.fail[i] &= gate.yes[i];
    out.none[i] = (out.none[i] & gate.yes[i]) | gate.no[i];
  }
}

/// Counters of a bit a plane: how many members pass, and how many may.
inline void plan_node::join_at_least(block& in, verdict_lanes out,
                                     const verdict_lanes* items) const {
  const std::size_t n = in.words();
  const scratch_scope hold(in.run().memory);
  std::size_t planes = 1;
  while ((std::size_t{1} << planes) <= members.size()) ++planes;
  std::vector<word*> passes(planes), possible(planes);
  for (word*& plane : passes) fill(plane = in.take(), n, false);
  for (word*& plane : possible) fill(plane = in.take(), n, false);
  word* decided = in.take();  // some member passes or fails
  fill(decided, n, false);
  fill(out.none, n, true);
  const auto add = [n](std::vector<word*>& to, const word* bits, bool negate,
                       const word* also) {
    for (std::size_t i = 0; i < n; ++i) {
      word carry = negate ? ~(bits[i] | also[i]) : bits[i];
      for (word* plane : to) {
        const word before = plane[i];
        plane[i] = before ^ carry;
        carry &= before;
      }
    }
  };
  for (const plan_node& member : members) {
    if (!member.decides) continue;
    const scratch_scope hold_member(in.run().memory);
    const verdict_lanes lanes{in.take(), in.take(), in.take()};
    member.run(in, lanes, items);
    add(passes, lanes.pass, false, nullptr);
    add(possible, lanes.fail, true, lanes.none);
    for (std::size_t i = 0; i < n; ++i) {
      decided[i] |= lanes.pass[i] | lanes.fail[i];
      out.none[i] &= lanes.none[i];
    }
  }
  // count >= at_least, from the highest plane down
  const auto reaches = [&](const std::vector<word*>& of, std::size_t i) {
    word more = 0;
    word same = ~word{0};
    for (std::size_t p = planes; p-- > 0;) {
      const bool bit = ((at_least >> p) & 1U) != 0;
      if (bit) {
        same &= of[p][i];
      } else {
        more |= same & of[p][i];
        same &= ~of[p][i];
      }
    }
    return more | same;
  };
  for (std::size_t i = 0; i < n; ++i) {
    out.pass[i] = reaches(passes, i) & ~out.none[i];
    out.fail[i] = ~reaches(possible, i) & decided[i] & ~out.none[i];
  }
}

}  // namespace norma::batch::detail
