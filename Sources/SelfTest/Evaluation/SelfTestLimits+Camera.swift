import CameraModel
import DutyPolicy

extension SelfTestLimits {
    /// ST-05: whether the camera is there and set to the mode wanted.
    package func judgeCameraOpens(_ stream: StreamMeasure) -> Judgement {
        guard !stream.isAbsent, let negotiation = stream.negotiation else {
            return Judgement(.fail(.cameraAbsent, stream.failure?.description ?? "it could not be opened"))
        }
        let measurements = [
            Measurement("device", .text(negotiation.device)),
            Measurement(
                "mode", .text(negotiation.granted.description), threshold: negotiation.asked.description),
        ]
        guard negotiation.asked == negotiation.granted else {
            return Judgement(.warn("another mode than asked"), measurements)
        }
        return Judgement(.pass, measurements)
    }

    /// ST-06: whether frames arrive, all of them, at the rate granted.
    package func judgeFrames(_ stream: StreamMeasure) -> Judgement {
        guard !stream.isAbsent, let granted = stream.negotiation?.granted.rate.perSecond else {
            return .skipped("no camera")
        }
        let taken = stream.frames + stream.missing + stream.damaged
        let gaps = taken > 0 ? Double(stream.missing) / Double(taken) : 0
        let rate = stream.rate ?? 0
        let measurements = [
            Measurement(
                "rate", rate, unit: "fps",
                threshold: "\(shown(granted * (1 - rateDeviation))) to \(shown(granted * (1 + rateDeviation)))"),
            Measurement(
                "missing", gaps * 100, unit: "%",
                threshold: "<= \(shown(passGaps * 100)), warn to \(shown(warnGaps * 100))"),
            Measurement("damaged", Double(stream.damaged), threshold: "0"),
        ]
        func fail(_ code: MalfunctionCode, _ reason: String) -> Judgement {
            Judgement(.fail(code, reason), measurements)
        }
        if stream.damaged > 0 { return fail(.cameraDrops, "damaged frames") }
        guard stream.frames > 0, let since = stream.sinceLast, since <= stallLimit(granted) else {
            return fail(.cameraStalled, "no frames")
        }
        if gaps > warnGaps { return fail(.cameraDrops, "frames are missing") }
        // What is missing is counted above; here it is the camera itself that is slow or fast.
        let own = rate * Double(stream.frames + stream.missing) / Double(stream.frames)
        guard abs(own - granted) <= granted * rateDeviation * (1 + 1e-9) else {
            return fail(.cameraDrops, "not the rate granted")
        }
        if gaps > passGaps { return Judgement(.warn("some frames are missing"), measurements) }
        return Judgement(.pass, measurements)
    }

    /// How long a camera of this rate may give nothing.
    func stallLimit(_ framesPerSecond: Double) -> Duration {
        // Four frames of a slow one.
        max(stall, .fractional(seconds: 4 / max(framesPerSecond, 0.1)))
    }

    /// ST-07: whether the pictures show something, and something new.
    ///
    /// - Parameters:
    ///   - pictures: Taken aside over the watch, oldest first.
    ///   - undecodable: Taken aside too, but nothing could be read from them.
    /// - Returns: The verdict.
    package func judgePicture(_ pictures: [PictureMeasure], undecodable: Int = 0) -> Judgement {
        guard pictures.count > 1 else {
            return undecodable > 0
                ? Judgement(.fail(.cameraObstructed, "\(undecodable) pictures cannot be decoded"))
                : .skipped("too few pictures to judge")
        }
        let mean = median(pictures.map(\.mean))
        let structure = median(pictures.map(\.structure))
        let different = Set(pictures.map(\.fingerprint)).count
        let measurements = [
            Measurement(
                "mean luma", mean, threshold: "\(shown(luma.lowerBound)) to \(shown(luma.upperBound))"),
            Measurement("structure", structure, threshold: "> \(shown(structureFloor))"),
            Measurement("different pictures", Double(different), threshold: ">= 2 of \(pictures.count)"),
        ]
        func fail(_ reason: String) -> Judgement { Judgement(.fail(.cameraObstructed, reason), measurements) }
        guard structure > structureFloor else {
            return fail(mean <= Self.black ? "black" : mean > luma.upperBound ? "white" : "covered")
        }
        guard different > 1 else { return fail("frozen") }
        if mean < luma.lowerBound { return Judgement(.warn("dark"), measurements) }
        if mean > luma.upperBound { return Judgement(.warn("overexposed"), measurements) }
        return Judgement(.pass, measurements)
    }

    /// Nominal black of ITU-R BT.601 and some noise; only for the word.
    private static let black = 20.0

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
}
