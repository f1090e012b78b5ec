// SPDX-License-Identifier: Apache-2.0
#pragma once

// Record batches over the memory of columns, as another library would hand them over.

#include <cstdint>  // std::int64_t
#include <cstring>  // std::memcpy
#include <deque>    // std::deque
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/batch/arrow.hpp>
#include <norma/batch/frame.hpp>

namespace norma_test {

/// A record batch of a frame's columns, from row `first` of it on. The frame's memory has
/// to outlive it; nothing of it is released, as all belongs to this.
class arrow_batch {
 public:
  arrow_batch(const norma::batch::frame& of, std::size_t first) {
    for (const auto& each : of.columns) {
      fields_.push_back(make(each.content, each.name, each.content.length));
    }
    for (auto& field : fields_) {
      schema_children_.push_back(field.schema);
      array_children_.push_back(field.array);
    }
    schema.format = "+s";
    schema.n_children = static_cast<std::int64_t>(fields_.size());
    schema.children = schema_children_.data();
    array.length = static_cast<std::int64_t>(of.rows - first);
    array.offset = static_cast<std::int64_t>(first);
    array.n_buffers = 1;
    array.buffers = nothing_;
    array.n_children = schema.n_children;
    array.children = array_children_.data();
  }
  arrow_batch(const arrow_batch&) = delete;
  arrow_batch& operator=(const arrow_batch&) = delete;

  ArrowSchema schema{};
  ArrowArray array{};

  /// Copies every buffer to an address that is so many bytes behind a multiple of 16:
  /// Arrow has any.
  void move_buffers(std::size_t by) {
    for (std::size_t i = 0; i < buffers_.size(); ++i) {
      for (std::size_t k = 0; k < buffers_[i].size(); ++k) {
        const void*& buffer = buffers_[i][k];
        const std::size_t size = sizes_[i][k];
        if (buffer == nullptr) continue;
        auto& copy = copies_.emplace_back(size + 16 + by);
        const auto address = reinterpret_cast<std::uintptr_t>(copy.data());
        unsigned char* to = copy.data() + (16 - address % 16) % 16 + by;
        std::memcpy(to, buffer, size);
        buffer = to;
      }
    }
  }

 private:
  struct both {
    ArrowSchema* schema;
    ArrowArray* array;
  };

  [[nodiscard]] static std::string format_of(const norma::batch::column& c) {
    using norma::batch::layout;
    switch (c.is == layout::dictionary ? c.codes : c.is) {
      case layout::boolean: return "b";
      case layout::int8: return "c";
      case layout::int16: return "s";
      case layout::int32: return "i";
      case layout::int64: return "l";
      case layout::float64: return "g";
      case layout::decimal128: return "d:38," + std::to_string(c.scale);
      case layout::date32: return "tdD";
      case layout::text: return "u";
      case layout::list: return "+l";
      case layout::structure: return "+s";
      default: return "n";
    }
  }

  both make(const norma::batch::column& c, const std::string& name, std::size_t length) {
    using norma::batch::layout;
    texts_.push_back(format_of(c));
    texts_.push_back(name);
    ArrowSchema& s = schemas_.emplace_back();
    ArrowArray& a = arrays_.emplace_back();
    s.format = texts_[texts_.size() - 2].c_str();
    s.name = texts_.back().c_str();
    auto& buffers = buffers_.emplace_back();
    auto& sizes = sizes_.emplace_back();
    const auto add = [&](const void* buffer, std::size_t size) {
      buffers.push_back(buffer);
      sizes.push_back(size);
    };
    const std::size_t values = c.offset + length;
    const std::size_t bits = (values + 7) / 8;
    const bool dictionary = c.is == layout::dictionary;
    const std::size_t width = norma::batch::width_of(dictionary ? c.codes : c.is);
    if (c.is != layout::none) add(c.valid_bits, bits);
    if (c.is == layout::text) {
      std::int32_t end = 0;
      std::memcpy(&end, static_cast<const char*>(c.offsets) + values * 4, 4);
      add(c.offsets, (values + 1) * 4);
      add(c.values, static_cast<std::size_t>(end));
    } else if (c.is == layout::list) {
      add(c.offsets, (values + 1) * 4);
    } else if (c.is != layout::structure && c.is != layout::none) {
      add(c.values, width == 0 ? bits : values * width);
    }
    a.length = static_cast<std::int64_t>(length);
    a.offset = static_cast<std::int64_t>(c.offset);
    a.null_count = c.valid_bits == nullptr ? 0 : -1;
    a.n_buffers = static_cast<std::int64_t>(buffers.size());
    a.buffers = buffers.data();
    if (c.is == layout::dictionary) {
      const auto& entries = c.children.front();
      const both made = make(entries.content, entries.name, entries.content.length);
      s.dictionary = made.schema;
      a.dictionary = made.array;
      return {&s, &a};
    }
    auto& schema_children = schema_lists_.emplace_back();
    auto& array_children = array_lists_.emplace_back();
    for (const auto& child : c.children) {
      const both made = make(child.content, child.name, child.content.length);
      schema_children.push_back(made.schema);
      array_children.push_back(made.array);
    }
    s.n_children = a.n_children = static_cast<std::int64_t>(schema_children.size());
    s.children = schema_children.data();
    a.children = array_children.data();
    return {&s, &a};
  }

  const void* nothing_[1] = {nullptr};
  std::deque<std::string> texts_;
  std::deque<ArrowSchema> schemas_;
  std::deque<ArrowArray> arrays_;
  std::deque<std::vector<const void*>> buffers_;
  std::deque<std::vector<std::size_t>> sizes_;
  std::deque<std::vector<unsigned char>> copies_;
  std::deque<std::vector<ArrowSchema*>> schema_lists_;
  std::deque<std::vector<ArrowArray*>> array_lists_;
  std::vector<both> fields_;
  std::vector<ArrowSchema*> schema_children_;
  std::vector<ArrowArray*> array_children_;
};

}  // namespace norma_test
