// SPDX-License-Identifier: Apache-2.0
#include "bench/counted_memory.hpp"

#include <atomic>
#include <cstdint>
#include <cstdlib>
#include <new>

#include <malloc.h>

namespace {

std::atomic<std::size_t> held{0};
std::atomic<std::size_t> most_held{0};
std::atomic<std::size_t> times_taken{0};
std::atomic<std::int64_t> times_left{-1};  // negative: as often as wanted

void* take(std::size_t size) {
  if (times_left >= 0 && times_left-- == 0) throw std::bad_alloc();
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  ++times_taken;
  const std::size_t now = held += malloc_usable_size(memory);
  for (std::size_t most = most_held; now > most;) {
    if (most_held.compare_exchange_weak(most, now)) break;
  }
  return memory;
}

void give_back(void* memory) {
  held -= malloc_usable_size(memory);
  std::free(memory);
}

}  // namespace

// NOLINTBEGIN: what replaces the program's own
void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return take(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept { give_back(memory); }
void operator delete[](void* memory) noexcept { give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { give_back(memory); }
void operator delete[](void* memory, std::size_t) noexcept { give_back(memory); }
// NOLINTEND

namespace norma_bench {

counted_memory::counted_memory() : before_(held), times_before_(times_taken) {
  most_held = before_;
}

std::size_t counted_memory::most() const { return most_held - before_; }
std::size_t counted_memory::times() const { return times_taken - times_before_; }

failing_memory::failing_memory(std::size_t times) {
  times_left = static_cast<std::int64_t>(times);
}
failing_memory::~failing_memory() { times_left = -1; }

}  // namespace norma_bench
