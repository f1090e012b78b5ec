// SPDX-License-Identifier: Apache-2.0
#include "judged_frame.hpp"

#include <limits>     // std::numeric_limits
#include <stdexcept>  // std::out_of_range

#include "arrow_stream.hpp"

namespace norma_python {

judged_frame::judged_frame(const criterion& by, frame_options options,
                           owned<ArrowArrayStream>& from) {
  judge_ = std::make_shared<const frame_judge>(by, std::move(options),
                                               schema_from(from.content));
  while (auto batch = next_from(from.content)) {
    batches_.push_back(judge_->judge(std::move(batch), rows_));
    rows_ += batches_.back().size();
  }
  if (batches_.empty()) empty_ = judge_->judge_without_rows();
}

judged_frame::judged_frame(const criterion& by, const judged_frame& rows) {
  auto options = rows.judge().options();
  options.distances = options.errors = false;
  judge_ =
      std::make_shared<const frame_judge>(by, std::move(options), rows.judge().schema());
  for (const auto& each : rows.batches_) {
    batches_.push_back(judge_->judge(each.rows, rows_));
    rows_ += batches_.back().size();
  }
  if (batches_.empty()) empty_ = judge_->judge_without_rows();
}

std::vector<norma::diagnostic> judged_frame::warnings() const {
  return judge_->warnings(empty_ ? *empty_ : batches_.front());
}

std::vector<verdict_counts> judged_frame::counts() const {
  std::vector<verdict_counts> all(judge_->columns().size());
  for (const auto& each : batches_) count(*each.verdicts, all);
  return all;
}

std::vector<verdict_turns> judged_frame::turns_since(const judged_frame& before) const {
  std::vector<verdict_turns> all(judge_->columns().size());
  for (std::size_t column = 0; column < all.size(); ++column) {
    for (std::size_t batch = 0; batch < batches_.size(); ++batch) {
      count_turns(*before.batches_[batch].verdicts, *batches_[batch].verdicts, column,
                  all[column]);
    }
  }
  return all;
}

measured_frame judged_frame::measure(const std::vector<std::string>& paths) const {
  measured_frame all;
  all.parts.resize(paths.size());
  for (const auto& batch : batches_) {
    auto found = judge_->measure(batch, paths);
    all.names = std::move(found.fact_names);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto& each = found.distances[i];
      auto& to = all.parts[i];
      to.facts.insert(to.facts.end(), each.facts.begin(), each.facts.end());
      for (std::size_t row = 0; row < each.by.size(); ++row) {
        to.by.push_back(each.facts[row] < 0 ? std::numeric_limits<double>::quiet_NaN()
                                            : each.by[row].to_double());
      }
    }
  }
  return all;
}

verdict_counts judged_frame::erring_counts() const {
  verdict_counts all{};
  for (const auto& each : batches_) count_erring(*each.verdicts, all);
  return all;
}

std::vector<std::size_t> judged_frame::erring() const {
  std::vector<std::size_t> all;
  std::size_t before = 0;
  for (const auto& each : batches_) {
    for (const auto row : each.verdicts->erring) {
      if (all.size() == most_erring_told) return all;
      all.push_back(before + row);
    }
    before += each.size();
  }
  return all;
}

std::vector<norma::diagnostic> judged_frame::data_errors(std::size_t row,
                                                         const std::string& label) const {
  const auto& batch = batch_of(row);
  return judge_->data_errors(batch, row, label);
}

held_report judged_frame::explain(std::size_t row, bool remedies) const {
  const auto label = std::to_string(row);
  const auto& batch = batch_of(row);
  return judge_->explain(batch, row, label, remedies);
}

const judged_batch& judged_frame::batch_of(std::size_t& row) const {
  const std::size_t asked = row;
  for (const auto& each : batches_) {
    if (row < each.size()) return each;
    row -= each.size();
  }
  throw std::out_of_range("there is no row " + std::to_string(asked) + " among " +
                          std::to_string(rows_));
}

ArrowArrayStream stream_of(std::shared_ptr<const judged_frame> frame) {
  const auto schema = [frame] { return frame->judge().result_schema(); };
  const auto next = [frame, place = std::size_t{0}]() mutable {
    if (place == frame->batches().size()) return ArrowArray{};
    return frame->judge().result_batch(frame->batches()[place++]);
  };
  return stream_from(schema, next, frame->judge().lang());
}

}  // namespace norma_python
