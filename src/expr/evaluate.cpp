// SPDX-License-Identifier: Apache-2.0
#include <norma/expr/impl/evaluate.ipp>
