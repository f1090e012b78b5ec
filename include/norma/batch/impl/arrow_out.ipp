// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <norma/batch/arrow.hpp>

#include <algorithm>  // std::count_if
#include <array>      // std::array
#include <cstdint>    // std::int64_t
#include <deque>      // std::deque
#include <memory>     // std::shared_ptr, std::unique_ptr
#include <string>     // std::string
#include <utility>    // std::move
#include <vector>     // std::vector

// Verdicts, reasons and distances as a record batch.

namespace norma::batch {

namespace detail {

/// What was handed over: kept by each array and schema that points into it, as a
/// consumer may take a child away and release the others.
struct handed_over {
  std::shared_ptr<const verdicts> found;
  std::string node_words;  ///< the dictionary of reasons
  std::vector<std::int32_t> node_ends;
  std::deque<std::vector<std::uint8_t>> known;  ///< of reasons and distances: a bit a row
  std::deque<std::string> texts;                ///< of distances, and what they are in
  std::deque<std::vector<std::int64_t>> ends;
  std::deque<std::string> names;
  // Nothing of these moves once it is pointed to.
  std::deque<std::array<const void*, 3>> buffers;
  std::deque<ArrowArray> arrays;
  std::deque<ArrowSchema> schemas;
  std::vector<ArrowArray*> array_children;
  std::vector<ArrowSchema*> schema_children;
};
using owner = std::shared_ptr<handed_over>;

inline constexpr char verdict_words[] = "passfailundeterminednot_applicable";
inline constexpr std::int32_t verdict_ends[] = {0, 4, 8, 20, 34};

/// Releases what is below, then lets go of what was handed over.
template <class Structure>
void release(Structure* of) {
  for (std::int64_t i = 0; i < of->n_children; ++i) {
    if (of->children[i]->release != nullptr) of->children[i]->release(of->children[i]);
  }
  if (of->dictionary != nullptr && of->dictionary->release != nullptr) {
    of->dictionary->release(of->dictionary);
  }
  of->release = nullptr;
  delete static_cast<owner*>(of->private_data);
}

[[nodiscard]] inline ArrowArray* array_over(const owner& all, std::int64_t length,
                                            std::int64_t buffers,
                                            std::array<const void*, 3> of) {
  all->buffers.push_back(of);
  all->arrays.push_back({length, 0, 0, buffers, 0, all->buffers.back().data(), nullptr,
                         nullptr, nullptr, nullptr});
  return &all->arrays.back();
}
[[nodiscard]] inline ArrowSchema* schema_over(const owner& all, const char* format,
                                              std::string name) {
  all->names.push_back(std::move(name));
  all->schemas.push_back({format, all->names.back().c_str(), nullptr, 0, 0, nullptr,
                          nullptr, nullptr, nullptr});
  return &all->schemas.back();
}

/// From now on each array and schema keeps what was handed over. Before, none does: what
/// ends for want of memory leaves nothing behind.
inline void keep_each(const owner& all) {
  std::vector<std::unique_ptr<owner>> keepers(all->arrays.size() + all->schemas.size());
  for (auto& each : keepers) each = std::make_unique<owner>(all);
  auto next = keepers.begin();
  const auto keep = [&next](auto& of) {
    of.private_data = (next++)->release();
    of.release = release;
  };
  for (ArrowArray& each : all->arrays) keep(each);
  for (ArrowSchema& each : all->schemas) keep(each);
}

inline void add_child(const owner& all, ArrowSchema* schema, ArrowArray* array,
                      ArrowArray* entries) {
  schema->dictionary = schema_over(all, "u", "");
  array->dictionary = entries;
  all->schema_children.push_back(schema);
  all->array_children.push_back(array);
}

inline void add_verdicts(const owner& all, std::int64_t rows) {
  for (std::size_t i = 0; i < all->found->columns.size(); ++i) {
    ArrowArray* array =
        array_over(all, rows, 2, {nullptr, all->found->columns[i].data(), nullptr});
    add_child(all, schema_over(all, "c", all->found->paths[i]), array,
              array_over(all, 4, 3, {nullptr, verdict_ends, verdict_words}));
  }
}

/// Marks the rows whose code is none; how many they are.
template <class Code>
[[nodiscard]] std::pair<const std::uint8_t*, std::int64_t> mark_known(
    const owner& all, const std::vector<Code>& codes) {
  auto& known = all->known.emplace_back((codes.size() + 7) / 8 + 8);
  const auto bits_of = [&codes](std::size_t first, std::size_t count) {
    unsigned bits = 0;
    for (std::size_t i = 0; i < count; ++i)
      bits |= (codes[first + i] >= 0 ? 1U : 0U) << i;
    return static_cast<std::uint8_t>(bits);
  };
  const std::size_t whole = codes.size() / 8;
  for (std::size_t i = 0; i < whole; ++i) known[i] = bits_of(8 * i, 8);
  known[whole] = bits_of(8 * whole, codes.size() % 8);
  const auto unknown =
      std::count_if(codes.begin(), codes.end(), [](Code code) { return code < 0; });
  return {known.data(), static_cast<std::int64_t>(unknown)};
}

/// In two bits each: a pass is true, a fail false, neither null.
inline void add_bits(const owner& all, std::int64_t rows) {
  for (std::size_t i = 0; i < all->found->bits.size(); ++i) {
    const verdict_bits& bits = all->found->bits[i];
    ArrowArray* array =
        array_over(all, rows, 2, {bits.decided.data(), bits.passes.data(), nullptr});
    array->null_count = -1;  // not counted
    ArrowSchema* schema = schema_over(all, "b", all->found->paths[i]);
    schema->flags = ARROW_FLAG_NULLABLE;
    all->schema_children.push_back(schema);
    all->array_children.push_back(array);
  }
}

inline void add_reasons(const owner& all, std::int64_t rows) {
  const verdicts& found = *all->found;
  all->node_ends.push_back(0);
  for (const std::string& path : found.nodes) {
    all->node_words += path;
    all->node_ends.push_back(static_cast<std::int32_t>(all->node_words.size()));
  }
  for (std::size_t i = 0; i < found.reasons.size(); ++i) {
    const auto marks = mark_known(all, found.reasons[i]);
    ArrowArray* array =
        array_over(all, rows, 2, {marks.first, found.reasons[i].data(), nullptr});
    array->null_count = marks.second;
    ArrowSchema* schema = schema_over(all, "s", found.paths[i] + " reason");
    schema->flags = ARROW_FLAG_NULLABLE;
    add_child(all, schema, array,
              array_over(all, static_cast<std::int64_t>(found.nodes.size()), 3,
                         {nullptr, all->node_ends.data(), all->node_words.data()}));
  }
}

/// Texts of memory that stays: the bytes, and where each of them ends.
template <class Text>
[[nodiscard]] std::array<const void*, 3> texts_over(const owner& all, std::size_t count,
                                                    const std::uint8_t* known,
                                                    const Text& text) {
  std::string& bytes = all->texts.emplace_back();
  auto& ends = all->ends.emplace_back(1);
  for (std::size_t i = 0; i < count; ++i) {
    bytes += text(i);
    ends.push_back(static_cast<std::int64_t>(bytes.size()));
  }
  return {known, ends.data(), bytes.data()};
}

/// Of each part the distances as exact texts, and the facts that they are in.
inline void add_distances(const owner& all, std::int64_t rows) {
  const verdicts& found = *all->found;
  for (const distance_column& each : found.distances) {
    const auto marks = mark_known(all, each.facts);
    const auto by = [&](std::size_t row) {
      return each.facts[row] < 0 ? std::string() : each.by[row].to_string();
    };
    ArrowArray* array =
        array_over(all, rows, 3, texts_over(all, each.by.size(), marks.first, by));
    array->null_count = marks.second;
    ArrowSchema* schema = schema_over(all, "U", each.path + " distance");
    schema->flags = ARROW_FLAG_NULLABLE;
    all->schema_children.push_back(schema);
    all->array_children.push_back(array);
    array = array_over(all, rows, 2, {marks.first, each.facts.data(), nullptr});
    array->null_count = marks.second;
    schema = schema_over(all, "i", each.path + " distance in");
    schema->flags = ARROW_FLAG_NULLABLE;
    const std::size_t names = found.fact_names.size();
    const auto name = [&](std::size_t i) { return found.fact_names[i]; };
    ArrowArray* entries = array_over(all, static_cast<std::int64_t>(names), 3,
                                     texts_over(all, names, nullptr, name));
    add_child(all, schema, array, entries);
    schema->dictionary->format = "U";
  }
}

}  // namespace detail

NORMA_INLINE void to_arrow(std::shared_ptr<const verdicts> found, ArrowSchema& schema,
                           ArrowArray& batch) {
  const auto all = std::make_shared<detail::handed_over>();
  all->found = std::move(found);
  const verdicts& has = *all->found;
  const auto rows =
      static_cast<std::int64_t>(has.columns.empty() ? has.rows : has.columns[0].size());
  detail::add_verdicts(all, rows);
  detail::add_bits(all, rows);
  detail::add_reasons(all, rows);
  detail::add_distances(all, rows);
  ArrowArray* columns = detail::array_over(all, rows, 1, {nullptr, nullptr, nullptr});
  columns->n_children = static_cast<std::int64_t>(all->array_children.size());
  columns->children = all->array_children.data();
  ArrowSchema* fields = detail::schema_over(all, "+s", "");
  fields->n_children = static_cast<std::int64_t>(all->schema_children.size());
  fields->children = all->schema_children.data();
  detail::keep_each(all);
  batch = *columns;
  schema = *fields;
}

NORMA_INLINE void to_arrow(verdicts found, ArrowSchema& schema, ArrowArray& batch) {
  to_arrow(std::make_shared<const verdicts>(std::move(found)), schema, batch);
}

}  // namespace norma::batch
