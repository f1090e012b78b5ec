// SPDX-License-Identifier: Apache-2.0
#include "judged_stream.hpp"

#include <utility>  // std::move

#include "arrow_stream.hpp"

namespace norma_python {

namespace {

void note_errors(const frame_judge& judge, const judged_batch& found,
                 running_counts& to) {
  count_erring(*found.verdicts, to.erring);
  for (const auto row : found.verdicts->erring) {
    if (to.errors.size() >= most_erring_told) return;
    for (auto& each : judge.data_errors(found, row, std::to_string(to.rows + row)))
      to.errors.push_back(std::move(each));
  }
}

}  // namespace

ArrowArrayStream judged_as_read(const criterion& by, frame_options options,
                                std::unique_ptr<owned<ArrowArrayStream>> from,
                                std::shared_ptr<running_counts> counts) {
  const std::shared_ptr<owned<ArrowArrayStream>> input = std::move(from);
  const auto judge = std::make_shared<const frame_judge>(by, std::move(options),
                                                         schema_from(input->content));
  counts->columns = judge->columns();
  counts->counts.resize(judge->columns().size());
  // What is wrong or odd about the columns is told before a batch is read.
  counts->warnings = judge->warnings(judge->judge_without_rows());
  const auto schema = [judge] { return judge->result_schema(); };
  const auto next = [judge, input, counts] {
    auto batch = next_from(input->content);
    if (!batch) return ArrowArray{};
    const judged_batch found = judge->judge(std::move(batch), counts->rows);
    count(*found.verdicts, counts->counts);
    note_errors(*judge, found, *counts);
    counts->rows += found.size();
    return judge->result_batch(found);
  };
  return stream_from(schema, next, judge->lang());
}

}  // namespace norma_python
