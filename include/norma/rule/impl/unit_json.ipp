// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>      // std::ptrdiff_t, std::size_t
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/sha256.hpp>
#include <norma/rule/impl/canonical_json.ipp>
#include <norma/rule/unit.hpp>

// A unit's facts as canonical JSON.

namespace norma::detail {

/// Writes canonical JSON, each key in its place: what follows from values of
/// facts is sorted, the order of all other keys is that of the code.
class json_writer : private canonical_json {
 public:
  /// Gathers all, or hands it on to `hash` piece by piece.
  explicit json_writer(sha256* hash = nullptr) : hash_(hash) {}

  void write(const unit& u) {
    object([&] {
      exceptions(u);
      facts(u);
      key("id", u.id);
      if (!u.area_kind.empty()) key("kind", u.area_kind);
      key("name", u.name);
      key("unit", u.kind);
    });
  }
  [[nodiscard]] std::string take() { return std::move(out_); }
  void finish() { hash_->update(out_); }

 private:
  static constexpr std::size_t piece = 1U << 16;

  void content(const value& v) {
    if (v.is_unknown()) return unknown(v);
    if (v.is_null()) return absent();
    if (const bool* b = v.boolean()) {
      out_ += *b ? "true" : "false";
    } else if (const number* n = v.num()) {
      if (n->terminates()) {
        out_ += n->to_string();
      } else {
        string(n->to_string());
      }
    } else if (const date* d = v.day()) {
      string(d->to_string());
    } else if (const time_of_day* t = v.time()) {
      string(t->to_string());
    } else if (const date_time* m = v.moment()) {
      string(m->to_string());
    } else if (const months_duration* m = v.months()) {
      string(m->to_string());
    } else if (const days_duration* d = v.days()) {
      string(d->to_string());
    } else if (const std::string* s = v.string()) {
      string(*s);
    } else if (const range_value* r = v.range()) {
      range(*r);
    } else if (const list_value* list = v.list()) {
      array(*list, [this](const value& each) { content(each); });
    } else {
      record(*v.record());
    }
  }
  void absent() {
    object([this] { key("none", ""); });
  }
  void unknown(const value& v) {
    if (const cause_list causes = v.causes()) {
      for (const cause& c : *causes) {
        if (c.kind == cause_kind::pending) {
          return object([&] { key("pending", c.detail.get()); });
        }
      }
    }
    out_ += "null";
  }
  void range(const range_value& r) {
    // A period has both days in it; an end that is open has no last day.
    const bool period = !r.negated && r.low && r.low->day() != nullptr &&
                        r.low_included &&
                        (!r.high || (r.high->day() != nullptr && r.high_included));
    object([&] {
      if (!period) return key("range", value(r).to_string());
      key("from");
      content(*r.low);
      key("to");
      if (r.high) {
        content(*r.high);
      } else {
        absent();
      }
    });
  }
  void record(const record_value& r) {
    object([&] {
      in_order(
          r.fields.size(), [&](std::size_t i) { return r.name(i); },
          [&](std::size_t i) {
            key(r.name(i));
            content(r.fields[i]);
          });
    });
  }

  // `by`, `date` and `document` stand before whatever is evidenced but
  // `exceptions` and `part`, `recorded` behind.
  void evidence_before(const evidence& from) {
    if (!from.by.empty()) key("by", from.by);
    if (from.day) key("date", from.day->to_string());
    if (!from.document.empty()) key("document", from.document);
  }
  [[nodiscard]] static bool says_something(const evidence& from) {
    return !from.by.empty() || from.day || !from.document.empty() || from.recorded;
  }
  void recorded(const evidence& from) {
    if (from.recorded) key("recorded", from.recorded->to_string());
  }

  void statement(const supplied_value& s) {
    object([&] {
      evidence_before(s.from);
      if (s.state == supply::none) key("none", s.note.get());
      if (s.state == supply::disagreement) key("opinions", s.note.get());
      if (s.state == supply::pending) key("pending", s.note.get());
      recorded(s.from);
      if (s.state == supply::blank || s.state == supply::known) key("value");
      if (s.state == supply::blank) out_ += "null";
      if (s.state != supply::known) return;
      if (s.members) {
        array(*s.members, [this](const unit& each) { member(each); });
      } else {
        content(s.content);
      }
    });
  }
  void fact(const supplied_fact& f) {
    const auto all = f.said();
    if (!f.versioned && all.size() == 1) return statement(all.front());
    object([&] {
      key("versions");
      array(all, [this](const supplied_value& each) { statement(each); });
    });
  }
  void facts(const unit& u) {
    key("facts");
    object([&] {
      const auto at = [&](std::size_t i) {
        return u.facts.begin() + static_cast<std::ptrdiff_t>(i);
      };
      in_order(
          u.facts.size(),
          [&](std::size_t i) -> std::string_view { return at(i)->first.get(); },
          [&](std::size_t i) {
            key(at(i)->first.get());
            fact(at(i)->second);
          });
    });
  }
  void exceptions(const unit& u) {
    if (u.exceptions.empty()) return;
    key("exceptions");
    array(u.exceptions, [this](const exception_record& e) {
      object([&] {
        evidence_before(e.from);
        key("part", e.part);
        key("reason", e.reason);
        recorded(e.from);
      });
    });
  }
  void member(const unit& u) {
    object([&] {
      if (const evidence& from = u.default_evidence; says_something(from)) {
        key("evidence");
        object([&] {
          evidence_before(from);
          recorded(from);
        });
      }
      exceptions(u);
      facts(u);
      key("id", u.id);
      if (!u.area_kind.empty()) key("kind", u.area_kind);
      key("name", u.name);
    });
    if (hash_ == nullptr || out_.size() < piece) return;
    hash_->update(std::string_view(out_).substr(0, out_.size() - 1));
    out_.erase(0, out_.size() - 1);  // what comes next looks at the last sign
  }

  sha256* hash_;
};

}  // namespace norma::detail
