// SPDX-License-Identifier: Apache-2.0
#include "judged_pack.hpp"

#include <algorithm>  // std::all_of, std::equal, std::find
#include <cstdint>    // std::int16_t
#include <map>        // std::map
#include <set>        // std::set
#include <stdexcept>  // std::invalid_argument, std::out_of_range
#include <utility>    // std::move

#include "arrow_stream.hpp"

namespace norma_python {

namespace {

/// The less, the more it says of a unit.
int rank(norma::verdict v) {
  switch (v) {
    case norma::verdict::fail: return 0;
    case norma::verdict::undetermined: return 1;
    case norma::verdict::pass: return 2;
    default: return 3;
  }
}

bool same_rows(const judged_frame& a, const judged_frame& b) {
  return std::equal(
      a.batches().begin(), a.batches().end(), b.batches().begin(), b.batches().end(),
      [](const auto& one, const auto& other) { return one.size() == other.size(); });
}

}  // namespace

judged_pack::judged_pack(std::vector<std::shared_ptr<const judged_frame>> by,
                         std::vector<std::string> ids)
    : by_(std::move(by)), ids_(std::move(ids)) {
  // Rows are put side by side by their place.
  for (const auto& each : by_) {
    if (!same_rows(*by_.front(), *each))
      throw std::invalid_argument("the frames have not the same rows");
  }
  if (by_.empty() || by_.size() != ids_.size())
    throw std::invalid_argument("a pack's frames are one for each of its standards");
  for (std::size_t batch = 0; batch <= by_.front()->batches().size(); ++batch) {
    // The last one is empty, and tells what all look like.
    const bool there = batch < by_.front()->batches().size();
    const std::size_t rows = there ? by_.front()->batches()[batch].size() : 0;
    norma::batch::verdicts all;
    all.paths = columns();
    all.rows = rows;
    all.columns.resize(ids_.size() + 1);
    all.nodes = ids_;
    all.reasons.emplace_back(rows);
    for (std::size_t i = 0; there && i < by_.size(); ++i) {
      all.columns[i + 1] = by_[i]->batches()[batch].verdicts->columns[0];
    }
    all.columns[0].resize(rows, norma::verdict::not_applicable);
    for (std::size_t row = 0; row < rows; ++row) {
      const auto which = stands_for(batch, row);
      all.reasons[0][row] = is_open(batch, row) ? std::int16_t{-1} : which;
      if (which >= 0)
        all.columns[0][row] = all.columns[static_cast<std::size_t>(which) + 1][row];
    }
    const auto found = std::make_shared<owned<ArrowArray>>();
    const auto described = std::make_shared<owned<ArrowSchema>>();
    const auto made = std::make_shared<const norma::batch::verdicts>(std::move(all));
    norma::batch::to_arrow(made, described->content, found->content);
    if (there) {
      verdicts_.push_back(made);
      found_.push_back(found);
    }
    described_ = described;
  }
}

std::vector<std::string> judged_pack::columns() const {
  std::vector<std::string> all{"verdict"};
  all.insert(all.end(), ids_.begin(), ids_.end());
  return all;
}

bool judged_pack::is_open(std::size_t batch, std::size_t row) const {
  return std::all_of(by_.begin(), by_.end(), [&](const auto& each) {
    return each->batches()[batch].is_open(row);
  });
}

std::int16_t judged_pack::stands_for(std::size_t batch, std::size_t row) const {
  std::int16_t which = -1;
  int best = rank(norma::verdict::not_applicable);
  for (std::size_t i = 0; i < by_.size(); ++i) {
    const int mine = rank(by_[i]->batches()[batch].verdicts->at(0, row));
    if (mine >= best) continue;
    best = mine;
    which = static_cast<std::int16_t>(i);
  }
  return which;
}

std::optional<std::size_t> judged_pack::standard_of(std::size_t row) const {
  for (std::size_t batch = 0; batch < found_.size(); ++batch) {
    const std::size_t rows = by_.front()->batches()[batch].size();
    if (row >= rows) {
      row -= rows;
      continue;
    }
    const auto which = stands_for(batch, row);
    if (which < 0) return std::nullopt;
    return static_cast<std::size_t>(which);
  }
  throw std::out_of_range("there is no such row");
}

std::vector<verdict_counts> judged_pack::counts() const {
  std::vector<verdict_counts> all(ids_.size() + 1);
  for (std::size_t i = 0; i < by_.size(); ++i) all[i + 1] = by_[i]->counts()[0];
  for (const auto& each : verdicts_) {
    for (const auto overall : each->columns[0])
      ++all[0][static_cast<std::size_t>(overall)];
  }
  return all;
}

verdict_counts judged_pack::erring_counts() const {
  verdict_counts all{};
  for (std::size_t batch = 0; batch < found_.size(); ++batch) {
    std::set<std::size_t> rows;
    for (const auto& each : by_) {
      const auto& erring = each->batches()[batch].verdicts->erring;
      rows.insert(erring.begin(), erring.end());
    }
    for (const std::size_t row : rows)
      ++all[static_cast<std::size_t>(verdicts_[batch]->at(0, row))];
  }
  return all;
}

row_errors judged_pack::errors_in(std::size_t batch) const {
  std::map<std::size_t, std::vector<std::string>> all;
  for (const auto& each : by_) {
    for (const auto& [row, texts] : each->batches()[batch].errors) {
      auto& to = all[row];
      for (const auto& text : texts) {
        if (std::find(to.begin(), to.end(), text) == to.end()) to.push_back(text);
      }
    }
  }
  return {all.begin(), all.end()};
}

std::vector<verdict_turns> judged_pack::turns_since(const judged_pack& before) const {
  std::vector<verdict_turns> all(ids_.size() + 1);
  for (std::size_t batch = 0; batch < found_.size(); ++batch) {
    for (std::size_t i = 0; i < all.size(); ++i)
      count_turns(*before.verdicts_[batch], *verdicts_[batch], i, all[i]);
  }
  return all;
}

ArrowSchema judged_pack::result_schema() const {
  auto children = by_.front()->judge().carried_fields();
  const ArrowSchema& own = described_->content;
  for (std::int64_t i = 0; i < own.n_children; ++i)
    children.push_back(share(*own.children[i], described_));
  rename(children.back(), "standard");
  if (tells_errors()) children.push_back(text_schema(errors_column));
  return with_children(own, std::move(children), described_);
}

ArrowArray judged_pack::result_batch(std::size_t place) const {
  auto children = by_.front()->judge().carried_columns(by_.front()->batches()[place]);
  const auto& found = found_[place];
  for (std::int64_t i = 0; i < found->content.n_children; ++i)
    children.push_back(share(*found->content.children[i], found));
  if (tells_errors()) {
    children.push_back(
        text_column(verdicts_[place]->rows, joined(errors_in(place), lang())));
  }
  return with_children(found->content, std::move(children), found);
}

ArrowArrayStream stream_of(std::shared_ptr<const judged_pack> pack) {
  const auto schema = [pack] { return pack->result_schema(); };
  const auto next = [pack, place = std::size_t{0}]() mutable {
    return place == pack->batches() ? ArrowArray{} : pack->result_batch(place++);
  };
  return stream_from(schema, next, pack->lang());
}

}  // namespace norma_python
