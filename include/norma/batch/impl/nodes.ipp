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
  if (reasons != nullptr) write_part_reasons(in, out, reasons);
}

/// A part that is an item says itself why it does not pass.
inline void plan_node::write_part_reasons(block& in, verdict_lanes out,
                                          std::int16_t* reasons) const {
  std::fill_n(reasons, in.rows(), no_reason);
  const scratch_scope hold(in.run().memory);
  word* not_passed = in.take();
  for (std::size_t i = 0; i < in.words(); ++i)
    not_passed[i] = ~(out.pass[i] | out.none[i]);
  in.loops().mark(not_passed, in.rows(), static_cast<std::int16_t>(place), reasons);
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

inline void plan_node::run_group(block& in, verdict_lanes out, const node_outputs& to,
                                 std::int16_t* reasons) const {
  const std::size_t n = in.words();
  const scratch_scope hold(in.run().memory);
  std::vector<member_reason> why;
  std::vector<member_reason>* asked = reasons == nullptr ? nullptr : &why;
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

/// A member over the rows of the block, and, if asked for, room for what it says.
class member_run {
 public:
  member_run(block& in, const plan_node& member, const node_outputs& to,
             std::vector<member_reason>* why, bool pass_breaks)
      : in_(in), why_(why), pass_breaks_(pass_breaks) {
    if (why == nullptr) return;
    member_reason made;
    made.place = static_cast<std::int16_t>(member.place);
    made.breaks = in.take();
    made.opens = in.take();
    made.inner_breaks = !pass_breaks;
    if (!member.part) {
      inner_ = member.output >= 0 && to.reasons != nullptr
                   ? to.reasons[member.output]
                   : reinterpret_cast<std::int16_t*>(
                         in.run().memory.take((in.rows() + 3) / 4));
      made.inner = inner_;
    } else if (member.output >= 0 && to.reasons != nullptr) {
      inner_ = to.reasons[member.output];
    }
    why->push_back(made);
  }
  [[nodiscard]] std::int16_t* inner() const { return inner_; }

  /// Marks the rows in which it is the first; `broken` and `open` are those before it.
  void note(const verdict_lanes& lanes, word* broken, word* open) {
    if (why_ == nullptr) return;
    member_reason& said = why_->back();
    for (std::size_t i = 0; i < in_.words(); ++i) {
      const word breaks = pass_breaks_ ? lanes.pass[i] : lanes.fail[i];
      const word opens = ~(lanes.pass[i] | lanes.fail[i] | lanes.none[i]);
      said.breaks[i] = breaks & ~broken[i];
      said.opens[i] = opens & ~open[i];
      broken[i] |= breaks;
      open[i] |= opens;
    }
  }

 private:
  block& in_;
  std::vector<member_reason>* why_;
  bool pass_breaks_;
  std::int16_t* inner_ = nullptr;
};

inline void plan_node::join_members(block& in, verdict_lanes out, const node_outputs& to,
                                    std::vector<member_reason>* why) const {
  const std::size_t n = in.words();
  // Of `all` a failing member breaks it, of `any` and `none` a passing one decides;
  // and what decides `any` is a pass.
  word* met = how == combine::any ? out.fail : out.pass;
  word* broken = how == combine::any ? out.pass : out.fail;
  fill(met, n, true);
  fill(broken, n, false);
  fill(out.none, n, true);
  word* said = why == nullptr ? nullptr : in.take();
  word* open = why == nullptr ? nullptr : in.take();
  if (why != nullptr) fill(said, n, false), fill(open, n, false);
  for (const plan_node& member : members) {
    if (!member.decides) continue;
    member_run one(in, member, to, why, how == combine::none);
    const scratch_scope hold(in.run().memory);
    const verdict_lanes lanes = member.output >= 0 && to.lanes != nullptr
                                    ? to.lanes[member.output]
                                    : verdict_lanes{in.take(), in.take(), in.take()};
    member.run(in, lanes, to, one.inner());
    one.note(lanes, said, open);
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

/// Counters of a bit a plane: how many members pass, and how many may.
inline void plan_node::join_at_least(block& in, verdict_lanes out, const node_outputs& to,
                                     std::vector<member_reason>* why) const {
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
    member_run one(in, member, to, why, false);
    const scratch_scope hold_member(in.run().memory);
    const verdict_lanes lanes = member.output >= 0 && to.lanes != nullptr
                                    ? to.lanes[member.output]
                                    : verdict_lanes{in.take(), in.take(), in.take()};
    member.run(in, lanes, to, one.inner());
    one.note(lanes, said, open);
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
