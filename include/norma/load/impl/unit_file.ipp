// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/load/unit_file.hpp>

#include <algorithm>  // std::min
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint32_t
#include <limits>     // std::numeric_limits
#include <utility>    // std::move, std::pair

#include <norma/core/error.hpp>
#include <norma/core/message.hpp>
#include <norma/core/paths.hpp>
#include <norma/load/impl/member_file.ipp>
#include <norma/load/impl/source_reader.hpp>
#include <norma/load/impl/tape_json.ipp>
#include <norma/load/impl/tape_yaml.ipp>
#include <norma/load/impl/unit_reader.ipp>
#include <norma/rule/content.hpp>

namespace norma::load_detail {

/// Finds the `pack:` at the top of a file and reads no further. A file without one may
/// be none of a unit.
class pack_finder : public tape_reader {
 public:
  bool enter(tape_kind kind) override {
    if (depth_ == 0) is_mapping_ = kind == tape_kind::mapping;
    empty_ = false;
    ++depth_;
    return true;
  }
  void key(std::string_view name, const source_span& where) override {
    if (depth_ != 1) return;
    is_pack_ = name == "pack";
    const std::string_view other = shapes::document_told_by(name);
    if (other_.first.empty() && !other.empty()) other_ = {std::string(other), where};
    if (name == "Pack" || name == "PACK") misspelt_ = {std::string(name), where};
  }
  void item(const tape_node& node) override {
    empty_ = empty_ && node.blank();
    if (depth_ != 1 || !is_mapping_ || !is_pack_ || !node.scalar()) return;
    found_ = node.text();
    throw tape_stop{};
  }
  void leave() override { --depth_; }

  [[nodiscard]] const std::string& found() const { return found_; }
  /// `Pack` where `pack` was meant; "" if there is no such key.
  [[nodiscard]] const std::pair<std::string, source_span>& misspelt() const {
    return misspelt_;
  }
  /// What it is in place of a unit, a code of the catalogue, and the key that tells it.
  [[nodiscard]] const std::pair<std::string, source_span>& other() const {
    return other_;
  }
  [[nodiscard]] bool empty() const { return empty_; }

 private:
  std::size_t depth_ = 0;
  bool is_mapping_ = false;  ///< at the top
  bool is_pack_ = false;
  std::string found_;
  std::pair<std::string, source_span> misspelt_, other_;
  bool empty_ = true;
};

/// Reads the file of `to` by its kind: `.json`, in capitals as well, else YAML.
inline bool read_events(tape_writer& to) {
  return ending_of(to.file()->name()) == ".json" ? read_json(to) : read_yaml(to);
}

/// Places on a tape have 32 bits.
[[nodiscard]] inline limits tape_limits(limits bounds) {
  bounds.file_bytes =
      std::min<std::size_t>(bounds.file_bytes, std::numeric_limits<std::uint32_t>::max());
  return bounds;
}

[[nodiscard]] inline unit_result read_unit_text(const source_ptr& file,
                                                const pack_content& words,
                                                const limits& bounds,
                                                hint_account& hints) {
  finding_list findings(bounds, &hints);
  fact_room room(bounds, findings);
  unit_reader reader(words, bounds, findings, room);
  unit_result result;
  reader.read_files_by([&](const tape_node& node, const vocabulary& of) {
    return read_member_file(node, of, file, words, bounds, findings, room,
                            result.member_files);
  });
  tape_writer writer(file, reader, bounds, findings, room);
  try {
    bool whole = read_events(writer);
    if (reader.wants_facts() && !findings.ended()) {
      // What the first reading said about the file's form is not said again.
      finding_list said(0);
      tape_writer again(file, reader, bounds, said, room);
      reader.begin_facts();
      whole = read_events(again);
    }
    norma::unit read = reader.finish(file, whole);
    if (!findings.failed()) result.unit = std::move(read);
  } catch (const tape_stop&) {
    // The finding is already there.
  }
  result.diagnostics = findings.take();
  result.fact_bytes = room.taken();
  return result;
}

}  // namespace norma::load_detail

namespace norma {

NORMA_INLINE std::optional<value> read_scalar(std::string_view text,
                                              const fact_definition& as,
                                              const source_span& where,
                                              std::vector<diagnostic>& findings,
                                              const limits& bounds) {
  load_detail::scalar_problem problem;
  std::optional<value> result = load_detail::scan_scalar(text, as, bounds, problem);
  if (!result) {
    findings.push_back(
        {std::move(problem.code), std::move(problem.arguments), where, {}});
  }
  return result;
}

NORMA_INLINE unit_result try_read_unit(const std::filesystem::path& where,
                                       const pack& words, const limits& bounds) {
  unit_result result;
  const source_ptr file = load_detail::read_source(
      where, load_detail::tape_limits(bounds), result.diagnostics);
  if (!file) return result;
  hint_account hints;
  return load_detail::read_unit_text(file, words.content(), bounds, hints);
}

NORMA_INLINE unit_result try_read_unit(source_ptr file, const pack& words,
                                       const limits& bounds) {
  hint_account hints;
  return try_read_unit(std::move(file), words, bounds, hints);
}

NORMA_INLINE unit_result try_read_unit(source_ptr file, const pack& words,
                                       const limits& bounds, hint_account& hints) {
  unit_result result;
  if (!load_detail::check_source(file, load_detail::tape_limits(bounds),
                                 result.diagnostics)) {
    return result;
  }
  return load_detail::read_unit_text(file, words.content(), bounds, hints);
}

NORMA_INLINE norma::unit read_unit(const std::filesystem::path& where, const pack& words,
                                   const limits& bounds) {
  unit_result result = try_read_unit(where, words, bounds);
  if (!result.unit) throw rule_error(std::move(result.diagnostics));
  return *std::move(result.unit);
}

NORMA_INLINE std::string pack_named_in(const std::filesystem::path& where,
                                       std::vector<diagnostic>& findings,
                                       const limits& bounds) {
  const source_ptr file =
      load_detail::read_source(where, load_detail::tape_limits(bounds), findings);
  if (!file) return {};
  load_detail::finding_list told(bounds);
  load_detail::pack_finder finder;
  load_detail::fact_room room(bounds, told);
  load_detail::tape_writer writer(file, finder, bounds, told, room);
  static_cast<void>(load_detail::read_events(writer));
  if (finder.found().empty()) {
    const bool whole = !told.failed();
    for (diagnostic& each : told.take()) findings.push_back(std::move(each));
    if (whole && finder.empty())
      findings.push_back({"N0235", {"unit: …"}, {file, 0, 0}, {}});
    if (const auto& [kind, where] = finder.other(); !kind.empty()) {
      findings.push_back({"N0607", {word_argument(kind)}, where, {}});
      return {};
    }
    if (const auto& [name, where] = finder.misspelt(); !name.empty()) {
      findings.push_back({"N0203", {name, "pack"}, where, {}});
    }
  }
  return finder.found();
}

}  // namespace norma
