// SPDX-License-Identifier: MIT
// Sums of products with about twice the digits of a double.
//
// Why: a level hangs on `rating >= 0.85`. Of ratings with two decimals whose weighted mean is exactly 0.85,
// plain sums put one in fifteen just below. Here the mean is rounded once, at the end.
//
// Source: T. Ogita, S. M. Rump, S. Oishi, "Accurate Sum and Dot Product", SIAM J. Sci. Comput. 26 (2005),
// Dot2.
#pragma once

#include <cmath>

namespace orienta::sdk {

/// Terms are finite and so is their sum. The same terms in the same order give the same bits on every
/// machine.
class ExactSum {
 public:
  void add(double term) {
    const double sum = high_ + term;
    const double back = sum - high_;
    low_ += (high_ - (sum - back)) + (term - back);
    high_ = sum;
  }
  void add_product(double a, double b) {
    const double product = a * b;
    add(product);
    low_ += std::fma(a, b, -product);
  }
  double value() const { return high_ + low_; }

  /// This sum divided by another that is not 0. A sum divided by itself is exactly 1.
  double over(const ExactSum& divisor) const {
    const double d = divisor.value();
    const double quotient = value() / d;
    const double rest = std::fma(-quotient, d, high_) + low_;
    const double slip = (divisor.high_ - d) + divisor.low_;
    return quotient + (rest - quotient * slip) / d;
  }

 private:
  double high_ = 0;
  double low_ = 0;
};

}  // namespace orienta::sdk
