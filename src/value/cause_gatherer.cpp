// SPDX-License-Identifier: Apache-2.0
#include <norma/value/impl/cause_gatherer.ipp>
