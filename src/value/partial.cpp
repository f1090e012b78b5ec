// SPDX-License-Identifier: Apache-2.0
#include <norma/value/impl/partial.ipp>
