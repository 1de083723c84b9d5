/// A ratio of amplitudes in decibels, to about 1e-9, without a C library.
///
/// - Parameter ratio: Above 0.
/// - Returns: 20 log10 of it.
package func decibels(_ ratio: Double) -> Double {
    guard ratio > 0, ratio.isFinite else { return ratio > 0 ? .infinity : -.infinity }
    // ratio = significand * 2^exponent; the logarithm of the significand by the series of artanh (z is at most 1/3).
    let z = (ratio.significand - 1) / (ratio.significand + 1)
    let square = z * z
    var sum = 0.0
    for odd in stride(from: 19.0, through: 1, by: -2) { sum = sum * square + 1 / odd }
    let natural = 2 * z * sum + Double(ratio.exponent) * 0.693_147_180_559_945_3
    return natural * 8.685_889_638_065_037
}
