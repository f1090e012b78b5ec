// SPDX-License-Identifier: Apache-2.0
#pragma once

// Memory of Arrow's C interfaces: taken over, and handed out more than once.

#include <cstdint>  // std::int64_t
#include <memory>   // std::shared_ptr
#include <string>   // std::string
#include <utility>  // std::move
#include <vector>   // std::vector

#include <norma/batch/arrow_abi.hpp>

namespace norma_python {

/// An ArrowSchema, ArrowArray or ArrowArrayStream of one's own.
template <class Structure>
class owned {
 public:
  owned() = default;
  /// Takes over what a capsule holds, which is left released.
  explicit owned(Structure& from) : content(from) { from.release = nullptr; }
  owned(const owned&) = delete;
  owned& operator=(const owned&) = delete;
  ~owned() {
    if (content.release != nullptr) content.release(&content);
  }

  Structure content{};
};

using array_ptr = std::shared_ptr<const owned<ArrowArray>>;
using schema_ptr = std::shared_ptr<const owned<ArrowSchema>>;

/// What a structure that was handed out keeps alive.
template <class Structure>
struct handed_out {
  std::shared_ptr<const void> memory;
  std::string name;
  std::vector<std::unique_ptr<Structure>> below;
  std::vector<Structure*> children;
};

template <class Structure>
void take_back(Structure* of) {
  const std::unique_ptr<handed_out<Structure>> kept(
      static_cast<handed_out<Structure>*>(of->private_data));
  for (const auto& each : kept->below) {  // but what a consumer has moved away
    if (each->release != nullptr) each->release(each.get());
  }
  of->release = nullptr;
}

/// `head` with the children given, which it takes over; it lies in `memory`, which is
/// kept until its consumer lets go.
template <class Structure>
[[nodiscard]] Structure with_children(Structure head, std::vector<Structure> children,
                                      std::shared_ptr<const void> memory = nullptr) {
  auto kept = std::make_unique<handed_out<Structure>>();
  kept->memory = std::move(memory);
  for (Structure& each : children) {
    kept->below.push_back(std::make_unique<Structure>(each));
    kept->children.push_back(kept->below.back().get());
  }
  head.n_children = static_cast<std::int64_t>(kept->children.size());
  head.children = kept->children.data();
  head.release = take_back<Structure>;
  head.private_data = kept.release();
  return head;
}

/// The same memory once more.
template <class Structure>
[[nodiscard]] Structure share(const Structure& of,
                              const std::shared_ptr<const void>& memory) {
  std::vector<Structure> children;
  for (std::int64_t i = 0; i < of.n_children; ++i)
    children.push_back(share(*of.children[i], memory));
  Structure result = with_children(of, std::move(children), memory);
  if (of.dictionary != nullptr) {
    auto* kept = static_cast<handed_out<Structure>*>(result.private_data);
    kept->below.push_back(std::make_unique<Structure>(share(*of.dictionary, memory)));
    result.dictionary = kept->below.back().get();
  }
  return result;
}

/// An array of the type that has no row.
[[nodiscard]] inline ArrowArray without_rows(const ArrowSchema& of) {
  static constexpr std::int64_t zero = 0;  // where the first text or list would begin
  static const void* buffers[] = {nullptr, &zero, &zero};
  std::vector<ArrowArray> children;
  for (std::int64_t i = 0; i < of.n_children; ++i)
    children.push_back(without_rows(*of.children[i]));
  ArrowArray head{};
  head.n_buffers = 3;  // of any type that facts have: none has more
  head.buffers = buffers;
  auto result = with_children(head, std::move(children));
  if (of.dictionary != nullptr) {
    auto* kept = static_cast<handed_out<ArrowArray>*>(result.private_data);
    kept->below.push_back(std::make_unique<ArrowArray>(without_rows(*of.dictionary)));
    result.dictionary = kept->below.back().get();
  }
  return result;
}

/// Gives a schema that was made by the functions above another name.
inline void rename(ArrowSchema& schema, std::string name) {
  auto* kept = static_cast<handed_out<ArrowSchema>*>(schema.private_data);
  kept->name = std::move(name);
  schema.name = kept->name.c_str();
}

}  // namespace norma_python
