// SPDX-License-Identifier: MIT
// Everything for writing a plugin.
#pragma once

#include "orienta/checks.hpp"
#include "orienta/plugin.hpp"
#include "orienta/score_tree.hpp"
