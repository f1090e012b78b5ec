// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/core/message.hpp>

#include <algorithm>  // std::is_sorted, std::lower_bound
#include <array>      // std::array
#include <cstddef>    // std::size_t
#include <cstdint>    // std::uint64_t

#include <norma/core/impl/messages/command.ipp>
#include <norma/core/impl/messages/conditions.ipp>
#include <norma/core/impl/messages/doors.ipp>
#include <norma/core/impl/messages/facts.ipp>
#include <norma/core/impl/messages/files.ipp>
#include <norma/core/impl/messages/kinds.ipp>
#include <norma/core/impl/messages/pages.ipp>
#include <norma/core/impl/messages/remedies.ipp>
#include <norma/core/impl/messages/report.ipp>
#include <norma/core/impl/messages/rules.ipp>
#include <norma/core/impl/messages/schemes.ipp>
#include <norma/core/impl/messages/scores.ipp>
#include <norma/core/impl/messages/syntax.ipp>
#include <norma/core/impl/messages/tests.ipp>
#include <norma/core/impl/messages/types.ipp>
#include <norma/core/impl/messages/values.ipp>
#include <norma/core/impl/messages/words.ipp>
#include <norma/core/impl/messages/yaml.ipp>

namespace norma::detail {

struct message_table {
  std::string_view prefix;
  const message* first;
  std::size_t size;
};

template <std::size_t N>
[[nodiscard]] constexpr message_table make_table(std::string_view prefix,
                                                 const message (&entries)[N]) {
  return {prefix, entries, N};
}

/// In order of code.
inline constexpr std::array<message_table, 20> message_tables = {
    make_table("N01", files_messages),     make_table("N01", doors_messages),
    make_table("N02", yaml_messages),      make_table("N03", syntax_messages),
    make_table("N04", types_messages),     make_table("N05", rules_messages),
    make_table("N06", facts_messages),     make_table("N07", values_messages),
    make_table("N08", tests_messages),     make_table("N09", schemes_messages),
    make_table("R01", words_messages),     make_table("R02", cause_messages),
    make_table("R03", reason_messages),    make_table("R04", remark_messages),
    make_table("R05", condition_messages), make_table("R06", remedy_messages),
    make_table("R09", kind_messages),      make_table("R1", command_messages),
    make_table("R2", pages_messages),      make_table("R3", scores_messages)};

/// True if the codes begin with the table's prefix and ascend, no two equal.
[[nodiscard]] constexpr bool is_in_order(const message_table& table) {
  for (std::size_t i = 0; i < table.size; ++i) {
    const std::string_view code = table.first[i].code;
    if (code.substr(0, table.prefix.size()) != table.prefix) return false;
    if (i != 0 && !(table.first[i - 1].code < code)) return false;
  }
  return true;
}

// One line each, so that the compiler names the table: sort it by code.
static_assert(is_in_order(message_tables[0]), "messages/files.ipp");
static_assert(is_in_order(message_tables[1]), "messages/doors.ipp");
static_assert(is_in_order(message_tables[2]), "messages/yaml.ipp");
static_assert(is_in_order(message_tables[3]), "messages/syntax.ipp");
static_assert(is_in_order(message_tables[4]), "messages/types.ipp");
static_assert(is_in_order(message_tables[5]), "messages/rules.ipp");
static_assert(is_in_order(message_tables[6]), "messages/facts.ipp");
static_assert(is_in_order(message_tables[7]), "messages/values.ipp");
static_assert(is_in_order(message_tables[8]), "messages/tests.ipp");
static_assert(is_in_order(message_tables[9]), "messages/schemes.ipp");
static_assert(is_in_order(message_tables[10]), "messages/words.ipp");
static_assert(is_in_order(message_tables[11]), "messages/report.ipp");
static_assert(is_in_order(message_tables[12]), "messages/report.ipp");
static_assert(is_in_order(message_tables[13]), "messages/report.ipp");
static_assert(is_in_order(message_tables[14]), "messages/conditions.ipp");
static_assert(is_in_order(message_tables[15]), "messages/remedies.ipp");
static_assert(is_in_order(message_tables[16]), "messages/kinds.ipp");
static_assert(is_in_order(message_tables[17]), "messages/command.ipp");
static_assert(is_in_order(message_tables[18]), "messages/pages.ipp");
static_assert(is_in_order(message_tables[19]), "messages/scores.ipp");

/// The five characters of a code as one number, in the order of codes; 0 for a word
/// that is none.
[[nodiscard]] constexpr std::uint64_t key_of(std::string_view code) {
  if (code.size() != 5) return 0;
  std::uint64_t key = 0;
  for (const char c : code) key = key << 8U | static_cast<unsigned char>(c);
  return key;
}

[[nodiscard]] constexpr std::size_t count_messages() {
  std::size_t count = 0;
  for (const message_table& table : message_tables) count += table.size;
  return count;
}

/// All messages, in order of code.
inline constexpr auto message_list = [] {
  std::array<const message*, count_messages()> list{};
  std::size_t next = 0;
  for (const message_table& table : message_tables) {
    for (std::size_t i = 0; i < table.size; ++i) list[next++] = table.first + i;
  }
  return list;
}();

/// The keys of their codes, ascending: a report asks for hundreds of words.
inline constexpr auto message_keys = [] {
  std::array<std::uint64_t, count_messages()> keys{};
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = key_of(message_list[i]->code);
  return keys;
}();
static_assert(message_keys.front() != 0 &&
              std::is_sorted(message_keys.begin(), message_keys.end()));

/// Marks an argument as a code of the catalogue, or stands around the Chinese
/// of a text in both languages; nothing that a loader lets through contains it.
inline constexpr char word_mark = '\x1f';

[[nodiscard]] inline std::string_view wording_of(const message& entry, language lang) {
  return lang == language::zh ? entry.zh : entry.en;
}

/// `argument` as it is put into a message.
[[nodiscard]] inline std::string shown_argument(const std::string& argument,
                                                language lang) {
  const auto words = words_of_argument(argument);
  return make_visible(words ? words->in(lang) : argument);
}

/// A piece of a pattern: text, or the number of an argument, whose content
/// may choose between two words.
struct pattern_piece {
  std::string_view text;
  std::size_t argument = std::string_view::npos;
  std::string_view one, many;

  [[nodiscard]] bool chooses() const { return !many.empty(); }
};

/// Cuts the next piece off `pattern`, which is not empty. Braces that hold
/// anything but one to three digits, and `:one/many` behind them, are text.
[[nodiscard]] inline pattern_piece next_piece(std::string_view& pattern) {
  const auto placeholder = [&](std::size_t open) -> std::size_t {
    std::size_t i = open + 1;
    while (i < pattern.size() && i < open + 4 && pattern[i] >= '0' && pattern[i] <= '9') {
      ++i;
    }
    if (i == open + 1 || i >= pattern.size()) return 0;
    if (pattern[i] == ':') i = std::min(pattern.find('}', i), pattern.size());
    return i < pattern.size() && pattern[i] == '}' ? i + 1 - open : 0;
  };
  std::size_t open = pattern.find('{');
  while (open != std::string_view::npos && placeholder(open) == 0) {
    open = pattern.find('{', open + 1);
  }
  pattern_piece piece;
  if (open != 0) {
    piece.text = pattern.substr(0, open);
  } else {
    piece.text = pattern.substr(0, placeholder(0));
    piece.argument = 0;
    std::string_view inside = piece.text.substr(1, piece.text.size() - 2);
    for (; !inside.empty() && inside.front() != ':'; inside.remove_prefix(1)) {
      piece.argument =
          piece.argument * 10 + static_cast<std::size_t>(inside.front() - '0');
    }
    if (const std::size_t slash = inside.find('/'); slash != std::string_view::npos) {
      piece.one = inside.substr(1, slash - 1);
      piece.many = inside.substr(slash + 1);
    }
  }
  pattern.remove_prefix(piece.text.size());
  return piece;
}

[[nodiscard]] inline std::string fill_pattern(std::string_view pattern,
                                              const std::vector<std::string>& arguments,
                                              language lang) {
  std::string result;
  while (!pattern.empty()) {
    const pattern_piece piece = next_piece(pattern);
    const bool single =
        piece.argument < arguments.size() && arguments[piece.argument] == "1";
    if (piece.argument == std::string_view::npos) {
      result += piece.text;
    } else if (piece.chooses()) {
      result += single ? piece.one : piece.many;
    } else if (piece.argument < arguments.size()) {
      result += shown_argument(arguments[piece.argument], lang);
    }
  }
  return result;
}

/// True if no argument that the pattern names is empty or not given.
[[nodiscard]] inline bool has_arguments(std::string_view pattern,
                                        const std::vector<std::string>& arguments) {
  while (!pattern.empty()) {
    const std::size_t argument = next_piece(pattern).argument;
    if (argument == std::string_view::npos) continue;
    if (argument >= arguments.size() || arguments[argument].empty()) return false;
  }
  return true;
}

}  // namespace norma::detail

namespace norma {

NORMA_INLINE const message* find_message(std::string_view code) {
  const auto& keys = detail::message_keys;
  const std::uint64_t key = detail::key_of(code);
  const auto found = std::lower_bound(keys.begin(), keys.end(), key);
  if (found == keys.end() || *found != key) return nullptr;
  return detail::message_list[static_cast<std::size_t>(found - keys.begin())];
}

NORMA_INLINE std::vector<const message*> all_messages() {
  return {detail::message_list.begin(), detail::message_list.end()};
}

NORMA_INLINE std::string format_message(std::string_view code,
                                        const std::vector<std::string>& arguments,
                                        language lang) {
  const message* entry = find_message(code);
  if (entry == nullptr) return std::string(code);
  return detail::fill_pattern(detail::wording_of(*entry, lang), arguments, lang);
}

NORMA_INLINE text message_text(std::string_view code, const std::vector<std::string>& zh,
                               const std::vector<std::string>& en) {
  return {format_message(code, zh, language::zh), format_message(code, en, language::en)};
}

NORMA_INLINE std::string format_help(std::string_view code,
                                     const std::vector<std::string>& arguments,
                                     language lang) {
  const message* entry = find_message(code);
  if (entry == nullptr) return {};
  std::string_view rest = lang == language::zh ? entry->help_zh : entry->help_en;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (detail::has_arguments(line, arguments))
      return detail::fill_pattern(line, arguments, lang);
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  return {};
}

NORMA_INLINE std::string word_argument(std::string_view code) {
  return detail::word_mark + std::string(code);
}

NORMA_INLINE std::string text_argument(const text& words) {
  return detail::word_mark + words.zh + detail::word_mark + words.en;
}

NORMA_INLINE std::string list_argument(const std::vector<std::string>& names) {
  std::vector<std::pair<std::string, text>> bare;
  bare.reserve(names.size());
  for (const auto& name : names) bare.emplace_back(name, text{});
  return list_argument(bare);
}

NORMA_INLINE std::string list_argument(
    const std::vector<std::pair<std::string, text>>& labelled) {
  constexpr std::size_t most_listed = 20;
  if (labelled.empty()) return {};
  const auto listed = [&](language lang) {
    std::string all;
    for (std::size_t i = 0; i < std::min(labelled.size(), most_listed); ++i) {
      const auto& [id, label] = labelled[i];
      if (i > 0) all += list_comma(lang);
      all += '`' + id + '`';
      if (label.empty()) continue;
      all += lang == language::zh ? "（" : " (";
      all += label.in(lang) + (lang == language::zh ? "）" : ")");
    }
    if (labelled.size() > most_listed)
      all += " … +" + std::to_string(labelled.size() - most_listed);
    return all;
  };
  return text_argument({listed(language::zh), listed(language::en)});
}

NORMA_INLINE std::optional<text> words_of_argument(const std::string& argument) {
  if (argument.empty() || argument.front() != detail::word_mark) return std::nullopt;
  const std::string_view rest = std::string_view(argument).substr(1);
  const std::size_t second = rest.find(detail::word_mark);
  if (second != std::string_view::npos) {
    return text{std::string(rest.substr(0, second)),
                std::string(rest.substr(second + 1))};
  }
  const message* word = find_message(rest);
  if (word == nullptr) return std::nullopt;
  return text{std::string(word->zh), std::string(word->en)};
}

}  // namespace norma
