// SPDX-License-Identifier: Apache-2.0
#include <norma/batch/arrow.hpp>

#include <array>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include <norma/batch/plan.hpp>
#include <norma/core/error.hpp>

#include "assess/sample_pack.hpp"
#include "catch.hpp"

// Structures of Arrow that promise what they have not: each is told, none is followed.

namespace norma_test::arrow_hostile_test {

namespace {

/// A record batch of a column of counts, one of string views, one of lists of structures
/// and one of dictionaries, three rows each.
struct sent_batch {
  std::array<std::int32_t, 3> counts{1, 2, 3};
  std::array<std::int32_t, 4> ends{0, 1, 2, 3};
  std::array<std::int8_t, 3> codes{0, 1, 0};
  std::array<std::int32_t, 3> word_ends{0, 5, 10};
  std::string letters = "smalllarge", bytes = "a string of many bytes";
  std::array<std::int64_t, 1> sizes{22};
  std::array<std::array<std::int32_t, 4>, 3> views{};

  std::array<const void*, 3> of_counts{nullptr, counts.data()};
  std::array<const void*, 4> of_views{};
  std::array<const void*, 2> of_lists{nullptr, ends.data()};
  std::array<const void*, 1> of_batch{nullptr}, of_events{nullptr};
  std::array<const void*, 2> of_codes{nullptr, codes.data()};
  std::array<const void*, 3> of_words{nullptr, word_ends.data(), letters.data()};

  ArrowSchema schema{}, due{}, town{}, events{}, event{}, paid{}, size{}, word{};
  ArrowArray batch{}, dues{}, towns{}, lists{}, structures{}, paids{}, size_codes{},
      words{};
  std::array<ArrowSchema*, 4> fields{&due, &town, &events, &size};
  std::array<ArrowArray*, 4> columns{&dues, &towns, &lists, &size_codes};
  ArrowSchema *event_field = &event, *paid_field = &paid;
  ArrowArray *event_column = &structures, *paid_column = &paids;

  sent_batch() {
    for (auto& each : views) {
      each[0] = 22;
      std::memcpy(&each[1], bytes.data(), 4);
    }
    of_views = {nullptr, views.data(), bytes.data(), sizes.data()};
    describe(schema, "+s", "", fields);
    describe(due, "i", "due");
    describe(town, "vu", "town");
    describe(events, "+l", "events");
    events.n_children = 1;
    events.children = &event_field;
    describe(event, "+s", "item");
    event.n_children = 1;
    event.children = &paid_field;
    describe(paid, "i", "paid");
    describe(size, "c", "size");
    describe(word, "u", "");
    size.dictionary = &word;
    fill(batch, of_batch);
    batch.n_children = 4;
    batch.children = columns.data();
    fill(dues, of_counts, 2);
    fill(towns, of_views);
    fill(lists, of_lists);
    lists.n_children = 1;
    lists.children = &event_column;
    fill(structures, of_events);
    structures.n_children = 1;
    structures.children = &paid_column;
    fill(paids, of_counts, 2);
    fill(size_codes, of_codes);
    size_codes.dictionary = &words;
    fill(words, of_words);
    words.length = 2;
  }
  sent_batch(const sent_batch&) = delete;
  sent_batch& operator=(const sent_batch&) = delete;

  /// The codes that are told where it is read and judged; "" where it is judged.
  [[nodiscard]] std::string told() const {
    sample_pack s;
    s.count("due").words("town").category("size", {"small", "large"});
    s.records("events", {{"paid", fact_type::count}});
    const norma::batch::plan plan(
        s.standard({part("due", "due >= 1"), part("town", "town != \"a\""),
                    part("size", "size = \"small\" or size = \"large\""),
                    part("events", "total(events.paid) >= 1")}),
        {.as_of = today});
    try {
      const auto units = norma::batch::from_arrow("enterprise", schema, batch);
      const auto found = plan.judge(units);
      CHECK(found.columns.front() == std::vector(units.rows, norma::verdict::pass));
    } catch (const norma::rule_error& e) {
      std::string codes;
      for (const auto& d : e.diagnostics()) {
        if (d.level() == norma::severity::error)
          codes += d.code + ' ' + d.arguments.at(0);
      }
      return codes;
    }
    return "";
  }

 private:
  static void describe(ArrowSchema& s, const char* format, const char* name) {
    s.format = format;
    s.name = name;
  }
  template <std::size_t N>
  static void describe(ArrowSchema& s, const char* format, const char* name,
                       std::array<ArrowSchema*, N>& children) {
    describe(s, format, name);
    s.n_children = N;
    s.children = children.data();
  }
  template <std::size_t N>
  static void fill(ArrowArray& a, std::array<const void*, N>& buffers,
                   std::int64_t count = N) {
    a.length = 3;
    a.n_buffers = count;
    a.buffers = buffers.data();
  }
};

std::string told(const std::function<void(sent_batch&)>& spoil) {
  sent_batch sent;
  spoil(sent);
  return sent.told();
}

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

}  // namespace

TEST_CASE("a record batch that has what it promises is judged") {
  CHECK(told([](sent_batch&) {}).empty());
}

TEST_CASE("lengths and offsets that no memory has are told") {
  for (const std::int64_t n : {std::int64_t{-1}, -most, most, most / 2, most / 16}) {
    INFO(n);
    CHECK(told([&](auto& of) { of.batch.length = n; }) == "N0667 ");
    CHECK(told([&](auto& of) { of.batch.offset = n; }) == "N0667 ");
    CHECK(told([&](auto& of) { of.dues.length = n; }) == "N0667 due");
    CHECK(told([&](auto& of) { of.dues.offset = n; }) == "N0667 due");
    CHECK(told([&](auto& of) { of.towns.offset = n; }) == "N0667 town");
    CHECK(told([&](auto& of) { of.lists.length = n; }) == "N0667 events");
    CHECK(told([&](auto& of) { of.structures.offset = n; }) == "N0667 events[]");
    CHECK(told([&](auto& of) { of.paids.length = n; }) == "N0667 events[].paid");
    CHECK(told([&](auto& of) { of.words.length = n; }) == "N0667 size");
  }
  CHECK(told([](auto& of) { of.batch.length = 4; }) == "N0667 due");
  CHECK(told([](auto& of) { of.batch.offset = 1; }) == "N0667 due");
  CHECK(told([](auto& of) { of.structures.length = 2; }) == "N0668 events[]");
  CHECK(told([](auto& of) { of.paids.length = 2; }) == "N0668 events[].paid");
}

TEST_CASE("buffers and children that are not there are told") {
  for (const std::int64_t n : {-1, 0, 1}) {
    INFO(n);
    CHECK(told([&](auto& of) { of.dues.n_buffers = n; }) == "N0667 due");
    CHECK(told([&](auto& of) { of.towns.n_buffers = n; }) == "N0667 town");
    CHECK(told([&](auto& of) { of.words.n_buffers = n; }) == "N0667 size");
  }
  CHECK(told([](auto& of) { of.batch.n_buffers = 0; }) == "N0667 ");
  CHECK(told([](auto& of) { of.batch.buffers = nullptr; }) == "N0667 ");
  CHECK(told([](auto& of) { of.dues.buffers = nullptr; }) == "N0667 due");
  CHECK(told([](auto& of) { of.of_counts[1] = nullptr; }) == "N0667 due");
  CHECK(told([](auto& of) { of.of_lists[1] = nullptr; }) == "N0667 events");
  CHECK(told([](auto& of) { of.dues.null_count = 1; }) == "N0667 due");
  CHECK(told([](auto& of) { of.batch.null_count = 1; }) == "N0667 ");
  for (const std::int64_t n : {-1, 0, 3, 5}) {
    INFO(n);
    CHECK(told([&](auto& of) { of.batch.n_children = n; }) == "N0667 ");
    CHECK(told([&](auto& of) { of.lists.n_children = n; }) == "N0667 events");
    CHECK(told([&](auto& of) { of.events.n_children = n; }) == "N0667 events");
    CHECK(told([&](auto& of) { of.structures.n_children = n; }) == "N0667 events[]");
  }
  CHECK(told([](auto& of) { of.batch.children = nullptr; }) == "N0667 ");
  CHECK(told([](auto& of) { of.schema.children = nullptr; }) == "N0667 ");
  CHECK(told([](auto& of) { of.columns[2] = nullptr; }) == "N0667 ");
  CHECK(told([](auto& of) { of.fields[2] = nullptr; }) == "N0667 ");
  CHECK(told([](auto& of) { of.event_column = nullptr; }) == "N0667 events");
  CHECK(told([](auto& of) { of.event_field = nullptr; }) == "N0667 events");
  CHECK(told([](auto& of) { of.lists.children = nullptr; }) == "N0667 events");
  CHECK(told([](auto& of) { of.size_codes.dictionary = nullptr; }) == "N0667 size");
  CHECK(told([](auto& of) { of.size.dictionary = nullptr; }) == "N0667 size");
  CHECK(told([](auto& of) { of.schema.format = nullptr; }) == "N0666 ");
  CHECK(told([](auto& of) { of.town.format = nullptr; }) == "N0666 town");
  // Of a type without children none is looked at.
  CHECK(told([](auto& of) { of.dues.n_children = of.due.n_children = 7; }).empty());
  CHECK(told([](auto& of) { of.towns.n_children = 7; }).empty());
}

TEST_CASE("types that are none are told") {
  for (const char* format :
       {"d:", "d:9", "d:9,", "d:9,2,", "d:9,2,256", "d:9,99999999999", "d:9,-1", "d:9,39",
        "d:9,2x", "tss", "tss:UTC", "+", "", "+m"}) {
    INFO(format);
    CHECK(told([&](auto& of) { of.due.format = format; }) == "N0666 due");
  }
  // A dictionary of codes that are no integers.
  for (const char* format : {"f", "g", "u", "vu", "tdm", "n", "b"}) {
    INFO(format);
    CHECK(!told([&](auto& of) { of.size.format = format; }).empty());
  }
  CHECK(told([](auto& of) { of.word.format = "i"; }) == "N0666 size");
}

TEST_CASE("views that point outside of their array are told with their row") {
  const auto spoiled = [](std::size_t word, std::int32_t to) {
    return told([&](sent_batch& of) { of.views[1][word] = to; });
  };
  CHECK(spoiled(0, -1) == "N0695 town");
  CHECK(spoiled(0, 23) == "N0695 town");
  CHECK(spoiled(0, std::numeric_limits<std::int32_t>::max()) == "N0695 town");
  CHECK(spoiled(2, 1) == "N0695 town");
  CHECK(spoiled(2, -1) == "N0695 town");
  CHECK(spoiled(3, 1) == "N0695 town");
  CHECK(spoiled(3, -1) == "N0695 town");
  CHECK(spoiled(3, std::numeric_limits<std::int32_t>::max()) == "N0695 town");
  CHECK(told([](auto& of) { of.of_views[2] = nullptr; }) == "N0695 town");
  CHECK(told([](auto& of) { of.of_views[3] = nullptr; }) == "N0695 town");
  CHECK(told([](auto& of) { of.towns.n_buffers = 3; }) == "N0695 town");
  CHECK(told([](auto& of) { of.sizes[0] = -1; }) == "N0695 town");
}

TEST_CASE("columns below columns without an end are told") {
  CHECK(told([](auto& of) {
          of.event_field = &of.events;
          of.event_column = &of.lists;
        }).starts_with("N0667 events[][]"));
  CHECK(told([](auto& of) {
          of.paid_field = &of.event;
          of.paid_column = &of.structures;
        }).starts_with("N0667 events[].item.item"));
}

}  // namespace norma_test::arrow_hostile_test
