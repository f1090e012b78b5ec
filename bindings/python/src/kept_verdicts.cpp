// SPDX-License-Identifier: Apache-2.0
#include "kept_verdicts.hpp"

#include <cstdint>  // std::int16_t …
#include <mutex>    // std::mutex
#include <utility>  // std::move
#include <vector>   // std::vector

namespace norma_python {

namespace {

using norma::batch::verdicts;

std::size_t bytes_of(const verdicts& v) {
  std::size_t all = 0;
  for (const auto& each : v.columns) all += each.capacity();
  for (const auto& each : v.bits)
    all += (each.passes.capacity() + each.decided.capacity()) * sizeof(std::uint64_t);
  for (const auto& each : v.reasons) all += each.capacity() * sizeof(std::int16_t);
  return all;
}

/// What is less the allocator keeps itself.
constexpr std::size_t least_bytes = std::size_t{1} << 20;

class shelf {
 public:
  shelf() { kept_.reserve(most_kept_bytes / least_bytes); }

  /// Of those that are large enough the smallest; else empty ones.
  std::unique_ptr<verdicts> take(const verdicts_shape& wanted) {
    const std::lock_guard<std::mutex> one(using_);
    std::size_t best = kept_.size();
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const verdicts& each = *kept_[i];
      if (each.columns.size() != wanted.columns || each.bits.size() != wanted.bits ||
          each.reasons.size() != wanted.reasons || each.rows < wanted.rows)
        continue;
      if (best == kept_.size() || each.rows < kept_[best]->rows) best = i;
    }
    if (best == kept_.size()) return std::make_unique<verdicts>();
    auto found = std::move(kept_[best]);
    kept_.erase(kept_.begin() + static_cast<std::ptrdiff_t>(best));
    bytes_ -= bytes_of(*found);
    return found;
  }

  /// The oldest make room for it.
  void put(std::unique_ptr<verdicts> used) {
    used->distances.clear();
    used->erring = {};
    used->warnings = {};
    const std::size_t more = bytes_of(*used);
    if (more < least_bytes || more > most_kept_bytes) return;
    const std::lock_guard<std::mutex> one(using_);
    while (bytes_ + more > most_kept_bytes) {
      bytes_ -= bytes_of(*kept_.front());
      kept_.erase(kept_.begin());
    }
    bytes_ += more;
    kept_.push_back(std::move(used));
  }

 private:
  std::mutex using_;
  std::vector<std::unique_ptr<verdicts>> kept_;
  std::size_t bytes_ = 0;
};

shelf& kept() {
  static auto& all = *new shelf;  // for good: results may outlive what is static
  return all;
}

}  // namespace

std::shared_ptr<verdicts> verdicts_like(const verdicts_shape& wanted) {
  return {kept().take(wanted).release(),
          [](verdicts* used) { kept().put(std::unique_ptr<verdicts>(used)); }};
}

}  // namespace norma_python
