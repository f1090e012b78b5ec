// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>    // std::min
#include <string>       // std::string
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/load/impl/tape_writer.ipp>
#include <norma/load/impl/yaml_events.ipp>
#include <norma/load/impl/yaml_places.ipp>

namespace norma::load_detail {

/// The events of a YAML file, put on a tape.
class tape_yaml : public yaml_events {
 public:
  explicit tape_yaml(tape_writer& to) : yaml_events(to.file()), to_(&to) {}

 private:
  void on_null(std::size_t begin) override {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
      if (content().substr(begin, word.size()) != word) continue;
      return to_->blank(begin, begin + word.size());
    }
    to_->blank(to_->last_end(), to_->last_end());
  }
  void on_scalar(std::size_t begin, const std::string& value) override {
    const std::size_t end = scalar_end(begin, value);
    if (end == std::string_view::npos) refuse_open_quote(begin);
    to_->scalar(begin, end, value, end - begin == value.size() + 2 ? 1 : 0);
  }
  void on_open(yaml_kind kind, bool, std::size_t begin) override {
    to_->open(kind == yaml_kind::mapping ? tape_kind::mapping : tape_kind::sequence,
              begin);
  }
  void on_close() override { to_->close(); }
  void on_finding(diagnostic found) override { to_->findings().add(std::move(found)); }

  [[nodiscard]] std::string_view content() const { return file()->content(); }

  /// Where a scalar ends: the file does not always read as its text does.
  [[nodiscard]] std::size_t scalar_end(std::size_t begin, std::string_view value) const {
    const std::string_view all = content();
    const char first = begin < all.size() ? all[begin] : '\0';
    if (first == '"' || first == '\'') return end_of_quoted(all, begin);
    if (first == '|' || first == '>')
      return std::min(all.find_first_of("\r\n", begin), all.size());
    if (all.substr(begin, value.size()) == value) return begin + value.size();
    return end_of_folded(all, begin, value);
  }

  tape_writer* to_;
};

/// Reads the file of `to` as YAML; findings and values go where it says.
/// False if it could not be read to its end.
inline bool read_yaml(tape_writer& to) {
  try {
    return tape_yaml(to).read(to.bounds());
  } catch (const tape_stop&) {
    return false;  // the finding is already there
  }
}

}  // namespace norma::load_detail
