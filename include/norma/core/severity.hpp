// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace norma {

/// How much a finding weighs: an error makes its input unusable.
enum class severity { error, warning, note };

}  // namespace norma
