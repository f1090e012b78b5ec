// SPDX-License-Identifier: Apache-2.0
#include "judged_stream.hpp"

#include <utility>  // std::move

#include "arrow_stream.hpp"

namespace norma_python {

namespace {

/// Adds what was found in a batch.
void add(const frame_judge& judge, const judged_batch& found, stream_counts& to) {
  count(*found.verdicts, to.counts);
  count_erring(*found.verdicts, to.erring);
  for (const auto row : found.verdicts->erring) {
    if (to.told == most_erring_told) break;
    ++to.told;
    for (auto& each : judge.data_errors(found, row, std::to_string(to.rows + row)))
      to.errors.push_back(std::move(each));
  }
  to.rows += found.size();
}

}  // namespace

ArrowArrayStream judged_as_read(const criterion& by, frame_options options,
                                std::unique_ptr<owned<ArrowArrayStream>> from,
                                std::shared_ptr<running_counts> counts) {
  const std::shared_ptr<owned<ArrowArrayStream>> input = std::move(from);
  const auto judge = std::make_shared<const frame_judge>(by, std::move(options),
                                                         schema_from(input->content));
  // What is wrong or odd about the columns is told before a batch is read.
  const auto odd = judge->warnings(judge->judge_without_rows());
  counts->with([&](stream_counts& to) {
    to.columns = judge->columns();
    to.counts.resize(to.columns.size());
    to.warnings = odd;
  });
  const auto schema = [judge] { return judge->result_schema(); };
  const auto next = [judge, input, counts] {
    auto batch = next_from(input->content);
    if (!batch) return ArrowArray{};
    const auto before = counts->with([](const auto& so_far) { return so_far.rows; });
    const judged_batch found = judge->judge(std::move(batch), before);
    counts->with([&](stream_counts& to) { add(*judge, found, to); });
    return judge->result_batch(found);
  };
  return stream_from(schema, next, judge->lang());
}

}  // namespace norma_python
