// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstddef>        // std::size_t
#include <string>         // std::string
#include <string_view>    // std::string_view
#include <unordered_map>  // std::unordered_map
#include <utility>        // std::pair
#include <vector>         // std::vector

#include <norma/rule/pack.hpp>

#include "strange_keys.hpp"
#include "unit_keys.hpp"

namespace norma::cli {

/// True if the object of the document, read to its end, was all of it.
[[nodiscard]] inline bool nothing_follows(simdjson::ondemand::document& after) {
  return after.current_location().error() == simdjson::OUT_OF_BOUNDS;
}

/// A key of a line whose like the line has had: it is not in the text.
struct repeated_key {
  std::string name;  ///< a fact's own
  bool of_fact = false;
  const char* place = nullptr;  ///< on the line
};

/// A unit on a line as a file of its own: what its keys say about facts stands below
/// `facts`, the days of evidence in statements. Knows where everything was on the line.
class unit_sheet {
 public:
  unit_sheet(const pack& by, const fact_labels& labels, const std::string& default_kind)
      : by_(by), labels_(labels), default_kind_(default_kind) {}

  /// False if the line is no JSON object.
  [[nodiscard]] bool write(simdjson::ondemand::parser& parser,
                           simdjson::padded_string_view line);
  [[nodiscard]] const std::string& text() const { return text_; }
  /// Keys of the line that are nothing, and are not in the text.
  [[nodiscard]] const strange_keys& unknown() const { return unknown_; }
  /// The first of those that stand there again.
  [[nodiscard]] const std::vector<repeated_key>& repeated() const { return repeated_; }
  /// Where the byte of the text was on the line; null if it was not.
  [[nodiscard]] const char* place(std::size_t byte) const;
  /// The key of the fact of which the line says something there; "" if it does not.
  [[nodiscard]] std::string_view key_at(const char* place) const;

 private:
  struct entry {
    std::string fact;  ///< its own name
    std::string key;   ///< as it is written
    std::string_view value = {}, day = {};
    const char* place = nullptr;  ///< of the key on the line
  };
  static constexpr std::size_t most_repeated = 20;

  [[nodiscard]] simdjson::error_code read(simdjson::ondemand::parser& parser,
                                          simdjson::padded_string_view line);
  [[nodiscard]] simdjson::error_code take(std::string_view name, const char* place,
                                          simdjson::ondemand::value from);
  [[nodiscard]] entry& entry_of(const std::string& fact);
  void note_again(repeated_key what);
  [[nodiscard]] bool is_of_unit(const std::string& fact) const;
  void write_facts();
  void write_key(std::string_view key, const char* place);
  void copy(std::string_view from);

  const pack& by_;
  const fact_labels& labels_;
  const std::string& default_kind_;
  std::string text_;
  strange_keys unknown_;
  std::vector<repeated_key> repeated_;
  bool is_file_ = false;
  bool says_unit_ = false;
  std::string kind_;  ///< of unit that the line says
  std::vector<entry> facts_;
  std::unordered_map<std::string, std::size_t> entry_of_;  ///< by the fact's name
  std::vector<std::pair<std::size_t, std::string_view>> copied_;
};

}  // namespace norma::cli
