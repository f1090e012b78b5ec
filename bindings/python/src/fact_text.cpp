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

/// What has no UTF-8 is none even so: the reader says where.
std::string written_text(py::handle text) {
  if (auto utf8 = utf8_of(text)) return *std::move(utf8);
  return py::cast<std::string>(text.attr("encode")("utf-8", "surrogatepass"));
}

/// What the names in a mapping are of: facts, by their words, or parts of one fact.
struct written_of {
  const norma::vocabulary* words = nullptr;
  const norma::fact_definition* fact = nullptr;
};

class fact_writer {
 public:
  explicit fact_writer(const norma::pack_content& words) : words_(words) {}

  /// Appends `given`, of the fact if it is of one; what JSON has no form for is a
  /// finding.
  void write(std::string& out, py::handle given, const std::string& path,
             const norma::fact_definition* as) {
    const auto object = plain(given);
    PyObject* const o = object.ptr();
    if (is_blank(object)) {
      out += "null";
    } else if (PyBool_Check(o)) {
      out += o == Py_True ? "true" : "false";
    } else if (PyUnicode_Check(o)) {
      append_quoted(out, written_text(object));
    } else if (is_number(object)) {
      write_number(out, object, as);
    } else if (PyDict_Check(o)) {
      write_mapping(out, py::reinterpret_borrow<py::dict>(object), path, ", ",
                    {nullptr, as});
    } else if (PyList_Check(o) || PyTuple_Check(o) || PyAnySet_Check(o)) {
      write_list(out, PyAnySet_Check(o) ? imported("builtins", "sorted")(object) : object,
                 path, as);
    } else if (py::isinstance(object, imported("datetime", "date"))) {
      const auto written = py::cast<std::string>(object.attr("isoformat")());
      // At midnight it is a day.
      append_quoted(out,
                    has_time(object) ? written : written.substr(0, written.find('T')));
    } else {
      const auto begin = out.size();
      append_quoted(out, py::cast<std::string>(py::repr(object)).substr(0, 60));
      strange_.push_back({path, type_name(object), begin, out.size()});
    }
  }

  void write_mapping(std::string& out, const py::dict& all, const std::string& path,
                     const char* between, const written_of& of) {
    out += '{';
    bool first = true;
    for (const auto& [key, given] : all) {
      if (!first) out += between;
      first = false;
      const auto name = written_text(py::str(key));
      append_quoted(out, name);
      out += ": ";
      const auto place = path.empty() ? name : path + '.' + name;
      const auto inner = name == "facts" ? plain(given) : py::object();
      if (inner && PyDict_Check(inner.ptr()) && of.fact != nullptr &&
          of.fact->fields.empty()) {  // of a member
        write_mapping(out, py::reinterpret_borrow<py::dict>(inner), place, ", ",
                      {words_of_units(*of.fact), nullptr});
      } else {
        write(out, given, place, fact_in(of, name));
      }
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

  /// The fact or field that a name in a mapping is of; of `value`, `versions` … the fact
  /// that the mapping states.
  static const norma::fact_definition* fact_in(const written_of& of,
                                               const std::string& name) {
    if (of.words != nullptr) {
      const auto slot = of.words->find_fact(name);
      return slot ? of.words->fact(*slot) : nullptr;
    }
    if (of.fact == nullptr) return nullptr;
    for (const auto& field : of.fact->fields) {
      if (name == field.name || name == field.alias) return &field;
    }
    return of.fact;
  }

  /// The words of units of the kind that the elements of the list are; null: of none.
  const norma::vocabulary* words_of_units(const norma::fact_definition& element) const {
    if (!element.type.record) return nullptr;
    const auto kind = words_.vocabularies.find(element.type.record->id);
    return kind == words_.vocabularies.end() ? nullptr : &kind->second;
  }

  /// Also of an int that Python does not write, of more than 4,300 digits.
  static std::string all_digits(const py::object& object) {
    const bool whole = PyLong_Check(object.ptr());
    return py::cast<std::string>(
        py::str(whole ? imported("decimal", "Decimal")(object) : object));
  }

  static void write_number(std::string& out, const py::object& object,
                           const norma::fact_definition* as) {
    const auto n = number_of(object);
    const auto counted =
        n && as != nullptr ? number_value(*n, object, *as) : norma::value{};
    if (counted.string() != nullptr) {
      append_quoted(out, *counted.string());
    } else if (n && n->terminates()) {
      out += n->to_string();
    } else {  // infinite, or far too long: the reader says so
      append_quoted(out, n ? n->to_string() : all_digits(object));
    }
  }

  void write_list(std::string& out, const py::object& all, const std::string& path,
                  const norma::fact_definition* as) {
    if (as != nullptr && as->element != nullptr) as = as->element.get();
    out += '[';
    std::size_t place = 0;
    for (const auto each : all) {
      if (place++ != 0) out += ", ";
      write(out, each, path + '[' + std::to_string(place) + ']', as);
    }
    out += ']';
  }

  struct strange_object {
    std::string path, type;
    std::size_t begin, end;
  };
  const norma::pack_content& words_;
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
  fact_writer writer(by.of.content());
  std::string text;
  writer.write_mapping(text, top, "", ", ", {});
  text.pop_back();
  text += ",\n\"facts\": ";
  writer.write_mapping(text, facts, "", ",\n", {&by.gates.words(), nullptr});
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
