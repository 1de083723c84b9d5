package import CameraModel

/// What an analysis of one picture's brightness gives.
package struct PictureMeasure: Hashable, Sendable {
    package var time: MonotonicTime
    /// Mean brightness, 0 to 255.
    package var mean: Double
    /// How much the means of blocks of 8x8 samples vary, in squared steps.
    ///
    /// The mean of a block averages a sensor's noise away: a covered lens with its gain turned up is noisy, yet flat.
    package var structure: Double
    /// The same for equal pictures only (FNV-1a, 64 bits).
    ///
    /// A camera that codes H.264 by itself hardly codes the same picture twice in the same way: one whose sensor stands
    /// still while its encoder runs is not noticed by it.
    package var fingerprint: UInt64

    package init(time: MonotonicTime, mean: Double, structure: Double, fingerprint: UInt64) {
        self.time = time
        self.mean = mean
        self.structure = structure
        self.fingerprint = fingerprint
    }

    /// Analyses a picture.
    package init(_ plane: LumaPlane, at time: MonotonicTime) {
        self.time = time
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        let columns = max(1, plane.width / Self.edge)
        let rows = max(1, plane.height / Self.edge)
        var sums = [Int](repeating: 0, count: columns * rows)
        var counts = sums
        let samples = plane.samples
        var total = 0
        for y in 0..<plane.height {
            let row = min(y / Self.edge, rows - 1) * columns
            for x in 0..<plane.width {
                let sample = samples[y * plane.width + x]
                hash = (hash ^ UInt64(sample)) &* 0x100_0000_01B3
                total += Int(sample)
                let block = row + min(x / Self.edge, columns - 1)
                sums[block] += Int(sample)
                counts[block] += 1
            }
        }
        fingerprint = hash
        mean = Double(total) / Double(samples.count)
        let means = zip(sums, counts).map { Double($0) / Double($1) }
        let middle = means.reduce(0, +) / Double(means.count)
        structure = means.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / Double(means.count)
    }

    /// Of a block, in samples.
    private static let edge = 8

    /// Analyses a picture taken aside, decoding it where it is coded.
    ///
    /// - Throws: ``EncodingError`` when it cannot be decoded.
    package init(_ picture: ObservedPicture, decoding: (any LumaDecoding)?) throws(EncodingError) {
        switch picture.content {
        case .luma(let plane):
            self.init(plane, at: picture.time)
        case .coded(let coding, let width, let height, let bytes):
            guard let decoding else { throw .unsupported("no decoder for \(coding)") }
            let decoder = try decoding.makeDecoder(for: coding, width: width, height: height)
            guard let plane = unsafe try decoder.decode(bytes.span.bytes) else {
                throw .malformed("a picture that is not whole")
            }
            self.init(plane.thinned(), at: picture.time)
        }
    }
}

extension LumaPlane {
    /// Every n-th sample of every n-th row, so that no row has more than ``widest``.
    package func thinned() -> LumaPlane {
        let step = (width + Self.widest - 1) / Self.widest
        guard step > 1 else { return self }
        var thin: [UInt8] = []
        for y in stride(from: 0, to: height, by: step) {
            for x in stride(from: 0, to: width, by: step) { thin.append(samples[y * width + x]) }
        }
        return LumaPlane(
            width: (width + step - 1) / step, height: (height + step - 1) / step, samples: thin) ?? self
    }
}
