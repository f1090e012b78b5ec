// SPDX-License-Identifier: Apache-2.0
#include "frame_judge.hpp"

#include <algorithm>    // std::find
#include <string_view>  // std::string_view
#include <utility>      // std::move

#include <norma/core/message.hpp>
#include <norma/rule/content.hpp>
#include <norma/rule/fact_names.hpp>

#include "kept_verdicts.hpp"
#include "word_column.hpp"

namespace norma_python {

namespace {

using norma::batch::column;
using norma::batch::frame;

/// Texts, or nothing but blanks.
bool is_words(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) return is_words(*schema.dictionary);
  const std::string_view format = schema.format == nullptr ? "" : schema.format;
  return format == "u" || format == "U" || format == "vu" || format == "n";
}

/// Integers: numbers that an id may be.
bool is_whole(const ArrowSchema& schema) {
  const std::string_view format = schema.format == nullptr ? "" : schema.format;
  return schema.dictionary == nullptr && format.size() == 1 &&
         std::string_view("cCsSiIlL").find(format) != std::string_view::npos;
}

/// What a column without words holds, as messages call it.
const char* what_it_holds(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) return what_it_holds(*schema.dictionary);
  const std::string_view format = schema.format == nullptr ? "" : schema.format;
  if (format == "b") return "R0902";
  if (format == "+s") return "R0912";
  if (format.starts_with('+')) return "R0911";
  return format.starts_with('t') ? "R0905" : "R0903";
}

std::string name_of(const ArrowSchema& schema) {
  return schema.name == nullptr ? "" : schema.name;
}

/// The fact whose column, or whose days, the name is of.
std::optional<std::uint32_t> fact_named(const norma::vocabulary& words,
                                        std::string_view name) {
  if (const auto slot = words.find_fact(name)) return slot;
  const auto fact = norma::fact_of_days(name);
  return fact.empty() ? std::nullopt : words.find_fact(fact);
}

[[noreturn]] void refuse(std::string code, std::vector<std::string> arguments) {
  throw fact_error({{std::move(code), std::move(arguments), {}, {}}});
}

/// Refuses the name of a column that the frame has not.
void refuse_unless_there(const std::string& name, const ArrowSchema& frame) {
  std::vector<std::string> all;
  for (std::int64_t i = 0; i < frame.n_children; ++i)
    all.push_back(name_of(*frame.children[i]));
  if (std::find(all.begin(), all.end(), name) == all.end())
    refuse("N0671", {name, norma::did_you_mean(name, all)});
}

}  // namespace

frame_judge::frame_judge(const criterion& by, frame_options options, schema_ptr schema)
    : by_(by),
      options_(std::move(options)),
      schema_(std::move(schema)),
      plan_(plan_for(by_, options_)) {
  look_at_names();
}

void frame_judge::look_at_names() {
  const norma::vocabulary& words = by_.gates.words();
  // Listed only where a name is none of them.
  auto known = [&, all = std::vector<std::string>() ]() mutable -> const auto& {
    if (all.empty()) all = norma::fact_names(words);
    return all;
  };
  const auto& carry = options_.carry;
  bool any = false;
  for (std::int64_t i = 0; i < schema_->content.n_children; ++i) {
    const ArrowSchema& child = *schema_->content.children[i];
    const std::string name = name_of(child);
    if (std::find(carry.begin(), carry.end(), name) != carry.end())
      carried_.push_back(static_cast<std::size_t>(i));
    if (fact_named(words, name)) {
      any = true;
      wanted_.insert(name);
    } else if (name == "unit" && options_.others && !is_words(child)) {
      refuse("N0662", {name, norma::word_argument("R0904"),
                       norma::word_argument(what_it_holds(child))});
    } else if (name == "id" || name == "name") {
      if (is_words(child) || (name == "id" && is_whole(child))) wanted_.insert(name);
    } else if (auto near = norma::fact_labelled(words, name); !near.empty()) {
      strangers_.push_back({"N0664", {name, std::move(near)}, {}, {}});
    } else if (near = norma::did_you_mean(name, known()); !near.empty()) {
      strangers_.push_back({"N0664", {name, std::move(near)}, {}, {}});
    }
  }
  for (const auto& name : carry) {
    refuse_unless_there(name, schema_->content);
    refuse_to_carry_over(name);
  }
  if (any || options_.others) return;
  std::string some;
  for (std::size_t i = 0; i < known().size() && i < 6; ++i)
    some.append(i == 0 ? "" : ", ").append("`" + known()[i] + "`");
  std::vector<norma::diagnostic> found{{"N0672", {by_.gates.id(), some}, {}, {}}};
  found.insert(found.end(), strangers_.begin(), strangers_.end());
  throw fact_error(std::move(found));
}

void frame_judge::refuse_to_carry_over(const std::string& name) const {
  const ArrowSchema& found = plan_->described->content;
  bool own = options_.errors && name == errors_column;
  for (const char* const score : score_columns)
    own = own || (plan_->points && name == score);
  for (std::int64_t i = 0; i < found.n_children; ++i)
    own = own || name == name_of_result(name_of(*found.children[i]));
  if (own) refuse("N0684", {name, by_.gates.id()});
}

frame frame_judge::frame_of(const ArrowArray& batch) const {
  frame units = norma::batch::from_arrow(
      by_.gates.definition().unit, schema_->content, batch,
      [this](const std::string& name) { return wanted_.count(name) != 0; });
  units.day = options_.day;
  return units;
}

norma::batch::run_options frame_judge::how(const ArrowArray& batch) const {
  const auto rows = static_cast<std::size_t>(batch.length);
  const auto most = static_cast<unsigned>(rows / 8192 + 1);
  return {.threads = std::min(options_.threads, most),
          .reasons = options_.reasons,
          .as_bits = options_.booleans,
          .distances = plan_->parts,
          .most_erring = rows};
}

judged_batch frame_judge::judge(array_ptr batch, std::size_t before) const {
  try {
    judged_batch result{std::move(batch), {}, {}, nullptr, nullptr, nullptr, {}};
    const ArrowArray& rows = result.rows->content;
    result.units = frame_of(rows);
    if (options_.others) {
      result.kinds.emplace(by_.gates, options_.usual_unit, result.size(),
                           words_column(rows, "unit"), words_column(rows, "kind"));
    } else {
      refuse_others(rows, before);
    }
    const std::size_t all = plan_->columns.size();
    const auto found =
        verdicts_like({result.units.rows, options_.booleans ? 0 : all,
                       options_.booleans ? all : 0, options_.reasons ? all : 0});
    judge_units(result, *found);
    result.verdicts = found;
    const auto handed = std::make_shared<owned<ArrowArray>>();
    owned<ArrowSchema> unused;
    norma::batch::to_arrow(result.verdicts, unused.content, handed->content);
    result.found = handed;
    if (options_.errors) {
      for (const std::size_t row : result.verdicts->erring)
        result.errors.emplace_back(row, error_texts(result, row));
    }
    return result;
  } catch (const fact_error&) {
    throw;
  } catch (const norma::rule_error& wrong) {
    auto errors = wrong.diagnostics();  // warnings of such a frame are of no use
    std::erase_if(errors, [](const norma::diagnostic& each) {
      return each.level() != norma::severity::error;
    });
    throw fact_error(std::move(errors));
  }
}

judged_batch frame_judge::judge_without_rows() const {
  const auto batch = std::make_shared<owned<ArrowArray>>();
  batch->content = without_rows(schema_->content);
  return judge(batch, 0);
}

void frame_judge::judge_units(judged_batch& of, norma::batch::verdicts& found) const {
  const ArrowArray& rows = of.rows->content;
  if (!plan_->points) {
    plan_->by.judge(of.units, how(rows), found);
    if (of.kinds) of.kinds->pass_over(found);
    return;
  }
  // First, as it looks at the columns of all that the gates read, and at others.
  auto scored = plan_->points->score(of.units, options_.threads);
  plan_->by.judge(of.units, how(rows), found);
  found.warnings = plan_->points->check(of.units);
  put_overall(scored, found);
  if (of.kinds) {
    of.kinds->pass_over(found);
    for (std::size_t row = 0; row < of.size(); ++row)
      if (of.kinds->of(row) != belongs::yes) scored.counted[row] = 0;
  }
  of.scores = std::make_shared<const norma::batch::scores>(std::move(scored));
}

std::vector<norma::diagnostic> frame_judge::warnings(const judged_batch& of) const {
  auto all = of.verdicts->warnings;
  all.insert(all.end(), strangers_.begin(), strangers_.end());
  return all;
}

std::optional<column> frame_judge::words_column(const ArrowArray& batch,
                                                const std::string& name) const {
  if (by_.gates.words().find_fact(name)) return std::nullopt;  // that is what it means
  for (std::int64_t i = 0; i < batch.n_children; ++i) {
    const ArrowSchema& child = *schema_->content.children[i];
    if (name_of(child) != name || !is_words(child)) continue;
    column words = norma::batch::column_from_arrow(child, *batch.children[i]);
    const auto rows = static_cast<std::size_t>(batch.offset + batch.length);
    if (words.length < rows) {
      refuse("N0660", {name, std::to_string(words.length), std::to_string(rows)});
    }
    words.offset += static_cast<std::size_t>(batch.offset);
    return words;
  }
  return std::nullopt;
}

void frame_judge::refuse_others(const ArrowArray& batch, std::size_t before) const {
  const auto& d = by_.gates.definition();
  const std::pair<const char*, const std::string&> kinds[] = {{"unit", d.unit},
                                                              {"kind", d.area_kind}};
  for (const auto& [name, kind] : kinds) {
    if (kind.empty()) continue;
    const auto words = words_column(batch, name);
    if (!words) continue;
    for (std::size_t row = 0; row < static_cast<std::size_t>(batch.length); ++row) {
      const auto said = word_at(*words, row);
      if (!said || *said == kind) continue;
      refuse("N0673",
             {name, std::string(*said), std::to_string(options_.first_row + before + row),
              by_.gates.id(), kind});
    }
  }
}

std::vector<ArrowSchema> frame_judge::carried_fields() const {
  std::vector<ArrowSchema> all;
  for (const std::size_t i : carried_)
    all.push_back(share(*schema_->content.children[i], schema_));
  return all;
}

std::vector<ArrowArray> frame_judge::carried_columns(const judged_batch& of) const {
  std::vector<ArrowArray> all;
  const ArrowArray& rows = of.rows->content;
  for (const std::size_t i : carried_) {
    ArrowArray child = share(*rows.children[i], of.rows);
    child.offset += rows.offset;
    child.length = rows.length;
    if (child.null_count > 0) child.null_count = -1;
    all.push_back(child);
  }
  return all;
}

ArrowSchema frame_judge::result_schema() const {
  std::vector<ArrowSchema> children = carried_fields();
  const ArrowSchema& found = plan_->described->content;
  for (std::int64_t i = 0; i < found.n_children; ++i) {
    children.push_back(share(*found.children[i], plan_->described));
    rename(children.back(), name_of_result(name_of(*found.children[i])));
  }
  if (plan_->points) {
    for (const char* const name : score_columns) children.push_back(text_schema(name));
  }
  if (options_.errors) children.push_back(text_schema(errors_column));
  ArrowSchema head{};
  head.format = "+s";
  head.name = "";
  return with_children(head, std::move(children));
}

ArrowArray frame_judge::result_batch(const judged_batch& of) const {
  std::vector<ArrowArray> children = carried_columns(of);
  const ArrowArray& found = of.found->content;
  for (std::int64_t i = 0; i < found.n_children; ++i)
    children.push_back(share(*found.children[i], of.found));
  if (of.scores) {
    for (const auto& texts : score_texts(*of.scores))
      children.push_back(text_column(of.size(), texts));
  }
  if (options_.errors)
    children.push_back(text_column(of.size(), joined(of.errors, lang())));
  static const void* nothing[] = {nullptr};
  ArrowArray head{};
  head.length = of.rows->content.length;
  head.n_buffers = 1;
  head.buffers = nothing;
  return with_children(head, std::move(children));
}

}  // namespace norma_python
