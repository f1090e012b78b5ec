// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <norma/core/text.hpp>

namespace norma_test::text_test {

using norma::did_you_mean;
using norma::display_width;
using norma::find_invalid_utf8;

TEST_CASE("a text falls back to the other language") {
  const norma::text both{"条", "item"};
  const norma::text chinese{"条", ""};
  CHECK(both.in(norma::language::en) == "item");
  CHECK(both.in(norma::language::zh) == "条");
  CHECK(chinese.in(norma::language::en) == "条");
  CHECK(norma::text{}.empty());
  CHECK_FALSE(chinese.empty());
}

TEST_CASE("every code point survives UTF-8 and back, surrogates become U+FFFD") {
  std::size_t wrong = 0;
  for (char32_t value = 0; value <= 0x110010; ++value) {
    std::string bytes;
    norma::append_code_point(bytes, value);
    const bool none = value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff);
    const auto back = norma::decode_code_point(bytes, 0);
    if (back.value != (none ? 0xfffd : value) || back.length != bytes.size() ||
        find_invalid_utf8(bytes) != std::string_view::npos) {
      ++wrong;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE(
    "as many sequences of one, two and three bytes are valid as there are code points") {
  std::size_t one = 0, two = 0, three = 0;
  std::string bytes(1, '\0');
  const auto whole = [&] {
    return find_invalid_utf8(bytes) == std::string_view::npos &&
           norma::count_code_points(bytes) == 1;
  };
  for (int a = 0; a < 256; ++a) {
    bytes.assign(1, static_cast<char>(a));
    one += whole() ? 1 : 0;
    for (int b = 0; b < 256; ++b) {
      bytes.resize(1);
      bytes.push_back(static_cast<char>(b));
      two += whole() ? 1 : 0;
      for (int c = 0x70; c < 256 && a >= 0xc0; ++c) {
        bytes.resize(2);
        bytes.push_back(static_cast<char>(c));
        three += whole() ? 1 : 0;
      }
    }
  }
  CHECK(one == 0x80);
  CHECK(two == 0x800 - 0x80);
  CHECK(three == 0x10000 - 0x800 - 0x800);
}

TEST_CASE("the first invalid byte is found behind any number of valid ones") {
  for (const std::string_view bad :
       {"\x80", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf0\x80\x80\x80",
        "\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80", "\xff", "\xe8\x81"}) {
    for (std::size_t before = 0; before < 20; ++before) {
      const std::string bytes = std::string(before, 'a') + std::string(bad);
      REQUIRE(find_invalid_utf8(bytes) == before);
      REQUIRE(find_invalid_utf8("职" + bytes + "工") == before + 3);
    }
  }
}

TEST_CASE("an invalid byte counts as one code point, U+FFFD") {
  CHECK(norma::count_code_points("a\xff\xfe职") == 4);
  CHECK(norma::decode_code_point("\xff", 0).value == 0xfffd);
  CHECK(norma::decode_code_point("\xff", 0).length == 1);
  CHECK(norma::decode_code_point("a", 5).length == 1);
}

TEST_CASE("East Asian characters take two columns, marks that combine none") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("职工ab") == 6);
  CHECK(display_width("，＞＝「」") == 10);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("\u200b\ufeff") == 0);
  CHECK(display_width("한글") == 4);
  CHECK(display_width("ｱ") == 1);
  CHECK(display_width("≥①…é") == 4);
  CHECK(display_width("😀𠮷") == 4);
  CHECK(display_width("\x1b\n") == 0);
}

TEST_CASE("characters that are not seen are told from those that are") {
  const std::vector<std::pair<char32_t, char32_t>> unseen = {
      {0x0, 0x1f},       {0x7f, 0x9f},     {0xad, 0xad},     {0x34f, 0x34f},
      {0x61c, 0x61c},    {0x115f, 0x1160}, {0x17b4, 0x17b5}, {0x180b, 0x180f},
      {0x200b, 0x200f},  {0x2028, 0x202e}, {0x2060, 0x206f}, {0x3164, 0x3164},
      {0xfe00, 0xfe0f},  {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xfff9, 0xfffb},
      {0xe0000, 0xe0fff}};
  std::size_t count = 0;
  for (char32_t c = 0; c < 0x110000; ++c) count += norma::is_unseen(c) ? 1 : 0;
  std::size_t expected = 0;
  for (const auto& [first, last] : unseen) {
    CHECK(norma::is_unseen(first));
    CHECK(norma::is_unseen(last));
    expected += last - first + 1;
  }
  CHECK(count == expected);
  for (const char32_t c :
       {0x61cU, 0x200eU, 0x200fU, 0x202aU, 0x202eU, 0x2066U, 0x2069U}) {
    CHECK(norma::turns_direction(c));
    CHECK(norma::is_unseen(c));
  }
  for (const char32_t c : {0x200dU, 0x2010U, 0x2029U, 0x202fU, 0x2065U, 0x206aU})
    CHECK_FALSE(norma::turns_direction(c));
}

TEST_CASE("full-width forms stand for their ASCII signs") {
  CHECK(norma::half_width(U'：') == ':');
  CHECK(norma::half_width(U'！') == '!');
  CHECK(norma::half_width(U'～') == '~');
  CHECK(norma::half_width(0xff00) == '\0');
  CHECK(norma::half_width(0xff5f) == '\0');
  CHECK(norma::half_width(U'、') == '\0');
}

TEST_CASE("a visible text has no control characters and keeps the others") {
  CHECK(norma::make_visible("职 a\\b") == "职 a\\b");
  CHECK(norma::make_visible("a\tb\r\nc") == "a\\tb\\r\\nc");
  CHECK(norma::make_visible(std::string_view("\0\x1b\x7f", 3)) == "\\u{0}\\u{1b}\\u{7f}");
  CHECK(norma::make_visible("\u202e\u2066\u200f\ufeff\u0085") ==
        "\\u{202e}\\u{2066}\\u{200f}\\u{feff}\\u{85}");
  CHECK(norma::make_visible("甲\u200b乙\u00ad\u2060") == "甲\\u{200b}乙\\u{ad}\\u{2060}");
  CHECK(norma::make_visible("a\xff\xe8\x81") == "a\\xff\\xe8\\x81");
}

TEST_CASE("a character that must not be printed has a name") {
  CHECK(norma::code_point_name(0x202e) == "U+202E");
  CHECK(norma::code_point_name(7) == "U+0007");
  CHECK(norma::code_point_name(0x1f40e) == "U+1F40E");
}

TEST_CASE("the name that was meant is found") {
  const std::vector<std::string> names = {"worker_count", "contract_signed_count",
                                          "size_class", "协调员人数", "id"};
  CHECK(did_you_mean("worker_cuont", names) == "worker_count");
  CHECK(did_you_mean("workercount", names) == "worker_count");
  CHECK(did_you_mean("contract_sign_count", names) == "contract_signed_count");
  CHECK(did_you_mean("协调人数", names) == "协调员人数");
  CHECK(did_you_mean("协调员人敉", names) == "协调员人数");
  CHECK(did_you_mean("SIZE-CLASS", names) == "size_class");
  CHECK(did_you_mean("iD", names) == "id");
}

TEST_CASE("a condition of several lines is one") {
  using norma::on_one_line;
  CHECK(on_one_line("a >= 1\n  and b\n") == "a >= 1 and b");
  CHECK(on_one_line(" \t\r\n").empty());
  CHECK(on_one_line("a\r\nb\tc") == "a b c");
}

TEST_CASE("no name is offered for a word that is near to none") {
  const std::vector<std::string> names = {"worker_count", "ab", "x"};
  CHECK(did_you_mean("party_org_sound", names).empty());
  CHECK(did_you_mean("", names).empty());
  CHECK(did_you_mean("y", names).empty());
  CHECK(did_you_mean("cd", names).empty());
  CHECK(did_you_mean("worker", {}).empty());
  const std::string long_word(100'000, 'w');
  CHECK(did_you_mean(long_word, {long_word}).empty());
}

TEST_CASE("of several near names the nearest wins, then the first") {
  CHECK(did_you_mean("count", {"counter", "counts", "court"}) == "counts");
  CHECK(did_you_mean("count", {"mount", "court"}) == "mount");
  CHECK(did_you_mean("Count", {"mount", "count"}) == "count");
}

TEST_CASE("where no name is near, one of another pack may be meant") {
  const std::vector<std::string> ids = {"cn:area", "cn-zj:enterprise.small_micro",
                                        "other"};
  CHECK(did_you_mean("enterprise.small_mic", ids) == "cn-zj:enterprise.small_micro");
  CHECK(did_you_mean("small_micro", ids) == "cn-zj:enterprise.small_micro");
  CHECK(did_you_mean("aera", ids) == "cn:area");
  CHECK(did_you_mean("cn-zj:enterprise.small_mic", ids) ==
        "cn-zj:enterprise.small_micro");
  CHECK(did_you_mean("industry", ids).empty());
}

TEST_CASE(
    "where no name is near, the only one that ends so after a point or a stroke is "
    "meant") {
  CHECK(did_you_mean("signed", {"contracts", "contracts/signed"}) == "contracts/signed");
  CHECK(did_you_mean("signed", {"contracts/signed", "work/signed"}).empty());
  const std::vector<std::string> ids = {
      "enterprise.large_medium", "enterprise.small_micro", "site.small_micro", "area"};
  CHECK(did_you_mean("large_medium", ids) == "enterprise.large_medium");
  CHECK(did_you_mean("small_micro", {"by_size/site.small_micro", "site.small_micro"}) ==
        "site.small_micro");
  CHECK(did_you_mean("Large-Medium", ids) == "enterprise.large_medium");
  CHECK(did_you_mean("small_micro", ids).empty());
  CHECK(did_you_mean("medium", ids).empty());
}

TEST_CASE("the distance allowed is a third of the word, a swap counting one") {
  CHECK(did_you_mean("abcdef", {"badcef"}) == "badcef");
  CHECK(did_you_mean("abcdef", {"badcfe"}).empty());
  CHECK(did_you_mean("abcdef", {"abcd"}) == "abcd");
  CHECK(did_you_mean("abcdef", {"abc"}).empty());
  CHECK(did_you_mean("abcdef", {"xabcdefy"}) == "xabcdefy");
}

/// The whole table, of ASCII words.
std::size_t distance_of(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> at(a.size() + 1,
                                           std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        at[i][j] = i + j;
        continue;
      }
      at[i][j] = std::min({at[i - 1][j] + 1, at[i][j - 1] + 1,
                           at[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        at[i][j] = std::min(at[i][j], at[i - 2][j - 2] + 1);
    }
  }
  return at[a.size()][b.size()];
}

TEST_CASE("the nearest word is the one that the whole table of distances tells") {
  std::mt19937 random(11);
  std::size_t wrong = 0, near = 0;
  const auto word = [&random] {
    std::string made(1 + random() % 14, 'a');
    for (char& c : made) c = static_cast<char>('a' + random() % 3);
    return made;
  };
  for (int round = 0; round < 20'000; ++round) {
    const std::string wanted = word();
    const std::vector<std::string> all{word(), word(), word()};
    std::string nearest;
    std::size_t least =
        wanted.size() < 2 ? 1 : std::max<std::size_t>(1, wanted.size() / 3) + 1;
    for (const std::string& each : all) {
      const auto distance = distance_of(wanted, each);
      if (distance < least) nearest = each;
      least = std::min(least, distance);
    }
    if (!nearest.empty()) ++near;
    if (did_you_mean(wanted, all) != nearest) ++wrong;
  }
  CHECK(wrong == 0);
  CHECK(near > 1'000);
}

}  // namespace norma_test::text_test
