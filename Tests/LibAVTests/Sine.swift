import CameraModel
import Foundation

/// A pure tone, made and judged.
enum Sine {
    /// Interleaved frames, the same on every channel.
    static func frames(_ range: Range<Int>, of format: AudioFormat, hertz: Double, level: Double = 0.5) -> [Int16] {
        range.flatMap { index in
            let value = sin(2 * .pi * hertz * Double(index) / Double(format.rate)) * level * 32_767
            return Array(repeating: Int16(value.rounded()), count: format.channels)
        }
    }

    /// What is left of one channel without its best-fitting sine, in the worst block, in decibels against the tone.
    ///
    /// A click anywhere shows as a block with much left.
    static func worstResidue(_ samples: [Double], rate: Double, hertz: Double, block: Int = 96) -> Double {
        var worst = -200.0
        for start in stride(from: 0, through: samples.count - block, by: block) {
            worst = max(worst, residue(samples[start..<start + block], rate: rate, hertz: hertz))
        }
        return worst
    }

    /// Least squares over sine and cosine; a tone shifted by 500 ppm turns by 0.03 rad within a block at 5 kHz.
    private static func residue(_ samples: ArraySlice<Double>, rate: Double, hertz: Double) -> Double {
        var (ss, cc, sc, xs, xc) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (index, sample) in samples.enumerated() {
            let angle = 2 * .pi * hertz * Double(index) / rate
            let (s, c) = (sin(angle), cos(angle))
            ss += s * s
            cc += c * c
            sc += s * c
            xs += sample * s
            xc += sample * c
        }
        let determinant = ss * cc - sc * sc
        let a = (xs * cc - xc * sc) / determinant
        let b = (xc * ss - xs * sc) / determinant
        var (left, whole) = (0.0, 0.0)
        for (index, sample) in samples.enumerated() {
            let angle = 2 * .pi * hertz * Double(index) / rate
            let fit = a * sin(angle) + b * cos(angle)
            left += (sample - fit) * (sample - fit)
            whole += fit * fit
        }
        return 10 * log10(max(left, 1e-12) / max(whole, 1e-12))
    }
}
