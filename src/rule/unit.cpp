// SPDX-License-Identifier: Apache-2.0
#include <norma/rule/impl/unit.ipp>
