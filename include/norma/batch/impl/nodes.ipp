// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>  // std::fill_n

#include <norma/batch/impl/node_reasons.ipp>
#include <norma/batch/impl/nodes.hpp>

namespace norma::batch::detail {

inline void plan_node::run(block& in, verdict_lanes out, const node_outputs& to,
                           std::int16_t* reasons) const {
  if (!in_force) {
    fill(out.pass, in.words(), false);
    fill(out.fail, in.words(), false);
    fill(out.none, in.words(), true);
    if (reasons != nullptr) std::fill_n(reasons, in.rows(), no_reason);
    return;
  }
  if (!part) {
    run_group(in, out, to, reasons);
    return;
  }
  run_part(in, out);
  // A part that is an item says itself why it does not pass.
  if (reasons != nullptr) {
    in.loops().reasons(nullptr, 0, out.pass, out.fail, out.none,
                       static_cast<std::int16_t>(place), in.rows(), reasons);
  }
}

inline void plan_node::run_aside(block& in, const node_outputs& to) const {
  if (output < 0 || to.lanes == nullptr) return;
  run(in, to.lanes[output], to, to.reasons == nullptr ? nullptr : to.reasons[output]);
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
  if (always_applies) return;
  fill(out.none, n, false);
  const scratch_scope hold(in.run().step_memory);
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

inline void plan_node::run_group(block& in, verdict_lanes out, const node_outputs& to,
                                 std::int16_t* reasons) const {
  const std::size_t n = in.words();
  const scratch_scope hold(in.run().step_memory);
  std::vector<reason_source> why;
  std::vector<reason_source>* asked = reasons == nullptr ? nullptr : &why;
  if (how == combine::at_least) {
    join_at_least(in, out, to, asked);
  } else {
    join_members(in, out, to, asked);
  }
  kleene gate{};
  if (when) {
    gate = in.take_kleene();
    when->run(in, gate);
    for (std::size_t i = 0; i < n; ++i) {
      out.pass[i] &= gate.yes[i];
      out.fail[i] &= gate.yes[i];
      out.none[i] = (out.none[i] & gate.yes[i]) | gate.no[i];
    }
  }
  if (asked != nullptr) {
    write_reasons(in, out, gate, static_cast<std::int16_t>(place), why, reasons);
  }
}

inline void plan_node::join_members(block& in, verdict_lanes out, const node_outputs& to,
                                    std::vector<reason_source>* why) const {
  const std::size_t n = in.words();
  // Of `all` a failing member breaks it, of `any` and `none` a passing one decides;
  // and what decides `any` is a pass.
  const bool turned = how != combine::all;
  word* met = how == combine::any ? out.fail : out.pass;
  word* broken = how == combine::any ? out.pass : out.fail;
  word* said = why == nullptr ? nullptr : in.take();
  word* open = why == nullptr ? nullptr : in.take();
  if (why != nullptr) fill(said, n, false), fill(open, n, false);
  bool first = true;
  for (const plan_node& member : members) {
    if (!member.decides) {
      member.run_aside(in, to);
      continue;
    }
    if (why == nullptr && member.output < 0 && member.part && member.always_applies) {
      member.requirement->gather(in, {met, broken, turned, first});
      first = false;
      if (out.none != nullptr) fill(out.none, n, false);
      continue;
    }
    member_run one(in, member, to, why, how == combine::none);
    const scratch_scope hold(in.run().step_memory);
    const verdict_lanes lanes =
        member.output >= 0 && to.lanes != nullptr
            ? to.lanes[member.output]
            : verdict_lanes{in.take(), in.take(),
                            member.always_applies ? nullptr : in.take()};
    member.run(in, lanes, to, one.inner());
    one.note(lanes, said, open);
    in.loops().join_member(turned ? lanes.fail : lanes.pass,
                           turned ? lanes.pass : lanes.fail, lanes.none, n, first, met,
                           broken, out.none);
    first = false;
  }
  if (first) {  // none of them decides
    fill(met, n, false);
    fill(broken, n, false);
    fill(out.none, n, true);
  }
  if (out.none == nullptr) return;
  for (std::size_t i = 0; i < n; ++i) met[i] &= ~out.none[i];
}

/// Counters of a bit a plane: how many members pass, and how many may.
inline void plan_node::join_at_least(block& in, verdict_lanes out, const node_outputs& to,
                                     std::vector<reason_source>* why) const {
  const std::size_t n = in.words();
  std::size_t planes = 1;
  while ((std::size_t{1} << planes) <= members.size()) ++planes;
  std::vector<word*> passes(planes), possible(planes);
  for (word*& plane : passes) fill(plane = in.take(), n, false);
  for (word*& plane : possible) fill(plane = in.take(), n, false);
  word* decided = in.take();  // some member passes or fails
  fill(decided, n, false);
  word* said = why == nullptr ? nullptr : in.take();
  word* open = why == nullptr ? nullptr : in.take();
  if (why != nullptr) fill(said, n, false), fill(open, n, false);
  word* none = out.none == nullptr ? in.take() : out.none;
  fill(none, n, true);
  const auto add = [n](std::vector<word*>& to, const word* bits, bool negate,
                       const word* also) {
    for (std::size_t i = 0; i < n; ++i) {
      const word without = also == nullptr ? 0 : also[i];
      word carry = negate ? ~(bits[i] | without) : bits[i];
      for (word* plane : to) {
        const word before = plane[i];
        plane[i] = before ^ carry;
        carry &= before;
      }
    }
  };
  for (const plan_node& member : members) {
    if (!member.decides) {
      member.run_aside(in, to);
      continue;
    }
    member_run one(in, member, to, why, false);
    const scratch_scope hold_member(in.run().step_memory);
    const verdict_lanes lanes =
        member.output >= 0 && to.lanes != nullptr
            ? to.lanes[member.output]
            : verdict_lanes{in.take(), in.take(),
                            member.always_applies ? nullptr : in.take()};
    member.run(in, lanes, to, one.inner());
    one.note(lanes, said, open);
    add(passes, lanes.pass, false, nullptr);
    add(possible, lanes.fail, true, lanes.none);
    for (std::size_t i = 0; i < n; ++i) {
      decided[i] |= lanes.pass[i] | lanes.fail[i];
      none[i] &= lanes.none == nullptr ? 0 : lanes.none[i];
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
    out.pass[i] = reaches(passes, i) & ~none[i];
    out.fail[i] = ~reaches(possible, i) & decided[i] & ~none[i];
  }
}

}  // namespace norma::batch::detail
