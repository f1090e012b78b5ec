// SPDX-License-Identifier: Apache-2.0
#include <norma/expr/impl/type.ipp>
