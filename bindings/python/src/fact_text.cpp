// SPDX-License-Identifier: Apache-2.0
#include "fact_text.hpp"

#include <algorithm>  // std::find
#include <utility>    // std::move

#include <norma/load/unit_file.hpp>
#include <norma/rule/content.hpp>

// Facts as the JSON of a unit file, for its reader.

namespace norma_python {

namespace {

void append_quoted(std::string& out, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7f) {
      out.append("\\u00") += digits[byte >> 4];
      out += digits[byte & 15];
    } else {
      out += c;
    }
  }
  out += '"';
}

class fact_writer {
 public:
  /// Appends `given`; what JSON has no form for is a finding.
  void write(std::string& out, py::handle given, const std::string& path) {
    const auto object = plain(given);
    PyObject* const o = object.ptr();
    if (is_blank(object)) {
      out += "null";
    } else if (PyBool_Check(o)) {
      out += o == Py_True ? "true" : "false";
    } else if (PyUnicode_Check(o)) {
      append_quoted(out, py::cast<std::string>(object));
    } else if (is_number(object)) {
      write_number(out, object);
    } else if (PyDict_Check(o)) {
      write_mapping(out, py::reinterpret_borrow<py::dict>(object), path, ", ");
    } else if (PyList_Check(o) || PyTuple_Check(o) || PyAnySet_Check(o)) {
      write_list(out, PyAnySet_Check(o) ? imported("builtins", "sorted")(object) : object,
                 path);
    } else if (py::isinstance(object, imported("datetime", "date"))) {
      append_quoted(out, py::cast<std::string>(object.attr("isoformat")()));
    } else {
      const auto begin = out.size();
      append_quoted(out, py::cast<std::string>(py::repr(object)).substr(0, 60));
      strange_.push_back({path, type_name(object), begin, out.size()});
    }
  }

  void write_mapping(std::string& out, const py::dict& all, const std::string& path,
                     const char* between) {
    out += '{';
    bool first = true;
    for (const auto& [key, given] : all) {
      if (!first) out += between;
      first = false;
      const auto name = py::cast<std::string>(py::str(key));
      append_quoted(out, name);
      out += ": ";
      write(out, given, path.empty() ? name : path + '.' + name);
    }
    out += '}';
  }

  [[nodiscard]] std::vector<norma::diagnostic> findings(const norma::source_ptr& in) {
    std::vector<norma::diagnostic> all;
    for (const auto& one : strange_)
      all.push_back({"N0669", {one.path, one.type}, {in, one.begin, one.end}, {}});
    return all;
  }

 private:
  static std::string type_name(const py::object& object) {
    const auto type = py::type::of(object);
    const auto module = py::cast<std::string>(type.attr("__module__"));
    const auto name = py::cast<std::string>(type.attr("__qualname__"));
    return module == "builtins" ? name : module + '.' + name;
  }

  static void write_number(std::string& out, const py::object& object) {
    const auto n = number_of(object);
    if (n && n->terminates()) {
      out += n->to_string();
    } else {  // infinite, or far too long: the reader says so
      append_quoted(out, n ? n->to_string() : py::cast<std::string>(py::str(object)));
    }
  }

  void write_list(std::string& out, const py::object& all, const std::string& path) {
    out += '[';
    std::size_t place = 0;
    for (const auto each : all) {
      if (place++ != 0) out += ", ";
      write(out, each, path + '[' + std::to_string(place) + ']');
    }
    out += ']';
  }

  struct strange_object {
    std::string path, type;
    std::size_t begin, end;
  };
  std::vector<strange_object> strange_;
};

}  // namespace

py::dict fact_mapping(const py::object& facts) {
  if (py::isinstance<py::dict>(facts)) return py::reinterpret_borrow<py::dict>(facts);
  return imported("norma._plain", "mapping")(facts);
}

norma::unit read_as_file(const criterion& by, const py::dict& head, const py::dict& facts,
                         const who& is) {
  py::dict top;
  top["norma"] = 1;
  top["unit"] = by.gates.definition().unit;
  if (!is.id.empty()) top["id"] = is.id;
  if (!is.name.empty()) top["name"] = is.name;
  if (!is.kind.empty()) top["kind"] = is.kind;
  for (const auto& [key, said] : head) {
    // A row's id may be a number; of a unit it is a text.
    const auto content = plain(said);
    if (!is_blank(content)) top[key] = is_number(content) ? py::str(content) : content;
  }
  top.attr("pop")("facts", py::none());
  fact_writer writer;
  std::string text;
  writer.write_mapping(text, top, "", ", ");
  text.pop_back();
  text += ",\n\"facts\": ";
  writer.write_mapping(text, facts, "", ",\n");
  text += "}\n";
  const auto source =
      std::make_shared<const norma::source_file>("facts", std::move(text));
  if (auto strange = writer.findings(source); !strange.empty())
    throw fact_error(std::move(strange));
  auto read = norma::try_read_unit(source, by.of);
  if (!read.unit) throw fact_error(std::move(read.diagnostics));
  return *std::move(read.unit);
}

}  // namespace norma_python
