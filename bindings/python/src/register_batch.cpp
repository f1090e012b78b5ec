// SPDX-License-Identifier: Apache-2.0
#include <utility>  // std::exchange

#include <pybind11/stl.h>

#include "judged_frame.hpp"
#include "judged_pack.hpp"
#include "judged_stream.hpp"

// Frames in and out, through Arrow's PyCapsule protocol.

namespace norma_python {

namespace {

constexpr const char* stream_name = "arrow_array_stream";

template <class Structure>
py::object capsule_of(Structure content, const char* name) {
  PyObject* const made =
      PyCapsule_New(new Structure(content), name, [](PyObject* capsule) {
        auto* held = static_cast<Structure*>(
            PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule)));
        if (held->release != nullptr) held->release(held);
        delete held;
      });
  if (made == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(made);
}

std::unique_ptr<owned<ArrowArrayStream>> stream_from(const py::object& frame) {
  const py::object capsule = frame.attr("__arrow_c_stream__")();
  auto* content =
      static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), stream_name));
  if (content == nullptr) throw py::error_already_set();
  return std::make_unique<owned<ArrowArrayStream>>(*content);
}

/// A stream that is judged as it is read: it can be read once.
struct judged_stream {
  owned<ArrowArrayStream> content;
  std::shared_ptr<running_counts> counts = std::make_shared<running_counts>();

  /// A copy of what was counted so far.
  template <class Content>
  [[nodiscard]] Content now(Content stream_counts::*which) const {
    return counts->with([&](const auto& so_far) { return so_far.*which; });
  }
};

std::shared_ptr<judged_frame> judge_frame(const criterion& by, const py::object& from,
                                          frame_options options) {
  const auto stream = stream_from(from);
  const py::gil_scoped_release others;
  return std::make_shared<judged_frame>(by, std::move(options), *stream);
}

std::shared_ptr<judged_stream> judge_stream(const criterion& by, const py::object& from,
                                            frame_options options) {
  auto result = std::make_shared<judged_stream>();
  auto stream = stream_from(from);
  const py::gil_scoped_release others;
  result->content.content =
      judged_as_read(by, std::move(options), std::move(stream), result->counts);
  return result;
}

py::dict counts_of(const std::vector<std::string>& columns,
                   const std::vector<verdict_counts>& counts) {
  py::dict all;
  for (std::size_t i = 0; i < columns.size(); ++i)
    all[py::str(columns[i])] = py::tuple(py::cast(counts[i]));
  return all;
}

py::dict turns_of(const std::vector<std::string>& columns,
                  const std::vector<verdict_turns>& turns) {
  py::dict all;
  for (std::size_t i = 0; i < columns.size(); ++i)
    all[py::str(columns[i])] = py::cast(turns[i]);
  return all;
}

template <class Number>
py::bytes bytes_of(const std::vector<Number>& all) {
  return {reinterpret_cast<const char*>(all.data()), all.size() * sizeof(Number)};
}

py::tuple measure(const judged_frame& in, const std::vector<std::string>& paths) {
  measured_frame found;
  {
    const py::gil_scoped_release others;
    found = in.measure(paths);
  }
  py::list parts;
  for (const auto& each : found.parts)
    parts.append(py::make_tuple(bytes_of(each.by), bytes_of(each.facts)));
  return py::make_tuple(parts, found.names);
}

std::shared_ptr<held_report> explain(const judged_frame& in, std::size_t row,
                                     const py::object& lang, bool remedies) {
  const auto shown_in = language_of(lang);
  const py::gil_scoped_release others;
  auto made = std::make_shared<held_report>(in.explain(row, remedies));
  made->lang = shown_in;
  return made;
}

template <class Judge>
void define(py::module_& m, const char* name, Judge judge) {
  m.def(
      name,
      [judge](const criterion& by, const py::object& frame, const py::object& as_of,
              const py::object& day, unsigned threads, bool reasons, bool distances,
              bool errors, bool booleans, bool others, std::string unit,
              std::size_t first, std::vector<std::string> carry, const py::object& lang) {
        frame_options options{required_day_of(as_of, lang),
                              day_of(day, lang),
                              threads,
                              reasons,
                              distances,
                              errors,
                              booleans,
                              others,
                              std::move(unit),
                              first,
                              std::move(carry),
                              language_of(lang)};
        return in_language(lang, [&] { return judge(by, frame, std::move(options)); });
      },
      py::arg("standard"), py::arg("frame"), py::kw_only(), py::arg("as_of"),
      py::arg("day") = py::none(), py::arg("threads") = 1, py::arg("reasons") = false,
      py::arg("distances") = false, py::arg("errors") = false,
      py::arg("booleans") = false, py::arg("others") = false, py::arg("unit") = "",
      py::arg("first") = 0, py::arg("carry") = std::vector<std::string>{},
      py::arg("lang") = py::none());
}

void register_frames(py::module_& m) {
  py::class_<judged_frame, std::shared_ptr<judged_frame>>(
      m, "JudgedFrame", "A frame that was judged, with its verdicts in columns.")
      .def_property_readonly("rows", &judged_frame::rows)
      .def_property_readonly(
          "columns", [](const judged_frame& f) { return f.judge().columns(); },
          "Names of the columns of verdicts.")
      .def_property_readonly(
          "warnings",
          [](const judged_frame& f) { return py::tuple(py::cast(f.warnings())); })
      .def_property_readonly(
          "by_rows",
          [](const judged_frame& f) {
            py::dict all;
            for (const auto& each : f.judge().by_rows())
              all[py::str(each.path)] = each.why.in(language_of(py::none()));
            return all;
          },
          "Conditions that no column can decide, and why: those take longer.")
      .def_property_readonly(
          "erring_counts",
          [](const judged_frame& f) { return py::tuple(py::cast(f.erring_counts())); },
          "Rows with facts in error: how many pass, fail, are undetermined, not "
          "applicable.")
      .def_property_readonly("erring", &judged_frame::erring, "The first of them.")
      .def("data_errors", &judged_frame::data_errors, py::arg("row"), py::arg("label"),
           "What is wrong with the facts of the row, which messages call by its label.")
      .def(
          "counts",
          [](const judged_frame& f) {
            return counts_of(f.judge().columns(), f.counts());
          },
          "By column: how many pass, fail, are undetermined, not applicable.")
      .def(
          "judged_by",
          [](const judged_frame& f, const criterion& by) {
            const py::gil_scoped_release others;
            return std::make_shared<judged_frame>(by, f);
          },
          py::arg("standard"), "The same rows judged by a standard of the same facts.")
      .def(
          "turns_since",
          [](const judged_frame& f, const judged_frame& before) {
            return turns_of(f.judge().columns(), f.turns_since(before));
          },
          py::arg("before"),
          "By column: of each verdict that it had in ``before``, how many have which "
          "now.")
      .def("measure", &measure, py::arg("paths"),
           "Of each part distances, as doubles, and places of facts; then the facts.")
      .def("explain", &explain, py::arg("row"), py::arg("lang") = py::none(),
           py::arg("remedies") = true, "The report of the unit in the row.")
      .def("__arrow_c_schema__",
           [](const judged_frame& f) {
             return capsule_of(f.judge().result_schema(), "arrow_schema");
           })
      .def(
          "__arrow_c_stream__",
          [](const std::shared_ptr<judged_frame>& f, const py::object&) {
            return capsule_of(stream_of(f), stream_name);
          },
          py::arg("requested_schema") = py::none());
}

void register_judged_packs(py::module_& m) {
  py::class_<judged_pack, std::shared_ptr<judged_pack>>(
      m, "JudgedPack", "A frame judged by several standards, side by side.")
      .def(py::init([](const std::vector<std::shared_ptr<judged_frame>>& by,
                       std::vector<std::string> ids) {
             return std::make_shared<judged_pack>(
                 std::vector<std::shared_ptr<const judged_frame>>(by.begin(), by.end()),
                 std::move(ids));
           }),
           py::arg("by"), py::arg("ids"))
      .def_property_readonly("rows", &judged_pack::rows)
      .def_property_readonly("columns", &judged_pack::columns)
      .def("counts",
           [](const judged_pack& p) { return counts_of(p.columns(), p.counts()); })
      .def_property_readonly(
          "erring_counts",
          [](const judged_pack& p) { return py::tuple(py::cast(p.erring_counts())); })
      .def(
          "turns_since",
          [](const judged_pack& p, const judged_pack& before) {
            return turns_of(p.columns(), p.turns_since(before));
          },
          py::arg("before"))
      .def("standard_of", &judged_pack::standard_of, py::arg("row"),
           "Place of the standard that stands for the unit; None: no standard is for it.")
      .def(
          "__arrow_c_stream__",
          [](const std::shared_ptr<judged_pack>& p, const py::object&) {
            return capsule_of(stream_of(p), stream_name);
          },
          py::arg("requested_schema") = py::none());
}

}  // namespace

void register_batch(py::module_& m) {
  define(m, "judge_frame", &judge_frame);
  define(m, "judge_stream", &judge_stream);
  register_frames(m);
  register_judged_packs(m);
  py::class_<judged_stream, std::shared_ptr<judged_stream>>(
      m, "JudgedStream", "Verdicts of a stream, found as it is read; once.")
      .def_property_readonly(
          "rows", [](const judged_stream& s) { return s.now(&stream_counts::rows); })
      .def_property_readonly(
          "columns",
          [](const judged_stream& s) { return s.now(&stream_counts::columns); })
      .def_property_readonly(
          "warnings",
          [](const judged_stream& s) {
            return py::tuple(py::cast(s.now(&stream_counts::warnings)));
          })
      .def_property_readonly("erring_counts",
                             [](const judged_stream& s) {
                               return py::tuple(py::cast(s.now(&stream_counts::erring)));
                             })
      .def_property_readonly("errors",
                             [](const judged_stream& s) {
                               return py::tuple(py::cast(s.now(&stream_counts::errors)));
                             })
      .def("counts",
           [](const judged_stream& s) {
             return counts_of(s.now(&stream_counts::columns),
                              s.now(&stream_counts::counts));
           })
      .def(
          "__arrow_c_stream__",
          [](judged_stream& s, const py::object&) {
            if (s.content.content.release == nullptr)
              raise_error({"流已读过", "the stream was read before"});
            return capsule_of(std::exchange(s.content.content, {}), stream_name);
          },
          py::arg("requested_schema") = py::none());
}

}  // namespace norma_python
