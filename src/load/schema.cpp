// SPDX-License-Identifier: Apache-2.0
#include <norma/load/impl/schema.ipp>
