// SPDX-License-Identifier: Apache-2.0
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/rule/content.hpp>

#include "frame_judge.hpp"

namespace norma_python {

namespace {

std::shared_ptr<const frame_plan> make_plan(const criterion& by,
                                            const frame_options& options) {
  frame_plan made{options.as_of,
                  options.reasons,
                  options.distances,
                  options.booleans,
                  norma::batch::plan(by.gates, {.as_of = options.as_of}),
                  {},
                  {},
                  {},
                  {},
                  nullptr};
  made.by_rows = made.by.explain();
  if (by.points) {
    made.points.emplace(*by.points, norma::batch::plan_options{.as_of = options.as_of});
    for (auto& each : made.points->explain()) made.by_rows.push_back(std::move(each));
  }
  if (options.distances) made.parts = parts_of(by.gates);
  // A frame without rows shows what all results look like.
  norma::batch::verdicts none = made.by.judge(
      norma::batch::frame(by.gates.definition().unit, 0),
      {.reasons = options.reasons, .as_bits = options.booleans, .distances = made.parts});
  for (const auto& path : none.paths) made.columns.push_back(name_of_result(path));
  const auto described = std::make_shared<owned<ArrowSchema>>();
  owned<ArrowArray> unused;
  norma::batch::to_arrow(std::move(none), described->content, unused.content);
  made.described = described;
  return std::make_shared<const frame_plan>(std::move(made));
}

}  // namespace

std::string name_of_result(std::string_view path) {
  std::string name;
  for (const char c : path) name += c == ' ' ? "__" : std::string(1, c);
  return name.front() == '.' ? "verdict" + name.substr(1) : name;
}

std::shared_ptr<const frame_plan> plan_for(const criterion& by,
                                           const frame_options& options) {
  criterion_memory& memory = *by.memory;
  {
    const std::lock_guard<std::mutex> one(memory.lock);
    const auto& last = memory.plan;
    if (last != nullptr && last->as_of == options.as_of &&
        last->reasons == options.reasons && last->distances == options.distances &&
        last->booleans == options.booleans)
      return last;
  }
  auto made = make_plan(by, options);
  const std::lock_guard<std::mutex> one(memory.lock);
  return memory.plan = std::move(made);
}

}  // namespace norma_python
