/// The sine of `turns` full turns, to about 1e-9, without a C library.
///
/// The argument is reduced to a quarter turn, where eleven powers of the Taylor series do.
func sine(turns: Double) -> Double {
    var turns = turns - turns.rounded()
    if turns > 0.25 { turns = 0.5 - turns } else if turns < -0.25 { turns = -0.5 - turns }
    let x = turns * 2 * .pi
    let square = x * x
    // Coefficients (-1)^k / (2k + 1)!, highest first.
    let coefficients = [1.0 / 6_227_020_800, -1.0 / 39_916_800, 1.0 / 362_880, -1.0 / 5040, 1.0 / 120, -1.0 / 6, 1]
    return x * coefficients.reduce(0) { $0 * square + $1 }
}
