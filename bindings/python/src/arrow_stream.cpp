// SPDX-License-Identifier: Apache-2.0
#include "arrow_stream.hpp"

#include <cerrno>   // EINVAL
#include <utility>  // std::move

#include <norma/core/error.hpp>

namespace norma_python {

namespace {

void expect_success(ArrowArrayStream& from, int code) {
  if (code == 0) return;
  const char* words = from.get_last_error(&from);
  throw norma::error(words == nullptr ? "the Arrow stream failed" : words);
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

}  // namespace

schema_ptr schema_from(ArrowArrayStream& from) {
  const auto schema = std::make_shared<owned<ArrowSchema>>();
  expect_success(from, from.get_schema(&from, &schema->content));
  return schema;
}

array_ptr next_from(ArrowArrayStream& from) {
  const auto batch = std::make_shared<owned<ArrowArray>>();
  expect_success(from, from.get_next(&from, &batch->content));
  if (batch->content.release == nullptr) return nullptr;
  return batch;
}

ArrowArrayStream stream_from(std::function<ArrowSchema()> schema,
                             std::function<ArrowArray()> next, norma::language lang) {
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
  stream.private_data = new stream_source{std::move(schema), std::move(next), lang};
  return stream;
}

}  // namespace norma_python
