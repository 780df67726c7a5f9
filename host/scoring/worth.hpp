// SPDX-License-Identifier: MIT
// A figure in an indicator's own unit against its target.
#pragma once

#include "criteria/scale.hpp"

namespace orienta {

/// Is the figure on the wrong side of its target? A figure on the target is not.
bool falls_short(const Scale& scale, double figure, double target);

/// What a headline figure is worth from 0 to 1: a measure's by its bands or line, a mean between the ends of
/// the scale, an index and a share of 100, a net figure between -100 and 100. Held within 0 and 1.
double worth(const Scale& scale, double figure);

}  // namespace orienta
