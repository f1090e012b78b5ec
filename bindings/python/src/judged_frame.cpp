// SPDX-License-Identifier: Apache-2.0
#include "judged_frame.hpp"

#include "judged_pack.hpp"

#include <algorithm>   // std::min
#include <bit>         // std::popcount
#include <cerrno>      // EINVAL
#include <functional>  // std::function
#include <limits>      // std::numeric_limits
#include <stdexcept>   // std::out_of_range

namespace norma_python {

namespace {

void expect_success(ArrowArrayStream& from, int code) {
  if (code == 0) return;
  const char* words = from.get_last_error(&from);
  throw norma::error(words == nullptr ? "the Arrow stream failed" : words);
}

schema_ptr schema_from(ArrowArrayStream& from) {
  const auto schema = std::make_shared<owned<ArrowSchema>>();
  expect_success(from, from.get_schema(&from, &schema->content));
  return schema;
}

/// Null at the end.
array_ptr next_from(ArrowArrayStream& from) {
  const auto batch = std::make_shared<owned<ArrowArray>>();
  expect_success(from, from.get_next(&from, &batch->content));
  if (batch->content.release == nullptr) return nullptr;
  return batch;
}

/// Of 64 rows in two bits: which of them there are is in `rows`.
void count_word(std::uint64_t passes, std::uint64_t decided, std::uint64_t rows,
                verdict_counts& to) {
  const auto add = [&](norma::verdict which, std::uint64_t bits) {
    to[static_cast<std::size_t>(which)] +=
        static_cast<std::size_t>(std::popcount(bits & rows));
  };
  add(norma::verdict::pass, passes & decided);
  add(norma::verdict::fail, ~passes & decided);
  add(norma::verdict::not_applicable, passes & ~decided);
  add(norma::verdict::undetermined, ~passes & ~decided);
}

/// Many at once: in bytes, in as many as those can count.
void count_codes(const std::vector<norma::verdict>& all, verdict_counts& to) {
  constexpr std::size_t at_once = 255;
  for (std::size_t first = 0; first < all.size(); first += at_once) {
    const std::size_t rows = std::min(at_once, all.size() - first);
    std::uint8_t passes = 0, fails = 0, open = 0;
    for (std::size_t i = first; i < first + rows; ++i) {
      passes = static_cast<std::uint8_t>(passes + (all[i] == norma::verdict::pass));
      fails = static_cast<std::uint8_t>(fails + (all[i] == norma::verdict::fail));
      open = static_cast<std::uint8_t>(open + (all[i] == norma::verdict::undetermined));
    }
    to[static_cast<std::size_t>(norma::verdict::pass)] += passes;
    to[static_cast<std::size_t>(norma::verdict::fail)] += fails;
    to[static_cast<std::size_t>(norma::verdict::undetermined)] += open;
    to[static_cast<std::size_t>(norma::verdict::not_applicable)] +=
        rows - passes - fails - open;
  }
}

void count(const norma::batch::verdicts& in, std::vector<verdict_counts>& to) {
  for (std::size_t column = 0; column < to.size(); ++column) {
    if (in.bits.empty()) {
      count_codes(in.columns[column], to[column]);
      continue;
    }
    const auto& bits = in.bits[column];
    for (std::size_t row = 0; row < in.rows; row += 64) {
      const std::size_t rest = in.rows - row;
      const auto rows = rest < 64 ? (std::uint64_t{1} << rest) - 1 : ~std::uint64_t{0};
      count_word(bits.passes[row / 64], bits.decided[row / 64], rows, to[column]);
    }
  }
}

/// What a stream is read from.
struct stream_source {
  std::function<ArrowSchema()> schema;
  std::function<ArrowArray()> next;  ///< released already: the end
  norma::language lang;
  std::string failure = {};
};

stream_source& source_of(ArrowArrayStream* s) {
  return *static_cast<stream_source*>(s->private_data);
}

template <class Make, class Structure>
int hand_out(stream_source& in, const Make& make, Structure* to) {
  try {
    *to = make();
    return 0;
  } catch (const norma::rule_error& e) {
    in.failure.clear();
    for (const auto& each : e.diagnostics()) in.failure += norma::render(each, in.lang);
  } catch (const std::exception& e) {
    in.failure = e.what();
  }
  return EINVAL;
}

ArrowArrayStream stream_from(std::unique_ptr<stream_source> source) {
  ArrowArrayStream stream{};
  stream.get_schema = [](ArrowArrayStream* s, ArrowSchema* to) {
    return hand_out(source_of(s), source_of(s).schema, to);
  };
  stream.get_next = [](ArrowArrayStream* s, ArrowArray* to) {
    return hand_out(source_of(s), source_of(s).next, to);
  };
  stream.get_last_error = [](ArrowArrayStream* s) -> const char* {
    return source_of(s).failure.empty() ? nullptr : source_of(s).failure.c_str();
  };
  stream.release = [](ArrowArrayStream* s) {
    delete &source_of(s);
    s->release = nullptr;
  };
  stream.private_data = source.release();
  return stream;
}

}  // namespace

void count_turns(const norma::batch::verdicts& before, const norma::batch::verdicts& now,
                 std::size_t column, verdict_turns& to) {
  for (std::size_t row = 0; row < now.rows; ++row) {
    const auto was = static_cast<std::size_t>(before.at(column, row));
    ++to[was][static_cast<std::size_t>(now.at(column, row))];
  }
}

judged_frame::judged_frame(const criterion& by, frame_options options,
                           owned<ArrowArrayStream>& from) {
  judge_ = std::make_shared<const frame_judge>(by, std::move(options),
                                               schema_from(from.content));
  while (auto batch = next_from(from.content)) {
    batches_.push_back(judge_->judge(std::move(batch), rows_));
    rows_ += batches_.back().size();
  }
}

judged_frame::judged_frame(const criterion& by, const judged_frame& rows) {
  auto options = rows.judge().options();
  options.distances = false;
  judge_ =
      std::make_shared<const frame_judge>(by, std::move(options), rows.judge().schema());
  for (const auto& each : rows.batches_) {
    batches_.push_back(judge_->judge(each.rows, rows_));
    rows_ += batches_.back().size();
  }
}

std::vector<norma::diagnostic> judged_frame::warnings() const {
  return batches_.empty() ? std::vector<norma::diagnostic>()
                          : judge_->warnings(batches_.front());
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

std::size_t judged_frame::erring_rows() const {
  std::size_t all = 0;
  for (const auto& each : batches_) all += each.verdicts->erring_rows;
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
  const auto& batch = batch_of(row);
  return judge_->explain(batch, row, remedies);
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
  return stream_from(std::make_unique<stream_source>(
      stream_source{schema, next, frame->judge().lang()}));
}

ArrowArrayStream stream_of(std::shared_ptr<const judged_pack> pack) {
  const auto schema = [pack] { return pack->result_schema(); };
  const auto next = [pack, place = std::size_t{0}]() mutable {
    return place == pack->batches() ? ArrowArray{} : pack->result_batch(place++);
  };
  return stream_from(
      std::make_unique<stream_source>(stream_source{schema, next, pack->lang()}));
}

namespace {

void note_errors(const frame_judge& judge, const judged_batch& found,
                 running_counts& to) {
  to.erring_rows += found.verdicts->erring_rows;
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
  const auto schema = [judge] { return judge->result_schema(); };
  const auto next = [judge, input, counts] {
    auto batch = next_from(input->content);
    if (!batch) return ArrowArray{};
    const judged_batch found = judge->judge(std::move(batch), counts->rows);
    count(*found.verdicts, counts->counts);
    if (counts->rows == 0) counts->warnings = judge->warnings(found);
    note_errors(*judge, found, *counts);
    counts->rows += found.size();
    return judge->result_batch(found);
  };
  return stream_from(
      std::make_unique<stream_source>(stream_source{schema, next, judge->lang()}));
}

}  // namespace norma_python
