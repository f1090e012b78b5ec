// SPDX-License-Identifier: Apache-2.0
#include <norma/core/impl/diagnostic.ipp>
