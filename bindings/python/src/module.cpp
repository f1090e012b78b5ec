// SPDX-License-Identifier: Apache-2.0
#include "python.hpp"

#include <norma/version.hpp>

PYBIND11_MODULE(_core, m) {
  m.doc() = "The compiled part of norma.";
  m.attr("__version__") = std::string(norma::version);
  norma_python::register_errors(m);
  norma_python::register_packs(m);
  norma_python::register_cells(m);
  norma_python::register_reports(m);
  norma_python::register_words(m);
  norma_python::register_batch(m);
}
